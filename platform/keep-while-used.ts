import type { CollectionBeforeDeleteHook, CollectionSlug, Where } from 'payload'
import { fail } from './errors.ts'

/** Refuses to delete a document that others still point at, so that the same thing happens on every database: `{ products: 'category' }`. */
export const keepWhileUsed =
  (users: Partial<Record<CollectionSlug, string>>): CollectionBeforeDeleteHook =>
  async ({ req, id }) => {
    for (const [collection, field] of Object.entries(users)) {
      const where: Where = { [field]: { equals: id } }
      const { totalDocs } = await req.payload.db.count({ collection: collection as CollectionSlug, req, where })
      if (totalDocs > 0) return fail('IN_USE', { by: collection, count: totalDocs })
    }
  }
