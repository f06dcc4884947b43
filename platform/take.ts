import type { CollectionSlug, PayloadRequest } from 'payload'
import { now } from './clock.ts'

/** What to take, from which document. */
export type Take = {
  collection: CollectionSlug
  id: string
  /** The number field that holds what is left. */
  field: string
  amount: number
  /** Further fields to change in the same step; `{ $inc: n }` adds. */
  data?: Record<string, unknown>
}

/** Takes `amount` from a number if so much is left, as one conditional update that 50 callers cannot overdraw; answers whether it did. */
export async function take(req: PayloadRequest, { collection, id, field, amount, data }: Take): Promise<boolean> {
  const updated = await req.payload.db.updateOne({
    collection,
    req,
    options: { atomic: true },
    where: { and: [{ id: { equals: id } }, { [field]: { greater_than_equal: amount } }] },
    data: { ...data, [field]: { $inc: -amount }, updatedAt: now().toISOString() },
  })
  return Boolean(updated)
}
