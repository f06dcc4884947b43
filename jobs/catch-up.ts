import type { Payload } from 'payload'
import { now } from '../platform/clock.ts'
import type { Job } from '../platform/job.ts'
import { deadAfter, listJobs, takeOver } from './board.ts'
import { perform } from './perform.ts'

/** Repeats the runs that were cut off because their process died: the schedule would wait for their next regular time. */
export async function catchUp(payload: Payload, jobs: ReadonlyMap<string, Job>): Promise<void> {
  const rows = await listJobs(payload)
  const cutOff = rows.filter(({ status, updatedAt }) => status === 'running' && Date.parse(updatedAt) < now().getTime() - deadAfter)
  await Promise.all(
    cutOff.map(async (row) => {
      const job = jobs.get(row.name)
      // What fails is noted by the run itself.
      if (job && (await takeOver(payload, row))) await perform(payload, job, { claimed: true }).catch(() => undefined)
    }),
  )
}
