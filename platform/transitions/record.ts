import type { PayloadRequest } from 'payload'
import { now } from '../clock.ts'
import { newId } from '../ids.ts'

/** One step in the life of a document. */
export type Transition = { collection: string; document: string; verb: string; from: string; to: string; reason?: string }

/** Writes the row that says who made which step when and why, in the transaction of `req`. */
export async function recordTransition(req: PayloadRequest, { collection, reason, ...step }: Transition): Promise<void> {
  const at = now().toISOString()
  await req.payload.db.create({
    collection: 'transitions',
    req,
    returning: false,
    data: {
      id: newId(),
      subject: collection,
      ...step,
      ...(reason && { reason }),
      ...(req.user && { by: req.user.id, byName: req.user.name ?? req.user.email }),
      createdAt: at,
      updatedAt: at,
    },
  })
}
