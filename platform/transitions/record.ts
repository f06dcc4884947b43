import type { PayloadRequest } from 'payload'
import { now } from '../clock.ts'
import { insertRows } from '../database/insert-rows.ts'
import { newId } from '../ids.ts'

/** One step in the life of a document. */
export type Transition = { collection: string; document: string; verb: string; from: string; to: string; reason?: string }

/** Writes the rows that say who made which steps when and why, in the transaction of `req`. */
export async function recordTransitions(req: PayloadRequest, steps: readonly Transition[]): Promise<void> {
  const at = now().toISOString()
  const rows = steps.map(({ collection, reason, ...step }) => ({
    id: newId(),
    subject: collection,
    ...step,
    ...(reason && { reason }),
    ...(req.user && { by: req.user.id, byName: req.user.name ?? req.user.email }),
    createdAt: at,
    updatedAt: at,
  }))
  await insertRows(req, 'transitions', rows)
}
