import type { Job } from '../job.ts'
import { forget } from '../retention.ts'
import { dayOf } from '../time.ts'

/** Deletes what API keys did more than 13 months ago. */
export const forgetUse: Job = {
  name: 'api-usage.forget',
  every: '1 hour',
  alias: 'cleanup_expired_data',
  run: (payload, { now }) => forget(payload, 'api-usage', { day: { less_than: dayOf(now(), { earlier: 396 }) } }),
}
