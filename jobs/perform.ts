import type { Payload } from 'payload'
import { inCall } from '../platform/call.ts'
import { now } from '../platform/clock.ts'
import type { Job } from '../platform/job.ts'
import { note } from './board.ts'

/** A run that has not shown for so long that it is alive was cut off, in milliseconds. */
export const deadAfter = 30_000

/** Shows while `work` runs that it is alive. */
async function alive<Result>(payload: Payload, name: string, work: () => Promise<Result>): Promise<Result> {
  const timer = setInterval(() => void note(payload, name, {}).catch(() => undefined), deadAfter / 3)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}

/** Runs a job once, as a call of its own, and notes for staff when it ran, how long it took and what went wrong. */
export async function perform(payload: Payload, job: Job, nextRunAt?: Date | null): Promise<{ done: number }> {
  await note(payload, job.name, {
    status: 'running',
    every: job.every,
    lastRunAt: now().toISOString(),
    ...(nextRunAt && { nextRunAt: nextRunAt.toISOString() }),
  })
  const started = performance.now()
  const lasted = () => Math.round(performance.now() - started)
  try {
    const result = await alive(payload, job.name, () =>
      inCall({ route: `job ${job.name}` }, async () => (await job.run(payload, { now })) ?? undefined),
    )
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
