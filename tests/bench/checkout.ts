// `npm run bench -- checkout`: checkouts, and the catalogue beside them, on each database that is found.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { serverArguments } from '../crash/server-arguments.ts'
import { startMongod } from '../support/mongod.ts'
import { mongodPath } from '../support/tools.ts'
import { ask } from './ask.ts'
import { hammer } from './hammer.ts'
import { type Measure, measure, table } from './measure.ts'

const seconds = Number(process.env.BENCH_SECONDS ?? 4)
const callers = 16

type Started = { url: string; variants: string[]; product: string; pid: number; stop: () => void }

async function start(databaseUrl: (dir: string) => string): Promise<Started> {
  const dir = mkdtempSync(path.join(tmpdir(), 'vior-bench-'))
  const env = {
    ...process.env,
    NODE_ENV: 'production' as const,
    MODE: 'sandbox',
    PORT: '0',
    PUBLIC_URL: 'http://127.0.0.1:3000',
    DATA_DIR: dir,
    DATABASE_URL: databaseUrl(dir),
    SEED: 'none',
    GOODS: '20',
    JOBS: 'yes',
  }
  const child = spawn(process.execPath, serverArguments, { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const stop = () => {
    child.kill('SIGKILL')
    rmSync(dir, { recursive: true, force: true })
  }
  for await (const line of createInterface({ input: child.stdout })) {
    if (!line.startsWith('ready ')) continue
    const { url, variants } = JSON.parse(line.slice(6)) as { url: string; variants: string[] }
    // What it logs is read, or it would pile up in its memory.
    child.stdout.resume()
    const { docs } = await (await fetch(`${url}/api/products?limit=1`)).json()
    return { url, variants, product: docs[0].id, pid: child.pid ?? 0, stop }
  }
  throw new Error('The server did not start.')
}

const resident = (pid: number) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

async function bench(engine: string, databaseUrl: (dir: string) => string) {
  const { url, variants, product, pid, stop } = await start(databaseUrl)
  let phone = 0
  const address = { name: 'Buyer', line1: 'Street 1', city: 'Dar es Salaam', country: 'TZ' }
  const buy = (caller: number, variant: string | undefined) =>
    ask(`${url}/api/orders/checkout`, 201, { items: [{ variant, quantity: 1 }], email: `buyer${caller}@example.com`, shipping: address })
  const order = (caller: number, round: number) => buy(caller, variants[(caller + round) % variants.length])
  const pay = ({ order, secret }: { order: { id: string }; secret: string }) =>
    ask(`${url}/api/initiate-payment/`, 202, {
      subject: { relationTo: 'orders', value: order.id },
      secret,
      provider: 'azampay',
      phone: `+25571${String(2_000_000 + phone++)}`,
      operator: 'Tigo',
    })
  const paths = [
    `/api/products?limit=10`,
    `/api/products/${product}?depth=1`,
    `/api/variants?where[product][equals]=${product}&depth=0`,
    '/api/globals/settings',
  ]
  const catalogue = () => hammer(url, paths, { connections: callers, seconds })
  try {
    console.log(`\n${engine}, ${callers} callers, ${seconds} s each, idle ${resident(pid).toFixed(0)} MB`)
    await measure('warm-up', { callers, seconds: Math.min(2, seconds) }, order)
    const measures: Measure[] = [
      await measure('checkout: order and reservation', { callers, seconds }, order),
      await measure('checkout, then payment opened', { callers, seconds }, async (caller, round) => pay(await order(caller, round))),
      await measure('checkout, everybody wants the same thing', { callers, seconds }, (caller) => buy(caller, variants[0])),
      await measure('products, list of 10', { callers, seconds }, () => ask(`${url}/api/products?limit=10`, 200)),
      await measure('product by id', { callers, seconds }, () => ask(`${url}/api/products/${product}`, 200)),
      { name: 'catalogue, anonymous', ...(await catalogue()) },
    ]
    // Both at once: what visitors read must not hang on what each sale writes.
    const [sales, reads] = await Promise.all([measure('checkout, beside catalogue readers', { callers: 4, seconds }, order), catalogue()])
    measures.push(sales, { name: 'catalogue, beside checkouts', ...reads })
    console.log(table(measures))
    console.log(`resident after the load: ${resident(pid).toFixed(0)} MB`)
  } finally {
    stop()
  }
}

await bench('SQLite', (dir) => `file:${path.join(dir, 'platform.db')}`)
if (mongodPath()) {
  const mongod = await startMongod()
  try {
    await bench('MongoDB', (dir) => {
      const url = new URL(mongod.url)
      url.pathname = `/bench_${path.basename(dir).replace(/\W/g, '_')}`
      return url.href
    })
  } finally {
    await mongod.stop()
  }
} else console.log('No mongod found (PATH or MONGOD_BIN): SQLite only.')
