import type { Job } from '../job.ts'
import { daysBefore, forget } from '../retention.ts'

/** Deletes messages that were delivered 30 days ago. */
export const forgetDelivered: Job['run'] = (payload, { now }) =>
  forget(payload, 'outbox', { and: [{ status: { equals: 'delivered' } }, { deliveredAt: { less_than: daysBefore(now(), 30) } }] })
