import type { CollectionBeforeChangeHook, CollectionBeforeDeleteHook, CollectionSlug } from 'payload'
import { now } from '../clock.ts'
import { fail } from '../errors.ts'

/** Keeps exactly one document the default: whichever is made it takes the place of the one before, and it cannot just be given up. */
export const oneDefault =
  (collection: CollectionSlug): CollectionBeforeChangeHook =>
  async ({ data, originalDoc, req }) => {
    if (originalDoc?.default && data.default === false)
      return fail('VALIDATION', {
        errors: [{ path: 'default', code: 'REQUIRED', message: 'There must be a default. Make another one the default instead.' }],
      })
    if (data.default && !originalDoc?.default)
      await req.payload.db.updateMany({
        collection,
        req,
        where: { default: { equals: true } },
        data: { default: false, updatedAt: now().toISOString() },
      })
    return data
  }

/** Refuses to delete the default. */
export const keepDefault =
  (collection: CollectionSlug): CollectionBeforeDeleteHook =>
  async ({ req, id }) => {
    const { totalDocs } = await req.payload.db.count({ collection, req, where: { id: { equals: id }, default: { equals: true } } })
    if (totalDocs > 0) fail('IN_USE', { by: 'default', count: 1 })
  }
