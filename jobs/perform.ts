import type { Payload } from 'payload'
import { inCall } from '../platform/call.ts'
import { now } from '../platform/clock.ts'
import type { Job } from '../platform/job.ts'
import { claim, deadAfter, note } from './board.ts'

/** Shows while `work` runs that it is alive. */
async function alive<Result>(payload: Payload, name: string, work: () => Promise<Result>): Promise<Result> {
  const timer = setInterval(() => void note(payload, name, {}).catch(() => undefined), deadAfter / 3)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}

/** How a run is made. */
export type Run = {
  nextRunAt?: Date | null
  /** It is ours already: a run that was cut off and is taken over. */
  claimed?: boolean
  /** What is done, if not the whole job. */
  work?: () => ReturnType<Job['run']>
}

/**
 * Runs a job once, as a call of its own, and notes for staff when it ran, how long it took and what went wrong.
 * Answers nothing when the job is being run already.
 */
export async function perform(payload: Payload, job: Job, run: Run = {}): Promise<{ done: number } | undefined> {
  const { nextRunAt, claimed, work = () => job.run(payload, { now }) } = run
  const beginning = { every: job.every, lastRunAt: now().toISOString(), ...(nextRunAt && { nextRunAt: nextRunAt.toISOString() }) }
  if (claimed) await note(payload, job.name, beginning)
  else if (!(await claim(payload, job.name, beginning))) return undefined
  const started = performance.now()
  const lasted = () => Math.round(performance.now() - started)
  try {
    const result = await alive(payload, job.name, () => inCall({ route: `job ${job.name}` }, async () => (await work()) ?? undefined))
    const done = result?.done ?? 0
    await note(payload, job.name, { status: 'waiting', lastDuration: lasted(), lastDone: done, lastError: null, failures: 0 })
    return { done }
  } catch (error) {
    payload.logger.error({ err: error, job: job.name }, 'A job failed.')
    await note(payload, job.name, {
      status: 'failed',
      lastDuration: lasted(),
      lastError: String((error as Error)?.message ?? error).slice(0, 2000),
      failures: { $inc: 1 },
    })
    throw error
  }
}
