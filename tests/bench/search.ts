// `npm run bench -- search`, or `node tests/bench/search.ts [products]`: how long the search index takes to fill, to take in a change, and to answer, on SQLite.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { measure, table } from './measure.ts'

const products = Number(process.argv[2] ?? 10_000)
const dir = mkdtempSync(path.join(tmpdir(), 'vior-bench-'))
const env = {
  NODE_ENV: 'production',
  MODE: 'sandbox',
  DATA_DIR: dir,
  DATABASE_URL: `file:${path.join(dir, 'platform.db')}`,
  LOG_LEVEL: 'error',
}
Object.assign(process.env, env)

const { getPayload } = await import('payload')
const { default: config } = await import('../../payload.config.ts')
const { migrate } = await import('../../platform/database/migrate.ts')
const { plant } = await import('../../platform/seed.ts')
const { searchOf } = await import('../../platform/search/search.ts')
const { withRequest } = await import('../../platform/transaction.ts')

const timed = async (name: string, work: () => Promise<unknown>) => {
  const begun = performance.now()
  await work()
  console.log(`${name.padEnd(44)}${((performance.now() - begun) / 1000).toFixed(2).padStart(9)} s`)
}

const payload = await getPayload({ config })
await migrate(payload)
await timed(`planting ${products} products`, () => plant(payload, { products }))
const before = process.memoryUsage().rss
const { find, ready, engine } = searchOf(payload)
await timed('filling the index', ready)
console.log(`it takes ${((process.memoryUsage().rss - before) / 1e6).toFixed(0)} MB`)

const query = { locale: 'en', skip: 0, limit: 12 } as const
await timed('taking in a change', async () => {
  const { docs } = await payload.find({ collection: 'products', limit: 1, depth: 0 })
  await withRequest(payload, 'bench', (req) =>
    payload.update({ collection: 'products', id: docs[0]?.id ?? '', data: { title: 'Xylophone' }, req }),
  )
  const { total } = await find({ ...query, q: 'xylophone' })
  if (total !== 1) throw new Error(`The change was not found: ${total}.`)
})
const words = ['smartphone', 'router', 'smartphoen strong', 'solar', 'compact pro', 'wfii']
console.log(
  table([
    await measure('searches, 1 caller', { callers: 1, seconds: 3 }, (_, round) =>
      find({ ...query, q: words[round % words.length] as string }),
    ),
    await measure('searches, 8 callers', { callers: 8, seconds: 3 }, (_, round) =>
      find({ ...query, q: words[round % words.length] as string }),
    ),
  ]),
)
await engine.stop()
await payload.destroy()
rmSync(dir, { recursive: true, force: true })
