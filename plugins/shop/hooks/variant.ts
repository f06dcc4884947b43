import type { CollectionAfterChangeHook, CollectionBeforeChangeHook, CollectionBeforeDeleteHook } from 'payload'
import { fail as refuse } from '../../../platform/errors.ts'
import { idOf } from '../../../platform/ids.ts'
import { setAvailability } from '../availability.ts'
import { openLevel } from '../stock.ts'

/** Copies what a variant must know of its product, and keeps it with that product for good: its stock and its sales belong there. */
export const joinProduct: CollectionBeforeChangeHook = async ({ data, originalDoc, operation, req }) => {
  // What is no reference at all is for the field to complain about.
  if (!data.product) return data
  if (operation === 'update') {
    if (idOf(data.product) !== idOf(originalDoc.product))
      return refuse('FIELD_READ_ONLY', {
        errors: [{ path: 'product', code: 'FIELD_READ_ONLY', message: 'A variant stays with its product. Make a new one there.' }],
      })
    return data
  }
  const product = await req.payload.db.findOne<{ id: string; kind: string; published?: boolean }>({
    collection: 'products',
    req,
    where: { id: { equals: idOf(data.product) } },
    select: { kind: true, published: true },
  })
  if (!product) return refuse('VALIDATION', { errors: [{ path: 'product', code: 'UNKNOWN', message: 'There is no such product.' }] })
  return { ...data, published: product.published ?? false, inStock: product.kind !== 'physical' }
}

/** Takes the empty stock levels of a variant along when it is deleted. */
export const closeStockLevels: CollectionBeforeDeleteHook = async ({ id, req }) => {
  await req.payload.db.deleteMany({ collection: 'stock-levels', req, where: { variant: { equals: id } } })
}

/** Gives a new variant of goods its stock level at the default location; what is not counted is in stock at once. */
export const openStockLevel: CollectionAfterChangeHook = async ({ doc, operation, req }) => {
  if (operation !== 'create') return
  if (doc.inStock) return setAvailability(req, doc.id, true)
  const [location] = (
    await req.payload.db.find<{ id: string }>({ collection: 'locations', req, sort: ['-default', 'name'], limit: 1, pagination: false })
  ).docs
  if (location) await openLevel(req, { variant: doc.id, location: location.id })
}
