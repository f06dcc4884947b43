// A team of processes as a program of its own, for tests that stop, replace and kill them: `node team.ts <count>`.
import path from 'node:path'
import { run } from '../../platform/server/run.ts'

await run(async () => {
  const { environment } = await import('../../platform/environment.ts')
  const { startTeam } = await import('../../platform/server/team.ts')
  const build = async () => undefined
  await startTeam({ count: Number(process.argv[2]), environment, build, worker: path.join(import.meta.dirname, 'worker.ts') })
  process.send?.('ready')
})
