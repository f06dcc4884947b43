// `npm run bench -- stock`: ours beside a stock Payload app on Next, with the same goods, in turn in one run.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { demoEmail, demoPassword } from '../../collections/seed.ts'
import { build } from '../../platform/server/build.ts'
import { type Catalogue, readCatalogue } from './catalogue.ts'
import { type Blowing, type Blows, hammer } from './hammer.ts'
import { type Running, residentOf, root, runNode, startServer } from './process.ts'

const seconds = Number(process.env.BENCH_SECONDS ?? 3)
/** What the compiler of V8 needs to know what is asked often. */
const warmUp = Math.min(2, seconds)
const goods = 1000
const idleSeconds = 8

const app = 'tests/bench/stock'
const stockApp = {
  name: 'stock app',
  sources: ['package-lock.json', `${app}/{next.config.mjs,tsconfig.json}`, `${app}/src/**/*`],
  output: `${app}/.next`,
  command: ['node_modules/next/dist/bin/next', 'build', app],
}

const dir = mkdtempSync(path.join(tmpdir(), 'vior-bench-'))
const account: Catalogue['account'] = { email: demoEmail('admin'), password: demoPassword }
const probe = '/api/products?limit=1&depth=0'

const ours = {
  env: { NODE_ENV: 'production', MODE: 'sandbox', DATA_DIR: path.join(dir, 'ours'), LOG_LEVEL: 'warn', SEED: 'none' },
  start: () => startServer(['platform/server/start.ts'], ours.env, probe),
}
const stock = {
  env: {
    NODE_ENV: 'production',
    DATABASE_URL: `file:${path.join(dir, 'stock.db')}`,
    PAYLOAD_SECRET: 'a secret for the bench only, 0123456789',
    NEXT_TELEMETRY_DISABLED: '1',
    PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true',
  },
  start: () => startServer(['node_modules/next/dist/bin/next', 'start', app], stock.env, probe),
}

