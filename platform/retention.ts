import type { CollectionSlug, Payload, Where } from 'payload'
import { inTransaction, withRequest } from './transaction.ts'

/** How many documents one run lets go of at most. */
const batch = 500

/** The moment `days` before `moment`, as it is stored. */
export const daysBefore = (moment: Date, days: number): string => new Date(moment.getTime() - days * 86_400_000).toISOString()

/** Works on the ids of a bounded batch of documents that `where` selects, in one transaction. */
export const inBatch = (
  payload: Payload,
  collection: CollectionSlug,
  where: Where,
  work: (ids: string[], req: Parameters<Parameters<typeof withRequest>[2]>[0]) => Promise<void>,
): Promise<{ done: number }> =>
  withRequest(payload, `retention ${collection}`, (req) =>
    inTransaction(req, async () => {
      const found = await payload.db.find({ collection, req, where, limit: batch, pagination: false, select: {} })
      const ids = found.docs.map(({ id }) => String(id))
      if (ids.length > 0) await work(ids, req)
      return { done: ids.length }
    }),
  )

/** Deletes a bounded batch of documents that `where` selects. */
export const forget = (payload: Payload, collection: CollectionSlug, where: Where): Promise<{ done: number }> =>
  inBatch(payload, collection, where, async (ids, req) => {
    await payload.db.deleteMany({ collection, req, where: { id: { in: ids } } })
  })
