import type { Payload, PayloadRequest } from 'payload'
import { now } from '../platform/clock.ts'
import { newId } from '../platform/ids.ts'
import type { Job } from '../platform/job.ts'
import { withRequest } from '../platform/transaction.ts'

/** What staff see of a job. */
export type JobStatus = {
  name: string
  every: string
  status: 'waiting' | 'running' | 'failed'
  lastRunAt?: string | null
  lastDuration?: number | null
  lastDone?: number | null
  lastError?: string | null
  failures: number
  nextRunAt?: string | null
  /** When the row was last written; a run that is alive writes it again and again. */
  updatedAt: string
}

const all = async (req: PayloadRequest): Promise<JobStatus[]> => {
  const found = await req.payload.db.find({ collection: 'jobs', req, sort: 'name', limit: 0, pagination: false })
  return found.docs as unknown as JobStatus[]
}

/** The jobs as staff see them. */
export const listJobs = (payload: Payload): Promise<JobStatus[]> => withRequest(payload, 'jobs', all)

/** Changes what staff see of a job. */
export const note = (payload: Payload, name: string, data: Record<string, unknown>): Promise<void> =>
  withRequest(payload, 'jobs', async (req) => {
    await payload.db.updateOne({
      collection: 'jobs',
      req,
      options: { atomic: true },
      where: { name: { equals: name } },
      data: { ...data, updatedAt: now().toISOString() },
    })
  })

/** A run that has not shown for so long that it is alive was cut off, in milliseconds. */
export const deadAfter = 30_000

/** Begins a run, unless another one is alive, in whichever process: this is the lock of a job, whoever asks for the run. */
export const claim = (payload: Payload, name: string, data: Record<string, unknown>): Promise<boolean> =>
  withRequest(payload, 'jobs', async (req) => {
    const dead = new Date(now().getTime() - deadAfter).toISOString()
    const claimed = await payload.db.updateOne({
      collection: 'jobs',
      req,
      options: { atomic: true },
      where: { and: [{ name: { equals: name } }, { or: [{ status: { not_equals: 'running' } }, { updatedAt: { less_than: dead } }] }] },
      data: { ...data, status: 'running', updatedAt: now().toISOString() },
    })
    return Boolean(claimed)
  })

/** Takes over a run that was cut off; false when another process was faster. */
export const takeOver = (payload: Payload, { name, updatedAt }: JobStatus): Promise<boolean> =>
  withRequest(payload, 'jobs', async (req) => {
    const taken = await payload.db.updateOne({
      collection: 'jobs',
      req,
      options: { atomic: true },
      where: { and: [{ name: { equals: name } }, { status: { equals: 'running' } }, { updatedAt: { equals: updatedAt } }] },
      data: { updatedAt: now().toISOString() },
    })
    return Boolean(taken)
  })

/** Puts up the jobs there are and takes down those that are no more. */
export const putUp = (payload: Payload, jobs: readonly Job[]): Promise<void> =>
  withRequest(payload, 'jobs', async (req) => {
    const there = new Set((await all(req)).map(({ name }) => name))
    const at = now().toISOString()
    for (const { name, every } of jobs.filter((job) => !there.has(job.name))) {
      try {
        await payload.db.create({
          collection: 'jobs',
          req,
          returning: false,
          data: { id: newId(), name, every, status: 'waiting', failures: 0, createdAt: at, updatedAt: at },
        })
      } catch (error) {
        // Another process that started at the same moment was faster.
        if ((error as Error).name !== 'ValidationError') throw error
      }
    }
    await payload.db.deleteMany({ collection: 'jobs', req, where: { name: { not_in: jobs.map(({ name }) => name) } } })
  })
