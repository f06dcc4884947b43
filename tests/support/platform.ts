import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Payload } from 'payload'
import { afterAll } from 'vitest'
import type { Config } from '../../payload-types.ts'
import { type Site, site } from '../../platform/client/site.ts'
import type { clock as platformClock } from '../../platform/clock.ts'
import type { Job } from '../../platform/job.ts'
import type { Role } from '../../platform/roles.ts'
import { type Client, client } from './client.ts'
import { type People, people } from './people.ts'

export type { Answer, Client } from './client.ts'

/** What a test file runs against. */
export type Platform = {
  payload: Payload
  url: string
  /** Asks the API as nobody or as whoever the headers say. */
  rest: Client['ask']
  gql: Client['gql']
  /** Nobody signed in. */
  guest: Client
  /** Somebody who holds this role; the same person each time. */
  as: (role: Role) => Client & { user: People[Role]['user']; token: string }
  /** The API by its typed client, as somebody who holds this role, or as nobody. */
  api: (role?: Role) => Site<Config>
  /** Runs `work` n times at once. */
  race: <Result>(n: number, work: (index: number) => Promise<Result>) => Promise<Result[]>
  clock: typeof platformClock
  /** Runs a job once, now, whether or not the schedule runs. */
  job: (name: string) => Promise<Awaited<ReturnType<Job['run']>>>
  stop: () => Promise<void>
}

type Options = { jobs?: boolean; storefront?: boolean; admin?: boolean; env?: Record<string, string> }

/** The password of everybody whom `as` signs in. */
export const password = 'demo-vior-2026'

/** A port that nobody listens on. */
export const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })

/** Where this file keeps its data: a temporary SQLite file, or (ENGINE=mongodb) a database of its own on the shared replica set. */
export function databaseUrl(dir: string): string {
  if (process.env.ENGINE !== 'mongodb') return `file:${path.join(dir, 'platform.db')}`
  const shared = process.env.MONGO_TEST_URL
  if (!shared) throw new Error('MONGO_TEST_URL must name a replica set.')
  const url = new URL(shared)
  url.pathname = `/test_${path.basename(dir).replace(/\W/g, '_')}`
  // Hooks run the last one first, so that whoever uses the database has let go of it.
  afterAll(() => dropDatabase(url.href))
  return url.href
}

async function dropDatabase(url: string) {
  const { MongoClient } = await import('mongodb')
  const client = await new MongoClient(url).connect()
  await client.db().dropDatabase()
  await client.close()
}

/**
 * Boots the real configuration on a database of its own and serves it; call it once, at the top of a test file.
 * It stops by itself after the last test of the file.
 */
export async function platform(options: Options = {}): Promise<Platform> {
  const dir = mkdtempSync(path.join(tmpdir(), 'vior-test-'))
  const port = await freePort()
  Object.assign(process.env, {
    NODE_ENV: 'production',
    MODE: 'sandbox',
    PORT: String(port),
    HOST: '127.0.0.1',
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    DATA_DIR: dir,
    DATABASE_URL: databaseUrl(dir),
    PAYLOAD_SECRET: 'a secret for tests only, 0123456789abcdef',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'fatal',
    SEED: 'none',
    ...options.env,
  })
  const { getPayload } = await import('payload')
  const { default: config } = await import('../../payload.config.ts')
  const { environment } = await import('../../platform/environment.ts')
  if (environment.dataDir !== dir)
    throw new Error(
      'Something that reads the settings was imported before platform() made them: import it afterwards, with await import().',
    )
  const { migrate } = await import('../../platform/database/migrate.ts')
  const { serve } = await import('../../platform/server/serve.ts')
  const { clock, now } = await import('../../platform/clock.ts')
  const payload = await getPayload({ config })
  await migrate(payload)
  const [served, everybody] = await Promise.all([
    serve({
      payload,
      environment,
      parts: { jobs: options.jobs ?? false, storefront: options.storefront ?? false, admin: options.admin ?? false },
    }),
    people(payload, password),
  ])
  const guest = client(served.url)

  let stopping: Promise<void> | undefined
  const end = async () => {
    clock.reset()
    await served.stop()
    rmSync(dir, { recursive: true, force: true })
  }
  const stop = () => {
    stopping ??= end()
    return stopping
  }
  afterAll(stop)

  return {
    payload,
    url: served.url,
    rest: guest.ask,
    gql: guest.gql,
    guest,
    as: (role) => ({ ...client(served.url, { authorization: `JWT ${everybody[role].token}` }), ...everybody[role] }),
    api: (role) => site<Config>({ url: served.url, ...(role && { headers: { authorization: `JWT ${everybody[role].token}` } }) }),
    race: (n, work) => Promise.all(Array.from({ length: n }, (_, index) => work(index))),
    clock,
    job: async (name) => {
      const job = (payload.config.custom.jobs as Job[]).find((each) => each.name === name)
      if (!job) throw new Error(`There is no job "${name}".`)
      return job.run(payload, { now })
    },
    stop,
  }
}
