import { Agenda, type Job as AgendaJob, type BackoffStrategy } from 'agenda'
import type { Payload } from 'payload'
import { outsideCall } from '../platform/call.ts'
import { shared } from '../platform/instance.ts'
import type { Job } from '../platform/job.ts'
import { closeMailing } from '../platform/mail/transport.ts'
import { deliverOutbox } from '../platform/outbox/deliver.ts'
import { backendOf } from './backend.ts'
import { type JobStatus, listJobs, putUp } from './board.ts'
import { soon } from './nudge.ts'
import { perform } from './perform.ts'

/** The running jobs of a process. */
export type Jobs = {
  /** Takes no more work and waits a while for what is running. */
  stop: () => Promise<void>
  /** Runs a job now, as the schedule would. */
  run: (name: string) => Promise<{ done: number }>
  /** What staff see of the jobs. */
  list: () => Promise<JobStatus[]>
}

/** A process that dies holds its jobs no longer than this; one that lives holds on to a run for `longestRun` at most. */
const lockLifetime = 60_000
const longestRun = 10 * 60_000
const patience = 8_000

const jobsOf = (payload: Payload): Job[] => (payload.config.custom?.jobs as Job[] | undefined) ?? []

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
  }, lockLifetime / 3)
  try {
    return await work()
  } finally {
    clearInterval(timer)
  }
}

function define(agenda: Agenda, payload: Payload, job: Job) {
  let nextRunAt: Date | null = null
  agenda.define(
    job.name,
    async (run: AgendaJob) => {
      nextRunAt = run.attrs.nextRunAt
      await holding(run, () => perform(payload, job, nextRunAt))
    },
    { concurrency: 1, lockLimit: 1, lockLifetime, backoff: backoff(() => nextRunAt) },
  )
}

const isDuplicate = (error: unknown) => (error as { code?: unknown }).code === 11000

/** Puts a job on the schedule, once for all processes. */
const put = (agenda: Agenda, { every, name }: Job): Promise<AgendaJob> =>
  agenda.every(every, name).catch((error: unknown) => {
    // Another process was faster; its job is there now and is taken over.
    if (isDuplicate(error)) return agenda.every(every, name)
    throw error
  })

/** Puts a job on the schedule; answers whether it is overdue although the schedule does not know. */
async function schedule(agenda: Agenda, job: Job, before: JobStatus | undefined): Promise<boolean> {
  const changed = before && before.every !== job.every
  if (changed) await agenda.cancel({ name: job.name })
  const { attrs } = await put(agenda, job)
  const planned = attrs.nextRunAt && attrs.nextRunAt.getTime() <= Date.now()
  // A cron line forgets the run that was missed, and every schedule the one that a crash cut off.
  const overdue = before?.status === 'running' || (before?.nextRunAt && Date.parse(before.nextRunAt) <= Date.now())
  return Boolean(overdue && !planned)
}

/** Starts the jobs that the configuration lists, and the delivery of the outbox right after each commit. */
export async function startJobs(payload: Payload): Promise<Jobs> {
  const jobs = jobsOf(payload)
  const byName = new Map(jobs.map((job) => [job.name, job]))
  const failed = (error: unknown) => payload.logger.error({ err: error }, 'The jobs met an error.')
  const delivery = soon(() => deliverOutbox(payload), failed)
  const running = new Set<AgendaJob>()
  const caughtUp = new Set<Promise<unknown>>()

  const agenda = await outsideCall(async () => {
    const before = await putUp(payload, jobs)
    const created = new Agenda({ backend: await backendOf(payload) })
    created.on('error', failed)
    created.on('start', (job: AgendaJob) => running.add(job))
    created.on('complete', (job: AgendaJob) => running.delete(job))
    await created.ready
    for (const job of jobs) define(created, payload, job)
    await created.purge()
    for (const job of jobs) {
      if (!(await schedule(created, job, before.get(job.name)))) continue
      const run = perform(payload, job)
        .catch(() => undefined)
        .finally(() => caughtUp.delete(run))
      caughtUp.add(run)
    }
    await created.start()
    return created
  })
  shared(payload).nudge = delivery.nudge
  outsideCall(delivery.nudge)

  const idle = async () => {
    await Promise.all(caughtUp)
    while (running.size > 0) await new Promise((resolve) => agenda.once('complete', () => setImmediate(resolve)))
  }
  return {
    stop: async () => {
      delete shared(payload).nudge
      await Promise.all([delivery.stop(), agenda.stop()])
      const late = AbortSignal.timeout(patience)
      await Promise.race([idle(), new Promise((resolve) => late.addEventListener('abort', resolve))])
      await closeMailing(payload)
    },
    run: async (name) => {
      const job = byName.get(name)
      if (!job) throw new Error(`There is no job "${name}"; there are: ${[...byName.keys()].join(', ')}.`)
      return outsideCall(() => perform(payload, job))
    },
    list: () => listJobs(payload),
  }
}
