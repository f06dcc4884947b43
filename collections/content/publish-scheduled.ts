import type { Payload, Where } from 'payload'
import { outsideCall } from '../../platform/call.ts'
import type { Job } from '../../platform/job.ts'
import { inTransaction, withRequest } from '../../platform/transaction.ts'

/** A publication that has been under way for so long belongs to a process that died, in milliseconds. */
const deadAfter = 600_000

/** Lets what a dead process was about to publish be taken up again. */
const release = (payload: Payload, now: Date) =>
  withRequest(payload, 'content.publish-scheduled', (req) =>
    inTransaction(req, async () => {
      const before = new Date(now.getTime() - deadAfter).toISOString()
      const where: Where = { and: [{ processing: { equals: true } }, { updatedAt: { less_than: before } }] }
      const { totalDocs } = await payload.db.count({ collection: 'payload-jobs', req, where })
      if (totalDocs > 0) await payload.db.updateMany({ collection: 'payload-jobs', req, where, data: { processing: false } })
    }),
  )

/** Publishes and takes back what editors scheduled for a time that has come. */
export const publishScheduled: Job['run'] = async (payload, { now }) => {
  await release(payload, now())
  // Payload runs its queue by writes of its own, in no transaction of ours.
  const { jobStatus = {} } = await outsideCall(() =>
    payload.jobs.run({ limit: 50, sequential: true, silent: { info: true, error: false } }),
  )
  const results = Object.values(jobStatus)
  const failed = results.filter(({ status }) => status !== 'success').length
  if (failed > 0) throw new Error(`${failed} of ${results.length} scheduled publications failed.`)
  return { done: results.length }
}
