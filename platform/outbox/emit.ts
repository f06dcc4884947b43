import type { JsonObject, PayloadRequest } from 'payload'
import { now } from '../clock.ts'
import { newId } from '../ids.ts'
import { shared } from '../instance.ts'
import { afterCommit, inTransaction } from '../transaction.ts'
import { checkTold } from './check-told.ts'
import { listenersTo } from './subscriber.ts'

/** Says that something happened: one message for each subscriber, in the transaction of `req`, delivered soon after it commits and never when it does not. */
export async function emit(req: PayloadRequest, event: string, data: JsonObject): Promise<void> {
  const { payload } = req
  const listening = await listenersTo(payload, event)
  // Dates and the like become the text that subscribers will read, on both databases.
  const plain = (): JsonObject => JSON.parse(JSON.stringify(data))
  checkTold(payload, event, plain(), listening.length > 0)
  if (listening.length === 0) return
  const at = now().toISOString()
  await inTransaction(req, async () => {
    for (const { name } of listening) {
      await payload.db.create({
        collection: 'outbox',
        req,
        returning: false,
        data: {
          id: newId(),
          event,
          subscriber: name,
          data: plain(),
          status: 'pending',
          attempts: 0,
          nextAttemptAt: at,
          createdAt: at,
          updatedAt: at,
        },
      })
    }
    afterCommit(req, () => shared(payload).nudge?.())
  })
}
