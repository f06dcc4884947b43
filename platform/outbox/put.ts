import type { JsonObject, PayloadRequest } from 'payload'
import { now } from '../clock.ts'
import { insertRows } from '../database/insert-rows.ts'
import { newId } from '../ids.ts'
import { shared } from '../instance.ts'
import { afterCommit } from '../transaction.ts'

/** Has what waits in the outbox delivered as soon as the transaction of `req` has committed. */
export const nudge = (req: PayloadRequest): void => afterCommit(req, () => shared(req.payload).nudge?.())

/** Puts messages into the outbox, each for one subscriber and due at once; answers their ids. */
export async function putMessages(
  req: PayloadRequest,
  messages: readonly { event: string; subscriber: string; data: JsonObject }[],
): Promise<string[]> {
  const at = now().toISOString()
  const due = { status: 'pending', attempts: 0, nextAttemptAt: at, createdAt: at, updatedAt: at }
  const rows = messages.map((message) => ({ id: newId(), ...message, ...due }))
  await insertRows(req, 'outbox', rows)
  nudge(req)
  return rows.map(({ id }) => id)
}
