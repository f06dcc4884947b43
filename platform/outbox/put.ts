import type { JsonObject, PayloadRequest } from 'payload'
import { now } from '../clock.ts'
import { newId } from '../ids.ts'
import { shared } from '../instance.ts'
import { afterCommit } from '../transaction.ts'

/** Has what waits in the outbox delivered as soon as the transaction of `req` has committed. */
export const nudge = (req: PayloadRequest): void => afterCommit(req, () => shared(req.payload).nudge?.())

/** Puts one message for one subscriber into the outbox, due at once; answers its id. */
export async function putMessage(req: PayloadRequest, message: { event: string; subscriber: string; data: JsonObject }): Promise<string> {
  const id = newId()
  const at = now().toISOString()
  const due = { status: 'pending', attempts: 0, nextAttemptAt: at, createdAt: at, updatedAt: at }
  await req.payload.db.create({ collection: 'outbox', req, returning: false, data: { id, ...message, ...due } })
  nudge(req)
  return id
}
