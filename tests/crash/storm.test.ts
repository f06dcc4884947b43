import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, expect, test } from 'vitest'
import type { Books } from './books.ts'
import { serverArguments } from './server-arguments.ts'

const kills = 50
const buyers = 16

const dir = mkdtempSync(path.join(tmpdir(), 'vior-crash-'))
const mongo = process.env.ENGINE === 'mongodb' ? new URL(process.env.MONGO_TEST_URL ?? '') : undefined
if (mongo) mongo.pathname = `/crash_${path.basename(dir).replace(/\W/g, '_')}`

const env = {
  ...process.env,
  NODE_ENV: 'production' as const,
  MODE: 'sandbox',
  PORT: '0',
  HOST: '127.0.0.1',
  PUBLIC_URL: 'http://127.0.0.1:3000',
  DATA_DIR: dir,
  DATABASE_URL: mongo?.href ?? `file:${path.join(dir, 'platform.db')}`,
  PAYLOAD_LOG_LEVEL: 'error',
  SEED: 'none',
  WAIT: 'yes',
}

// Loading the modules takes longer than starting: the next server does so while the last one is at work.
const load = () => spawn(process.execPath, serverArguments, { env, stdio: ['pipe', 'pipe', 'pipe'] })
let next = load()
let running: ChildProcess | undefined

afterAll(() => {
  for (const child of [running, next]) child?.kill('SIGKILL')
  rmSync(dir, { recursive: true, force: true })
})

/** Starts a server on the same database; resolves with what its books say before it serves. */
async function start(): Promise<Books & { url: string; variants: string[] }> {
  const child = next
  running = child
  next = load()
  child.stdin.write('go\n')
  let errors = ''
  child.stderr.on('data', (text) => {
    errors += text
  })
  for await (const line of createInterface({ input: child.stdout })) if (line.startsWith('ready ')) return JSON.parse(line.slice(6))
  throw new Error(`The server ended before it was ready: ${errors}`)
}

/** Buys until the server is gone; answers the orders that were acknowledged, each of which `onAcknowledged` hears of at once. */
async function storm(url: string, variants: string[], onAcknowledged: (orders: number) => void): Promise<string[]> {
  const acknowledged: string[] = []
  const buy = async (buyer: number) => {
    for (;;) {
      const items = variants.map((variant, index) => ({ variant, quantity: 1 + ((buyer + index) % 3) }))
      const response = await fetch(`${url}/api/orders/checkout`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          items,
          email: `buyer${buyer}@example.com`,
          shipping: { name: 'Buyer', line1: 'Street 1', city: 'Dar es Salaam', country: 'TZ' },
        }),
      })
      const body = (await response.json()) as { order?: { id: string } }
      if (response.status !== 201 || !body.order) throw new Error(`A checkout was answered ${response.status}: ${JSON.stringify(body)}`)
      onAcknowledged(acknowledged.push(body.order.id))
    }
  }
  const gone = (error: Error) => {
    if (error.message.startsWith('A checkout')) throw error
  }
  await Promise.all(Array.from({ length: buyers }, (_, buyer) => buy(buyer).catch(gone)))
  return acknowledged
}

test(`a server that is killed ${kills} times in a storm of checkouts loses nothing acknowledged and leaves nothing half done`, {
  timeout: 900_000,
}, async () => {
  const acknowledged = new Set<string>()
  for (let kill = 0; kill <= kills; kill++) {
    const { url, variants, orders, faults } = await start()
    expect(faults).toEqual([])
    const kept = new Set(orders)
    expect([...acknowledged].filter((id) => !kept.has(id))).toEqual([])
    const ended = once(running as ChildProcess, 'exit')
    // Half of the servers die while they answer the first buyers, the others in the middle of trade.
    const spared = kill % 2 === 0 ? 0 : 1 + Math.floor(Math.random() * 8)
    const die = (orders: number) => {
      if (orders === spared) setTimeout(() => running?.kill('SIGKILL'), 30 + Math.random() * (spared > 0 ? 100 : 400))
    }
    die(0)
    for (const id of await storm(url, variants, die)) acknowledged.add(id)
    await ended
  }
  expect(acknowledged.size).toBeGreaterThan(kills)
})
