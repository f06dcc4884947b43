import { createServer } from 'node:net'
import { run } from './run.ts'

// Libraries read these when they are loaded, so what follows is imported afterwards.
Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1' })

/** Finds out before the long work whether the port can be had. */
const probe = (port: number, host: string) =>
  new Promise<void>((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(port, host, () => server.close(() => resolve()))
  })

async function start(): Promise<void> {
  const { environment } = await import('../environment.ts')
  await probe(environment.port, environment.host)
  const { build } = await import('./build.ts')
  await build()

  const started = performance.now()
  const [{ getPayload }, { default: config }, { migrate }, { serve }] = await Promise.all([
    import('payload'),
    import('../../payload.config.ts'),
    import('../database/migrate.ts'),
    import('./serve.ts'),
  ])
  const payload = await getPayload({ config })
  await migrate(payload)
  const { isEmpty, seed } = await import('./seed.ts')
  if (environment.seed === 'demo' && (await isEmpty(payload))) await seed(payload)
  const served = await serve({ payload, environment, parts: { storefront: true, admin: true, jobs: true } })

  const { endWell } = await import('./end.ts')
  endWell(payload, served)
  const { welcome } = await import('./welcome.ts')
  console.log(welcome(environment, performance.now() - started))
}

await run(start)
