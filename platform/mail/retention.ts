import type { Job } from '../job.ts'
import { inBatch } from '../retention.ts'

/** Empties mails after 30 days; that they were sent, to whom and when stays. */
export const forgetBodies: Job['run'] = (payload, { now }) =>
  inBatch(payload, 'mails', { bodyUntil: { less_than: now().toISOString() } }, async (ids, req) => {
    for (const id of ids)
      await payload.db.updateOne({ collection: 'mails', req, id, returning: false, data: { body: null, bodyUntil: null } })
  })
