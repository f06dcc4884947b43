// One of the processes of a team under test: without what would have to be built.
import { run } from '../../platform/server/run.ts'

await run(async () => {
  const { work } = await import('../../platform/server/worker.ts')
  await work({ jobs: true })
})
