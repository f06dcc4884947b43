import type { Job } from '../../platform/job.ts'
import { daysBefore, forget } from '../../platform/retention.ts'

/** Deletes spam that is 30 days old. */
export const forgetSpam: Job['run'] = (payload, { now }) =>
  forget(payload, 'contact-messages', { and: [{ status: { equals: 'spam' } }, { createdAt: { less_than: daysBefore(now(), 30) } }] })
