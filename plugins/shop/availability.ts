import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { now } from '../../platform/clock.ts'

const any = async (req: PayloadRequest, collection: CollectionSlug, where: Where) =>
  (await req.payload.db.count({ collection, req, where })).totalDocs > 0

const mark = (req: PayloadRequest, collection: 'products' | 'variants', id: string, inStock: boolean) =>
  req.payload.db.updateOne({
    collection,
    req,
    options: { atomic: true },
    where: { id: { equals: id } },
    data: { inStock, updatedAt: now().toISOString() },
  })

/**
 * Writes whether a variant can be had, and so its product. Called when stock runs out or comes back, not on every sale.
 * Both are written even if nothing changes: of two callers who empty two places at once, one must lose the race and count again.
 */
export async function setAvailability(req: PayloadRequest, variant: string, inStock: boolean): Promise<void> {
  const marked = (await mark(req, 'variants', variant, inStock)) as unknown as { product: string } | null
  if (!marked) return
  const { product } = marked
  await mark(req, 'products', product, inStock || (await any(req, 'variants', { product: { equals: product }, inStock: { equals: true } })))
}

/** Looks at the stock of a variant and writes whether it can be had. */
export const refreshAvailability = async (req: PayloadRequest, variant: string): Promise<void> =>
  setAvailability(req, variant, await any(req, 'stock-levels', { variant: { equals: variant }, available: { greater_than: 0 } }))
