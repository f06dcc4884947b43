import type { CollectionAfterChangeHook } from 'payload'
import { now } from '../../../platform/clock.ts'
import { refreshAvailability, setAvailability } from '../availability.ts'

/** Passes on to its variants what they copy from a product. */
export const passOnToVariants: CollectionAfterChangeHook = async ({ doc, previousDoc, operation, req }) => {
  if (operation !== 'update') return
  const { db } = req.payload
  const where = { product: { equals: doc.id } }
  if (doc.published !== previousDoc.published)
    await db.updateMany({ collection: 'variants', req, where, data: { published: doc.published, updatedAt: now().toISOString() } })
  if (doc.kind === previousDoc.kind) return
  const { docs } = await db.find<{ id: string }>({ collection: 'variants', req, where, pagination: false, select: {} })
  for (const { id } of docs) await (doc.kind === 'physical' ? refreshAvailability(req, id) : setAvailability(req, id, true))
}
