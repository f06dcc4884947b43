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

/** Puts up the jobs there are and takes down those that are no more; answers what was there before. */
export const putUp = (payload: Payload, jobs: readonly Job[]): Promise<Map<string, JobStatus>> =>
  withRequest(payload, 'jobs', async (req) => {
    const before = new Map((await all(req)).map((row) => [row.name, row]))
    const at = now().toISOString()
    for (const { name, every } of jobs.filter((job) => !before.has(job.name))) {
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
    return before
  })
