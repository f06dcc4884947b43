import type { Payload, Where } from 'payload'
import { Gauge, type Registry } from 'prom-client'
import { listJobs } from '../../../jobs/board.ts'
import { now } from '../../clock.ts'
import { withRequest } from '../../transaction.ts'
import { subscriberName } from '../../webhooks/listening.ts'

/** How long what was read from the database is shown again, in milliseconds: asking for metrics must not become work itself. */
const coarseness = 2_000

/** So much after its time a job counts as late, in milliseconds. */
const tolerance = 60_000

type Backlog = {
  pending: number
  /** What waits until somebody resumes the webhook that it is for. */
  paused: number
  dead: number
  ageSeconds: number
  mails: Record<'waiting' | 'failed', number>
  jobs: { name: string; failed: boolean; late: number; lastSeconds: number; failures: number }[]
}

const count = (payload: Payload, collection: 'outbox' | 'mails', where: Where) =>
  withRequest(payload, 'metrics', async (req) => (await payload.db.count({ collection, req, where })).totalDocs)

const status = (value: string): Where => ({ status: { equals: value } })

/** What waits for webhooks that are paused: nobody is late with it. */
async function heldUp(payload: Payload): Promise<string[]> {
  const where = status('paused')
  const { docs } = await withRequest(payload, 'metrics', (req) =>
    payload.db.find<{ id: string }>({ collection: 'webhooks', req, where, limit: 0, pagination: false, select: {} }),
  )
  return docs.map(subscriberName)
}

const split = (paused: string[]) => {
  const held: Where = { and: [status('pending'), { subscriber: { in: paused } }] }
  const due: Where = paused.length > 0 ? { and: [status('pending'), { subscriber: { not_in: paused } }] } : status('pending')
  return { held, due }
}

async function oldest(payload: Payload, where: Where): Promise<number> {
  const { docs } = await withRequest(payload, 'metrics', (req) =>
    payload.db.find<{ createdAt: string }>({
      collection: 'outbox',
      req,
      where,
      sort: 'createdAt',
      limit: 1,
      pagination: false,
      select: { createdAt: true },
    }),
  )
  return docs[0] ? Math.max(0, now().getTime() - Date.parse(docs[0].createdAt)) / 1000 : 0
}

async function read(payload: Payload): Promise<Backlog> {
  const names = await heldUp(payload)
  const { held, due } = split(names)
  const [pending, paused, dead, waiting, failed, ageSeconds, jobs] = await Promise.all([
    count(payload, 'outbox', due),
    names.length > 0 ? count(payload, 'outbox', held) : 0,
    count(payload, 'outbox', status('dead')),
    count(payload, 'mails', status('waiting')),
    count(payload, 'mails', status('failed')),
    oldest(payload, due),
    listJobs(payload),
  ])
  return {
    pending,
    paused,
    dead,
    ageSeconds,
    mails: { waiting, failed },
    jobs: jobs.map(({ name, status, nextRunAt, lastDuration, failures }) => {
      const over = nextRunAt && status !== 'running' ? now().getTime() - Date.parse(nextRunAt) : 0
      return {
        name,
        failed: status === 'failed',
        late: over > tolerance ? over / 1000 : 0,
        lastSeconds: (lastDuration ?? 0) / 1000,
        failures,
      }
    }),
  }
}

/** What waits in the database: messages and mails that are still to go, and how the jobs do. */
export function backlogMetrics(register: Registry, payload: Payload): void {
  let kept: { at: number; backlog: Promise<Backlog> } | undefined
  const backlog = () => {
    if (!kept || Date.now() - kept.at > coarseness) kept = { at: Date.now(), backlog: read(payload) }
    return kept.backlog
  }
  const gauge = (name: string, help: string, show: (backlog: Backlog, gauge: Gauge) => void, labelNames: string[] = []) =>
    new Gauge({
      name,
      help,
      labelNames,
      registers: [register],
      async collect() {
        this.reset()
        show(await backlog(), this)
      },
    })

  gauge('vior_outbox_pending', 'Messages that are to be delivered.', ({ pending }, own) => own.set(pending))
  gauge('vior_outbox_paused', 'Messages that wait for webhooks which are paused.', ({ paused }, own) => own.set(paused))
  gauge('vior_outbox_dead', 'Messages that were given up and wait for staff.', ({ dead }, own) => own.set(dead))
  gauge('vior_outbox_age_seconds', 'How long the oldest message that is to be delivered has waited.', ({ ageSeconds }, own) =>
    own.set(ageSeconds),
  )
  const perMail: Parameters<typeof gauge>[2] = ({ mails }, own) => {
    for (const [status, number] of Object.entries(mails)) own.set({ status }, number)
  }
  gauge('vior_mails', 'Mails that have not left, by state.', perMail, ['status'])
  const perJob = (value: (job: Backlog['jobs'][number]) => number): Parameters<typeof gauge>[2] => {
    return ({ jobs }, own) => {
      for (const job of jobs) own.set({ job: job.name }, value(job))
    }
  }
  gauge(
    'vior_job_late_seconds',
    'How much later than planned a job is; 0 while it is in time.',
    perJob(({ late }) => late),
    ['job'],
  )
  gauge(
    'vior_job_failed',
    'Whether the last run of a job failed.',
    perJob(({ failed }) => Number(failed)),
    ['job'],
  )
  gauge(
    'vior_job_failures',
    'Runs of a job in a row that failed.',
    perJob(({ failures }) => failures),
    ['job'],
  )
  gauge(
    'vior_job_last_duration_seconds',
    'How long the last run of a job took.',
    perJob(({ lastSeconds }) => lastSeconds),
    ['job'],
  )
}
