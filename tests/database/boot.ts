import { randomUUID } from 'node:crypto'
import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Client } from '@libsql/client'
import {
  BasePayload,
  buildConfig,
  type CollectionConfig,
  type CollectionSlug,
  createLocalReq,
  type GlobalConfig,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { afterAll } from 'vitest'
import { createMigration } from '../../platform/database/create-migration.ts'
import { database } from '../../platform/database/index.ts'
import { migrate } from '../../platform/database/migrate.ts'
import { newId } from '../../platform/ids.ts'

type Doc = Record<string, unknown> & { id: string; title?: string; stock?: number }
type Args = { collection: string; req?: PayloadRequest; [name: string]: unknown }

/** Payload without the types of the platform's own collections. */
export type TestPayload = Omit<Payload, 'create' | 'update' | 'find' | 'findByID' | 'count' | 'delete' | 'db'> & {
  create: (args: Args) => Promise<Doc>
  update: (args: Args) => Promise<Doc>
  find: (args: Args) => Promise<{ docs: Doc[]; totalDocs: number }>
  findByID: (args: Args) => Promise<Doc>
  count: (args: Args) => Promise<{ totalDocs: number }>
  delete: (args: Args) => Promise<unknown>
  db: Omit<Payload['db'], 'create' | 'updateOne' | 'deleteMany' | 'client'> & {
    create: (args: Args) => Promise<Doc>
    updateOne: (args: Args) => Promise<Doc | null>
    deleteMany: (args: Args) => Promise<void>
    client: Client
    connection: {
      dropDatabase: () => Promise<void>
      getClient: () => { db: (name: string) => { command: (command: object) => Promise<unknown> } }
    }
    drizzle: unknown
  }
}

/** The engine that this run of the tests is about. */
export const engine = process.env.ENGINE === 'mongodb' ? 'mongodb' : 'sqlite'

const id = () => ({ name: 'id', type: 'text', defaultValue: newId, admin: { hidden: true } }) as const

/** A few collections with everything that has tables of its own in SQL; new each time, as Payload changes what it is given. */
export const collections = (): CollectionConfig[] => [
  {
    slug: 'products',
    fields: [
      id(),
      { name: 'title', type: 'text', localized: true, required: true },
      { name: 'stock', type: 'number', defaultValue: 0 },
      { name: 'sku', type: 'text', unique: true },
      { name: 'slug', type: 'text', unique: true, required: true, defaultValue: newId },
      { name: 'codes', type: 'group', fields: [{ name: 'barcode', type: 'text', unique: true }] },
      { name: 'tags', type: 'array', fields: [{ name: 'name', type: 'text', localized: true }] },
      { name: 'colors', type: 'select', hasMany: true, options: ['red', 'green', 'blue'] },
      { name: 'related', type: 'relationship', relationTo: ['products', 'pages'] as CollectionSlug[], hasMany: true },
    ],
  },
  {
    slug: 'pages',
    versions: { drafts: true },
    fields: [id(), { name: 'title', type: 'text', localized: true }, { name: 'product', type: 'relationship', relationTo: 'products' }],
  },
  {
    slug: 'stock-moves',
    fields: [id(), { name: 'product', type: 'relationship', relationTo: 'products' }, { name: 'quantity', type: 'number' }],
  },
]

const made: (() => Promise<void>)[] = []
afterAll(async () => {
  for (const undo of made) await undo()
})

/** An empty folder that goes away after the tests of the file. */
export function folder(): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'vior-database-'))
  made.push(async () => rmSync(dir, { recursive: true, force: true }))
  return dir
}

/** The address of an empty database. */
export function emptyDatabase(dir = folder()): string {
  if (engine === 'sqlite') return `file:${path.join(dir, 'test.db')}`
  const url = new URL(process.env.MONGO_TEST_URL as string)
  url.pathname = `/test_${randomUUID().replaceAll('-', '')}`
  return url.href
}

type Options = {
  url?: string
  collections?: CollectionConfig[]
  globals?: GlobalConfig[]
  schema?: string
  data?: string
  connect?: boolean
}

/** Payload on a database of its own, migrated by migrations that are made from its configuration. */
export async function boot({
  url = emptyDatabase(),
  schema = folder(),
  data = folder(),
  connect = true,
  ...config
}: Options = {}): Promise<TestPayload> {
  const built = await buildConfig({
    secret: 'a secret for tests only, 0123456789abcdef',
    telemetry: false,
    logger: { options: { level: process.env.PAYLOAD_LOG_LEVEL ?? 'fatal' } },
    localization: { locales: ['en', 'sw'], defaultLocale: 'en', fallback: true },
    db: await database({ url }),
    collections: collections(),
    typescript: { autoGenerate: false },
    ...config,
  })
  const base = new BasePayload()
  const payload = base as unknown as TestPayload
  await base.init({ config: built, disableDBConnect: true })
  if (engine === 'sqlite') await createMigration(base, { folder: schema })
  if (!connect) return payload
  await base.db.connect?.()
  made.unshift(async () => {
    await payload.db.connection?.dropDatabase()
    await base.db.destroy?.()
  })
  await migrate(base, { schema, data })
  return payload
}

/** The same Payload, for functions that want the real type. */
export const real = (payload: TestPayload): Payload => payload as unknown as Payload

/** A request of nobody. */
export const request = (payload: TestPayload): Promise<PayloadRequest> => createLocalReq({}, real(payload))

/** Runs `work` n times at once. */
export const race = <Result>(n: number, work: (index: number) => Promise<Result>): Promise<PromiseSettledResult<Result>[]> =>
  Promise.allSettled(Array.from({ length: n }, (_, index) => work(index)))

/** How many races ended each way: by the answer, or by the message of the error. */
export const tally = (results: PromiseSettledResult<unknown>[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const result of results) {
    const key =
      result.status === 'fulfilled'
        ? String(result.value)
        : `${(result.reason as Error).name}: ${(result.reason as Error).message}`.slice(0, 100)
    counts[key] = (counts[key] ?? 0) + 1
  }
  return counts
}

/** The files that this process holds open in a folder. */
export const openFiles = (within = ''): number =>
  readdirSync('/proc/self/fd').filter((fd) => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`).startsWith(within)
    } catch {
      return false
    }
  }).length
