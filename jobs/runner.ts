import { Agenda, type Job as AgendaJob } from 'agenda'
import type { Payload } from 'payload'
import { outsideCall } from '../platform/call.ts'
import { quietly } from '../platform/database/unreachable.ts'
import { shared } from '../platform/instance.ts'
import type { Job } from '../platform/job.ts'
import { closeMailing } from '../platform/mail/transport.ts'
import { deliverOutbox } from '../platform/outbox/deliver.ts'
import { audiencesOf } from '../platform/outbox/subscriber.ts'
import { backendOf } from './backend.ts'
import { deadAfter, type JobStatus, listJobs, putUp } from './board.ts'
import { jobNamed, jobsOf, runByHand } from './by-hand.ts'
import { catchUp } from './catch-up.ts'
import { soon } from './nudge.ts'
import { define, put } from './schedule.ts'

/** The running jobs of a process. */
export type Jobs = {
  /** Takes no more work and waits a while for what is running. */
  stop: () => Promise<void>
  /** Runs a job now, as the schedule would. */
  run: (name: string) => Promise<{ done: number }>
  /** What staff see of the jobs. */
  list: () => Promise<JobStatus[]>
}

/** How long stopping waits for runs under way, in milliseconds. */
const patience = 8_000

async function startSchedule(payload: Payload, jobs: readonly Job[], onError: (error: unknown) => void): Promise<Agenda> {
  const agenda = new Agenda({ backend: await backendOf(payload) })
  agenda.on('error', onError)
  await agenda.ready
  for (const job of jobs) define(agenda, payload, job)
  await agenda.purge()
  for (const job of jobs) await put(agenda, job)
  return agenda
}

/** Starts the jobs that the configuration lists, and the delivery of the outbox right after each commit. */
export async function startJobs(payload: Payload): Promise<Jobs> {
  const jobs = jobsOf(payload)
  const failed = quietly(
    (error) => payload.logger.error({ err: error }, 'The jobs met an error.'),
    () => payload.logger.warn('The jobs wait: the database does not answer.'),
  )
  const delivery = soon(() => deliverOutbox(payload), failed)
  const repetition = soon(() => catchUp(payload, jobs), failed)
  const running = new Set<AgendaJob>()

  const { agenda, watch } = await outsideCall(async () => {
    await putUp(payload, [...jobs.values()])
    const agenda = await startSchedule(payload, [...jobs.values()], failed)
    agenda.on('start', (job: AgendaJob) => running.add(job))
    agenda.on('complete', (job: AgendaJob) => running.delete(job))
    await agenda.start()
    delivery.nudge()
    repetition.nudge()
    return { agenda, watch: setInterval(repetition.nudge, deadAfter) }
  })
  const audiences = audiencesOf(payload)
  shared(payload).nudge = () => {
    delivery.nudge()
    for (const { nudge } of audiences) nudge(payload)
  }

  const idle = async () => {
    while (running.size > 0) await new Promise((resolve) => agenda.once('complete', () => setImmediate(resolve)))
  }
  return {
    stop: async () => {
      clearInterval(watch)
      delete shared(payload).nudge
      await agenda.stop()
      const late = new Promise((resolve) => setTimeout(resolve, patience).unref())
      const told = audiences.map(({ settled }) => settled(payload))
      await Promise.race([Promise.all([idle(), delivery.stop(), repetition.stop(), ...told]), late])
      await closeMailing(payload)
    },
    run: async (name) => runByHand(payload, jobNamed(payload, name)),
    list: () => listJobs(payload),
  }
}
