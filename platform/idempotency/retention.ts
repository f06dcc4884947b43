import type { Job } from '../job.ts'
import { daysBefore, forget } from '../retention.ts'

/** Deletes the answers that are 30 days old, except those kept for good. */
export const forgetKeys: Job['run'] = (payload, { now }) =>
  forget(payload, 'idempotency-keys', { and: [{ keep: { equals: false } }, { createdAt: { less_than: daysBefore(now(), 30) } }] })