async function signIn(url: string): Promise<string> {
  const answer = await fetch(`${url}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(account),
  })
  const { token } = (await answer.json()) as { token?: string }
  if (!token) throw new Error(`${url} let nobody in: ${answer.status}.`)
  return token
}

/** One side of the comparison, with what its requests are made of. */
type Side = { url: string; signedIn: Record<string, string>; ids: (string | number)[]; category: string | number; image: string | number }

async function sideOf({ url }: Running): Promise<Side> {
  const signedIn = { Authorization: `JWT ${await signIn(url)}` }
  const ask = async (path: string) => ((await (await fetch(url + path, { headers: signedIn })).json()) as { docs: { id: string }[] }).docs
  const products = await ask(`/api/products?where[slug][like]=sample-&sort=slug&limit=${goods}&depth=0`)
  const [category] = await ask('/api/categories?where[slug][equals]=phones&limit=1&depth=0')
  const [image] = await ask('/api/media?sort=filename&limit=1&depth=0')
  if (products.length !== goods || !category || !image) throw new Error(`${url} has not the goods: ${products.length} products.`)
  return { url, signedIn, ids: products.map(({ id }) => id), category: category.id, image: image.id }
}

const graphql = `{ Products(limit: 10) { totalDocs docs { id title slug price inStock images { filename alt } category { title slug } } } }`

const list = '/api/products?limit=10&depth=1'
const filtered = (category: string | number) =>
  `/api/products?where[category][equals]=${category}&where[price][greater_than]=100000&sort=-price&limit=10&depth=1`

let made = 0
let asked = 0
const picked = (ids: Side['ids'], round: number) => ids[(round * 37) % ids.length]
const patched = (round: number) => ({ price: 1_000_000 + (round % 1000) })

/** What is asked of both, and how many times faster ours shall be. */
const works: { name: string; goal: number; blows: (side: Side) => Blowing }[] = [
  { name: 'list of 10', goal: 2, blows: ({ signedIn: headers }) => [{ path: list, headers }] },
  {
    name: 'list of 10, each another',
    goal: 2,
    blows:
      ({ signedIn: headers }) =>
      () => ({ path: `/api/products?where[price][greater_than]=${asked++}&limit=10&depth=1`, headers }),
  },
  { name: 'by id', goal: 2, blows: ({ ids, signedIn: headers }) => ids.map((id) => ({ path: `/api/products/${id}?depth=1`, headers })) },
  { name: 'filter and sort', goal: 2, blows: ({ category, signedIn: headers }) => [{ path: filtered(category), headers }] },
  {
    name: 'GraphQL',
    goal: 2,
    blows: ({ signedIn: headers }) => [{ method: 'POST', path: '/api/graphql', headers, body: { query: graphql } }],
  },
  {
    name: 'create',
    goal: 2,
    blows:
      ({ signedIn: headers, category, image }) =>
      () => {
        const number = ++made
        const body = {
          title: `Made by the bench ${number}`,
          slug: `bench-${number}`,
          summary: 'One of many.',
          price: 1_000_000 + number,
          currency: 'TZS',
          category,
          images: [image],
          published: true,
        }
        return { method: 'POST', path: '/api/products?depth=0', headers, body, status: 201 }
      },
  },
  {
    name: 'update',
    goal: 2,
    blows:
      ({ ids, signedIn: headers }) =>
      (round) => ({ method: 'PATCH', path: `/api/products/${picked(ids, round)}?depth=0`, headers, body: patched(round) }),
  },
  {
    name: 'update of one hot document',
    goal: 2,
    blows:
      ({ ids: [id], signedIn: headers }) =>
      (round) => ({ method: 'PATCH', path: `/api/products/${id}?depth=0`, headers, body: patched(round) }),
  },
  { name: 'list of 10, anonymous', goal: 20, blows: () => [list] },
  { name: 'by id, anonymous', goal: 20, blows: ({ ids }) => ids.slice(0, 100).map((id) => `/api/products/${id}?depth=1`) },
]

const line = (name: string, ...cells: string[]) => console.log(name.padEnd(34) + cells.map((cell) => cell.padStart(11)).join(''))
const rate = ({ perSecond }: Blows) => perSecond.toFixed(0)
const late = ({ p50, p99 }: Blows) => `${p50.toFixed(1)}/${p99.toFixed(1)}`
const goalOf = (goal: number, reached: boolean) => `${reached ? '' : '! '}${goal}`

/** Starts each alone, twice, and measures the second start. */
async function starts(): Promise<void> {
  for (const { start } of [ours, stock]) await (await start()).stop()
  const figures: { seconds: number; resident: number }[] = []
  for (const { start } of [ours, stock]) {
    const running = await start()
    await new Promise((resolve) => setTimeout(resolve, idleSeconds * 1000))
    figures.push({ seconds: running.seconds, resident: residentOf(running.pid) })
    await running.stop()
  }
  const [mine, theirs] = figures as [(typeof figures)[0], (typeof figures)[0]]
  line('', 'ours', 'stock', 'goal')
  line('warm start, s', mine.seconds.toFixed(1), theirs.seconds.toFixed(1), `${mine.seconds <= 3 ? '' : '! '}3.0`)
  line('resident idle, MB', mine.resident.toFixed(0), theirs.resident.toFixed(0), `${mine.resident <= 300 ? '' : '! '}300`)
}

async function compare(mine: Running, theirs: Running): Promise<void> {
  const sides = [await sideOf(mine), await sideOf(theirs)] as const
  line('', 'callers', 'ours /s', 'stock /s', 'ratio', 'goal', 'ours ms', 'stock ms', 'failed')
  let failed = 0
  for (const { name, goal, blows } of works) {
    for (const side of sides) await hammer(side.url, blows(side), { connections: 4, seconds: warmUp })
    for (const connections of [1, 16]) {
      const [a, b] = [
        await hammer(sides[0].url, blows(sides[0]), { connections, seconds }),
        await hammer(sides[1].url, blows(sides[1]), { connections, seconds }),
      ]
      const ratio = a.perSecond / b.perSecond
      failed += a.failed
      const failures = `${a.failed}/${b.failed}`
      line(name, String(connections), rate(a), rate(b), ratio.toFixed(1), goalOf(goal, ratio >= goal), late(a), late(b), failures)
    }
  }
  console.log(
    `p50/p99 in ms; resident after the load: ours ${residentOf(mine.pid).toFixed(0)} MB, stock ${residentOf(theirs.pid).toFixed(0)} MB`,
  )
  if (failed > 0) process.exitCode = 1
}

try {
  await build(console.log)
  await build(console.log, [stockApp])
  const begun = performance.now()
  await runNode(['platform/server/seed.ts', '--products', String(goods)], ours.env)
  console.log(`planted ${goods} products in ours in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
  const first = await ours.start()
  const file = path.join(dir, 'catalogue.json')
  writeFileSync(file, JSON.stringify(await readCatalogue(first.url, account, await signIn(first.url))))
  await first.stop()
  await runNode([path.join(root, app, 'fill.ts'), file], { ...stock.env, NODE_ENV: 'development' })
  await starts()
  const running: Running[] = []
  try {
    for (const { start } of [ours, stock]) running.push(await start())
    await compare(running[0] as Running, running[1] as Running)
  } finally {
    for (const each of running) await each.stop()
  }
} finally {
  rmSync(dir, { recursive: true, force: true })
}
