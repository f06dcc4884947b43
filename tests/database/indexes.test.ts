import { type Client, createClient } from '@libsql/client'
import type { Payload, Where } from 'payload'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Index } from '../../platform/server/reference/indexes.ts'
import { emptyDatabase, engine, folder } from './boot.ts'

let payload: Payload
let indexes: Index[]
/** Looks at the file from outside. */
let observer: Client

beforeAll(async () => {
  const url = emptyDatabase()
  Object.assign(process.env, { DATA_DIR: folder(), DATABASE_URL: url })
  const { getPayload } = await import('payload')
  const { default: config } = await import('../../payload.config.ts')
  const { migrate } = await import('../../platform/database/migrate.ts')
  const { indexesOf } = await import('../../platform/server/reference/indexes.ts')
  payload = await getPayload({ config })
  await migrate(payload)
  indexes = indexesOf(await config)
  if (engine === 'sqlite') observer = createClient({ url })
  return async () => {
    observer?.close()
    await (payload.db as unknown as { connection?: { dropDatabase(): Promise<void> } }).connection?.dropDatabase()
    await payload.destroy()
  }
})

const value = ({ collection }: Index, path: string): unknown => {
  const find = (fields: readonly unknown[], rest: string[]): { type?: string; options?: unknown[]; relationTo?: unknown } | undefined => {
    for (const field of fields as { name?: string; type: string; fields?: unknown[]; tabs?: { name?: string; fields: unknown[] }[] }[]) {
      if (field.name === rest[0]) return rest.length === 1 ? field : find(field.fields ?? [], rest.slice(1))
      const inner = field.name ? undefined : find(field.tabs?.flatMap((tab) => tab.fields) ?? field.fields ?? [], rest)
      if (inner) return inner
    }
    return undefined
  }
  const field = find(payload.collections[collection as 'users'].config.fields, path.split('.'))
  const [first] = (field?.options ?? []) as (string | { value: string })[]
  if (field?.type === 'checkbox') return true
  if (field?.type === 'number') return 1
  if (first) return typeof first === 'string' ? first : first.value
  return field?.type === 'date' ? new Date(0).toISOString() : '0199f0a0-0000-7000-8000-000000000000'
}

const query = (index: Index) => ({
  collection: index.collection as 'users',
  where: { and: index.equals.map((path) => ({ [path]: { equals: value(index, path) } })) } as Where,
  ...(index.sort && { sort: `-${index.sort}` }),
})

const named = ({ collection, fields }: Index) => `${collection}: ${fields.join(', ')}`

const snake = (text: string) => text.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replaceAll(/[-.]/g, '_')

/** The columns of an index of SQLite. */
const columnsOf = async (name: string) => (await observer.execute(`PRAGMA index_info(\`${name}\`)`)).rows.map((row) => String(row.name))

/** The names of the indexes in the plans of all that Payload asks for a query. */
async function usedBySqlite(index: Index): Promise<string[]> {
  const { client } = payload.db as unknown as { client: Client }
  const asked: { sql: string; args: unknown[] }[] = []
  const execute = client.execute.bind(client)
  client.execute = ((statement: { sql: string; args: unknown[] }) => {
    asked.push(statement)
    return execute(statement as never)
  }) as typeof client.execute
  try {
    await payload.find({ ...query(index), depth: 0, limit: 10, overrideAccess: true })
  } finally {
    client.execute = execute
  }
  const plans = await Promise.all(asked.map(({ sql, args }) => observer.execute({ sql: `EXPLAIN QUERY PLAN ${sql}`, args: args as never })))
  return plans.flatMap(({ rows }) => rows.flatMap(({ detail }) => / INDEX (\S+)/.exec(String(detail))?.[1] ?? []))
}

type Stage = { indexName?: string; keyPattern?: object; inputStage?: Stage; inputStages?: Stage[]; queryPlan?: Stage }

const stages = (stage: Stage): Stage[] => [
  stage,
  ...[stage.inputStage, stage.queryPlan, ...(stage.inputStages ?? [])].flatMap((inner) => (inner ? stages(inner) : [])),
]

