import type { JsonObject, PayloadRequest } from 'payload'
import { inTransaction } from '../transaction.ts'
import { checkTold } from './check-told.ts'
import { putMessages } from './put.ts'
import { listenersTo } from './subscriber.ts'

/** Says that something happened: one message for each subscriber, in the transaction of `req`, delivered soon after it commits and never when it does not. */
export async function emit(req: PayloadRequest, event: string, data: JsonObject): Promise<void> {
  const { payload } = req
  const listening = await listenersTo(payload, event)
  // Dates and the like become the text that subscribers will read, on both databases.
  const plain = (): JsonObject => JSON.parse(JSON.stringify(data))
  checkTold(payload, event, plain(), listening.length > 0)
  if (listening.length === 0) return
  await inTransaction(req, () =>
    putMessages(
      req,
      listening.map(({ name }) => ({ event, subscriber: name, data: plain() })),
    ),
  )
}
