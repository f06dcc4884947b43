import type { Payload } from 'payload'
import { type Environment, environment } from '../environment.ts'
import { quickImports } from './quick-imports.ts'
import type { Parts, Served } from './serve.ts'

/** The platform as it runs in one process. */
export type Booted = { environment: Environment; payload: Payload; served: Served }

/** Brings the platform up in this process: the database with its migrations, sample data for an empty one, then everything that is served. */
export async function boot(parts: Parts = { storefront: true, admin: true, jobs: true }): Promise<Booted> {
  const loaded = quickImports()
  const [{ getPayload }, { default: config }, { migrate }, { wantsSeed, seed }, { serve }] = await Promise.all([
    import('payload'),
    import('../../payload.config.ts'),
    import('../database/migrate.ts'),
    import('./seed.ts'),
    import('./serve.ts'),
  ])
  loaded()
  const payload = await getPayload({ config })
  await migrate(payload)
  if (environment.mode === 'live') await (await import('./live/findings.ts')).demandFitForLive(payload, environment)
  if (environment.seed === 'demo' && (await wantsSeed(payload))) await seed(payload)
  const served = await serve({ payload, environment, parts })
  return { environment, payload, served }
}
