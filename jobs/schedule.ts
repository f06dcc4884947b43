import type { Agenda, Job as AgendaJob, BackoffStrategy } from 'agenda'
import type { Payload } from 'payload'
import type { Job } from '../platform/job.ts'
import { deadAfter } from './board.ts'
import { perform } from './perform.ts'

/** A run that lasts longer than this is no longer protected from being begun by another process, in milliseconds. */
const longestRun = 10 * 60_000

/** Tries a failed run again after 5 s, 10 s, … up to 5 minutes, unless its next regular run comes first. */
const backoff =
  (nextRunAt: () => Date | null): BackoffStrategy =>
  ({ attempt }) => {
    const pause = Math.min(5 * 60_000, 5_000 * 2 ** (attempt - 1))
    const regular = nextRunAt()
    return regular && regular.getTime() - Date.now() <= pause ? null : pause
  }

/** Tells the other processes, while `work` runs, that it is being done. */
async function holding<Result>(job: AgendaJob, work: () => Promise<Result>): Promise<Result> {
  const until = Date.now() + longestRun
  const timer = setInterval(() => {
    if (Date.now() < until) job.touch().catch(() => undefined)
  }, deadAfter / 3)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}

/** Tells agenda what a job does. */
export function define(agenda: Agenda, payload: Payload, job: Job): void {
  let nextRunAt: Date | null = null
  agenda.define(
    job.name,
    async (run: AgendaJob) => {
      nextRunAt = run.attrs.nextRunAt
      // Nothing is done when somebody runs it by hand just now.
      await holding(run, () => perform(payload, job, { nextRunAt }))
    },
    { concurrency: 1, lockLimit: 1, lockLifetime: deadAfter, backoff: backoff(() => nextRunAt) },
  )
}

const isDuplicate = (error: unknown) => (error as { code?: unknown }).code === 11000

/** Puts a job on the schedule that all processes share. What stands there already stays, with its time: a run that was missed is due at once. */
export async function put(agenda: Agenda, { name, every }: Job): Promise<void> {
  const { jobs } = await agenda.queryJobs({ name })
  if (jobs.some(({ repeatInterval }) => repeatInterval === every)) return
  if (jobs.length > 0) await agenda.cancel({ name })
  try {
    await agenda.every(every, name)
  } catch (error) {
    // Another process was faster.
    if (!isDuplicate(error)) throw error
  }
}
