import { createServer } from 'node:net'
import { parseArgs } from 'node:util'
import { run, told } from './run.ts'

// Libraries read these when they are loaded, so what follows is imported afterwards.
Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', ASTRO_TELEMETRY_DISABLED: '1' })

/** How many processes are asked for; undefined: this one alone. */
function workersAsked(): number | undefined {
  const { workers } = parseArgs({ options: { workers: { type: 'string' } } }).values
  if (workers === undefined) return undefined
  if (!/^\d+$/.test(workers) || Number(workers) < 1 || Number(workers) > 128)
    throw told('--workers must be a whole number from 1 to 128, for instance: npm start -- --workers 4')
  return Number(workers)
}

/** Finds out before the long work whether the port can be had. */
const probe = (port: number, host: string) =>
  new Promise<void>((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(port, host, () => server.close(() => resolve()))
  })

/** `npm start`: everything in one process; `npm start -- --workers 4`: in as many as are asked for, behind one port. */
async function start(): Promise<void> {
  const workers = workersAsked()
  const { environment } = await import('../environment.ts')
  if (workers !== undefined && !environment.databaseUrl.startsWith('mongodb'))
    throw told(
      '--workers needs MongoDB, because SQLite is written by one process only. Set DATABASE_URL, for instance to mongodb://127.0.0.1:27017/vior?replicaSet=rs0, or start without --workers.',
    )
  await probe(environment.port, environment.host)
  await (await import('./only-server.ts')).onlyServer(environment.databaseUrl)
  const { build } = await import('./build.ts')
  await build()
  const started = performance.now()
  const { welcome } = await import('./welcome.ts')
  if (workers === undefined) {
    const { boot } = await import('./boot.ts')
    const { endWell } = await import('./end.ts')
    const { trimMemory } = await import('./trim.ts')
    const { payload, served } = await boot()
    endWell(payload, served)
    trimMemory()
  } else {
    const { startTeam } = await import('./team.ts')
    await startTeam({ count: workers, environment, build })
  }
  console.log(welcome(environment, performance.now() - started))
  if (workers !== undefined)
    console.log(`  ${workers} processes; to restart them one by one without interruption: kill -USR2 ${process.pid}\n`)
}

await run(start)
