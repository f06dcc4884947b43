import type { Job } from '../job.ts'
import { daysBefore, forget } from '../retention.ts'

/** Deletes what was told to webhooks 30 days ago. */
export const forgetDeliveries: Job = {
  name: 'webhook-deliveries.forget',
  every: '10 minutes',
  alias: 'cleanup_expired_data',
  run: (payload, { now }) => forget(payload, 'webhook-deliveries', { createdAt: { less_than: daysBefore(now(), 30) } }),
}
