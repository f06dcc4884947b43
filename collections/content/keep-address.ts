import type { CollectionBeforeChangeHook, CollectionSlug, PayloadRequest } from 'payload'
import { now } from '../../platform/clock.ts'
import { newId } from '../../platform/ids.ts'
import { pathOf } from './address.ts'

type Shown = { id: string; slug?: string | null; _status?: string | null }

/** Sends visitors from one path to another from now on, in one step however often it moves, and from no path that has a page. */
async function redirectFrom(req: PayloadRequest, from: string, to: string): Promise<void> {
  const { db } = req.payload
  const at = now().toISOString()
  await db.deleteMany({ collection: 'redirects', req, where: { from: { in: [from, to] } } })
  await db.updateMany({ collection: 'redirects', req, where: { to: { equals: from } }, data: { to, updatedAt: at } })
  await db.create({
    collection: 'redirects',
    req,
    returning: false,
    data: { id: newId(), from, to, automatic: true, createdAt: at, updatedAt: at },
  })
}

/** Leads visitors from the old address of a published document to the new one when its slug changes. */
export const keepAddress =
  (pattern: string): CollectionBeforeChangeHook =>
  async ({ data, originalDoc, operation, collection, req }) => {
    const { slug } = data as Partial<Shown>
    if (operation !== 'update' || !slug || data._status === 'draft') return data
    // The version that is changed may be a draft with another slug than visitors see.
    const shown = await req.payload.db.findOne<Shown>({
      collection: collection.slug as CollectionSlug,
      req,
      where: { id: { equals: originalDoc.id } },
      select: { slug: true, _status: true } as never,
    })
    const was = shown?._status === 'draft' ? undefined : shown?.slug
    if (was && was !== slug) await redirectFrom(req, pathOf(pattern, was), pathOf(pattern, slug))
    return data
  }