type Collection = {
  find(filter: object): { sort(by: object): { limit(most: number): { explain(): Promise<unknown> } } }
  insertMany(docs: object[]): Promise<unknown>
  deleteMany(filter: object): Promise<unknown>
}

/** The fields of the indexes that MongoDB chooses for a query: by trial, so there must be something to find, and more that fits in part only. */
async function usedByMongo(index: Index): Promise<string[][]> {
  const { collection } = (payload.db as unknown as { collections: Record<string, { collection: Collection }> }).collections[
    index.collection
  ] as { collection: Collection }
  const filter = Object.fromEntries(index.equals.map((path) => [path, value(index, path)]))
  const uniques = indexes.filter(({ collection: of, unique }) => unique && of === index.collection).flatMap(({ fields }) => fields)
  const docs = Array.from({ length: 300 }, (_, at) => {
    const fitting = at % 50 === 0 ? index.equals : index.equals.filter((_path, place) => place % 2 === at % 2)
    return {
      _id: `indexes-${at}`,
      ...Object.fromEntries(uniques.map((path) => [path, `indexes-${at}`])),
      ...Object.fromEntries(fitting.map((path) => [path, filter[path]])),
      ...(index.sort && { [index.sort]: at }),
    }
  })
  if (index.fields.length > 1) await collection.insertMany(docs)
  const sort = index.sort ? { [index.sort]: -1 } : {}
  const explained = (await collection.find(filter).sort(sort).limit(10).explain()) as { queryPlanner: { winningPlan: Stage } }
  await collection.deleteMany({ _id: /^indexes-/ })
  return stages(explained.queryPlanner.winningPlan).flatMap(({ keyPattern }) => (keyPattern ? [Object.keys(keyPattern)] : []))
}

const begins = (columns: readonly string[], wanted: readonly string[]) => wanted.every((column, at) => columns[at] === column)

describe('every index', () => {
  test('has a query that it serves', () => {
    expect(indexes.length).toBeGreaterThan(50)
    expect(indexes.filter(({ purpose }) => purpose === '').map(named)).toEqual([])
  })

  test('is used by its query, or another one is that begins alike', async () => {
    const unused: string[] = []
    for (const index of indexes) {
      if (engine === 'mongodb') {
        const used = await usedByMongo(index)
        if (!used.some((fields) => begins(fields, index.fields))) unused.push(`${named(index)} – ${JSON.stringify(used)}`)
        continue
      }
      const used = await usedBySqlite(index)
      const columns = await Promise.all(used.map(columnsOf))
      // Values of lists stand in tables of their own, in columns named after the field, the collection pointed at, or `value`.
      const inLists = [index.fields[0]?.split('.').at(-1) ?? '', ...index.to, 'value'].map(snake)
      const wanted = index.fields.map(snake)
      const fits = (found: string[]) => {
        const bare = found.map((column) => column.replace(/_id$/, ''))
        return begins(bare, wanted) || (index.fields.length === 1 && inLists.includes(bare[0] ?? ''))
      }
      if (!columns.some(fits)) unused.push(`${named(index)} – ${used.join(', ')}`)
    }
    expect(unused).toEqual([])
  })

  test.runIf(engine === 'sqlite')('of SQLite, those of lists and relations too, is used by whoever looks for its columns', async () => {
    const { rows } = await observer.execute(`SELECT name, tbl_name FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL`)
    expect(rows.length).toBeGreaterThan(200)
    const unused: string[] = []
    for (const row of rows) {
      const columns = await columnsOf(String(row.name))
      const where = columns.map((column) => `"${column}" = ?`).join(' AND ')
      const plan = await observer.execute({
        sql: `EXPLAIN QUERY PLAN SELECT * FROM "${row.tbl_name}" WHERE ${where}`,
        args: columns.map(() => '1'),
      })
      const used = plan.rows.flatMap(({ detail }) => / INDEX (\S+)/.exec(String(detail))?.[1] ?? [])
      if (!(await Promise.all(used.map(columnsOf))).some((found) => begins(found, columns))) unused.push(`${row.name} – ${used.join(', ')}`)
    }
    expect(unused).toEqual([])
  })
})
