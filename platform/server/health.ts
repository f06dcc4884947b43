import type { Request, RequestHandler } from 'express'
import { createLocalReq, type Payload } from 'payload'
import { folders, migrationsIn } from '../database/migrate.ts'

/** What must hold before this process may be sent visitors; each says yes or throws why not. */
export type Check = () => Promise<void> | void

/** The state that health reports and the graceful stop changes. */
export type Health = { stopping: boolean; checks: Record<string, Check> }

/** Whether the database answers within two seconds. */
export const databaseAnswers =
  (payload: Payload): Check =>
  async () => {
    const req = await createLocalReq({}, payload)
    await payload.db.count({ collection: 'users', req, where: { id: { equals: '' } } })
  }

/** How many migrations have run; none in a file that nobody has ever started on. */
async function migrationsRun(payload: Payload): Promise<number> {
  try {
    return (await payload.count({ collection: 'payload-migrations', req: await createLocalReq({}, payload) })).totalDocs
  } catch (error) {
    if (String((error as Error).message).includes('no such table')) return 0
    throw error
  }
}

/** Whether the database holds what this release expects of it. */
export function migrationsDone(payload: Payload): Check {
  const schema = payload.db.name === 'sqlite' ? migrationsIn(folders.schema, '.sql').length : 0
  const expected = schema + migrationsIn(folders.data, '.ts').length
  return async () => {
    const missing = expected - (await migrationsRun(payload))
    if (missing > 0) throw new Error(`${missing} migrations are missing.`)
  }
}

async function passes(check: Check): Promise<boolean> {
  const late = AbortSignal.timeout(2000)
  try {
    await Promise.race([
      check(),
      new Promise((_, reject) => {
        late.addEventListener('abort', () => reject(late.reason), { once: true })
      }),
    ])
    return true
  } catch {
    return false
  }
}

/** `GET /health/live`: the process runs. */
export const live: RequestHandler = (_request, response) => void response.setHeader('Cache-Control', 'no-store').json({ status: 'ok' })

/** `GET /health/ready`: the process can do its work; 503 with the names of what fails. */
export const ready =
  (health: Health): RequestHandler =>
  async (_request: Request, response) => {
    const results = await Promise.all(Object.entries(health.checks).map(async ([name, check]) => [name, await passes(check)] as const))
    const ok = !health.stopping && results.every(([, passed]) => passed)
    const checks = Object.fromEntries(results.map(([name, passed]) => [name, passed ? 'ok' : 'failing']))
    response.setHeader('Cache-Control', 'no-store').status(ok ? 200 : 503)
    response.json({ status: health.stopping ? 'stopping' : ok ? 'ok' : 'failing', checks })
  }
