import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { CollectionConfig, GlobalConfig, Payload } from 'payload'
import { afterAll } from 'vitest'
import type { Job } from '../../platform/job.ts'
import type { Subscriber } from '../../platform/outbox/subscriber.ts'

type Options = {
  collections?: CollectionConfig[]
  globals?: GlobalConfig[]
  subscribers?: Subscriber[]
  jobs?: Job[]
  env?: Record<string, string>
  /** It is also what requests reach: one kernel per file then. */
  answers?: boolean
}

/** What a test of the vocabulary runs against: the platform's own collections and those the test brings. */
export type Kernel = {
  payload: Payload
  /** Runs `work` n times at once. */
  race: <Result>(n: number, work: (index: number) => Promise<Result>) => Promise<Result[]>
}

/** Makes the tables that the collections need, which have no migrations. */
async function createTables({ db }: Payload) {
  const adapter = db as unknown as {
    requireDrizzleKit: () => {
      generateDrizzleJson: (schema: object) => Promise<object>
      generateMigration: (from: object, to: object) => Promise<string[]>
    }
    schema: object
    client: { execute: (sql: string) => Promise<unknown> }
  }
  const { generateDrizzleJson, generateMigration } = adapter.requireDrizzleKit()
  for (const statement of await generateMigration(await generateDrizzleJson({}), await generateDrizzleJson(adapter.schema)))
    await adapter.client.execute(statement)
}

const databaseUrl = (dir: string) => {
  if (process.env.ENGINE !== 'mongodb') return `file:${path.join(dir, 'kernel.db')}`
  const url = new URL(process.env.MONGO_TEST_URL as string)
  url.pathname = `/test_${path.basename(dir).replace(/\W/g, '_')}`
  return url.href
}

/** Boots Payload with what every plugin stands on and nothing else; call it once, at the top of a test file. */
export async function kernel({
  collections = [],
  globals = [],
  subscribers = [],
  jobs = [],
  env,
  answers = false,
}: Options = {}): Promise<Kernel> {
  const dir = mkdtempSync(path.join(tmpdir(), 'vior-kernel-'))
  Object.assign(process.env, { DATA_DIR: dir, ...env })
  const { buildConfig, getPayload } = await import('payload')
  const platform = await Promise.all([
    import('../../jobs/collection.ts').then(({ jobs }) => jobs),
    import('../../platform/audit/collection.ts').then(({ auditLog }) => auditLog),
    import('../../platform/idempotency/collection.ts').then(({ idempotencyKeys }) => idempotencyKeys),
    import('../../platform/mail/collection.ts').then(({ mails }) => mails),
    import('../../platform/numbers/collection.ts').then(({ numberSeries }) => numberSeries),
    import('../../platform/outbox/collection.ts').then(({ outbox }) => outbox),
    import('../../platform/transitions/collection.ts').then(({ transitions }) => transitions),
  ])
  const { mailAdapter } = await import('../../platform/mail/adapter.ts')
  const { subscribers: ownSubscribers } = await import('../../platform/outbox/subscribers.ts')
  const { database } = await import('../../platform/database/index.ts')
  const { idField } = await import('../../platform/ids.ts')
  const { clock } = await import('../../platform/clock.ts')
  const { closeMailing } = await import('../../platform/mail/transport.ts')
  const users: CollectionConfig = {
    slug: 'users',
    auth: { verify: true, useAPIKey: true, forgotPassword: { minRequestInterval: 0 } },
    fields: [
      idField(),
      { name: 'name', type: 'text' },
      { name: 'roles', type: 'select', hasMany: true, options: ['admin', 'developer', 'customer'] },
    ],
  }
  const own = new Map([users, ...platform, ...collections].map((collection) => [collection.slug, collection]))
  const payload = await getPayload({
    key: answers ? undefined : randomUUID(),
    config: buildConfig({
      secret: process.env.PAYLOAD_SECRET as string,
      telemetry: false,
      logger: { options: { level: process.env.LOG_LEVEL ?? 'fatal' } },
      db: await database({ url: databaseUrl(dir) }),
      email: mailAdapter,
      collections: [...own.values()],
      globals,
      custom: { jobs, subscribers: [...ownSubscribers, ...subscribers] },
    }),
  })
  if (process.env.ENGINE !== 'mongodb') await createTables(payload)

  afterAll(async () => {
    clock.reset()
    await closeMailing(payload)
    await (payload.db as unknown as { connection?: { dropDatabase(): Promise<void> } }).connection?.dropDatabase()
    await payload.destroy()
    rmSync(dir, { recursive: true, force: true })
  })
  return { payload, race: (n, work) => Promise.all(Array.from({ length: n }, (_, index) => work(index))) }
}
