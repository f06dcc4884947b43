import type { Payload, PayloadRequest } from 'payload'
import type { PaymentEvent } from '../../payload-types.ts'
import { now } from '../../platform/clock.ts'
import { inTransaction, withRequest } from '../../platform/transaction.ts'
import { alert } from './alert.ts'
import type { ProviderEvent } from './provider.ts'
import { settle } from './settle.ts'
import type { StoredEvent } from './store-event.ts'

const write = (req: PayloadRequest, id: string, data: Record<string, unknown>) =>
  req.payload.db.updateOne({ collection: 'payment-events', req, id, returning: false, data: { ...data, updatedAt: now().toISOString() } })

/** Settles what a stored message says, unless that is done: the verdict is written in the transaction that acts on it. */
const dealWith = (req: PayloadRequest, id: string): Promise<void> =>
  inTransaction(req, async () => {
    const where = { and: [{ id: { equals: id } }, { verdict: { equals: 'received' } }] }
    const row = await req.payload.db.findOne<PaymentEvent>({ collection: 'payment-events', req, where: where as never })
    if (!row) return
    const settlement = await settle(req, row.provider, row.event as unknown as ProviderEvent)
    const { verdict, payment = null, note = null } = settlement
    await write(req, id, { verdict, payment, note })
    if (settlement.alert) await alert(req, id, settlement)
  })

/**
 * Tries to deal with a stored message; when that fails the message says so and is tried again later.
 * Callers that fight over one payment queue up for it alone, not for the address that all messages come to.
 */
export const tryToDealWith = (payload: Payload, { id, reference }: Pick<StoredEvent, 'id' | 'reference'>): Promise<boolean> =>
  withRequest(payload, `payments.settle ${reference}`, async (req) => {
    try {
      await dealWith(req, id)
      return true
    } catch (error) {
      payload.logger.error({ err: error, event: id }, 'A message of a payment provider could not be dealt with yet.')
      await inTransaction(req, () => write(req, id, { note: error instanceof Error ? error.message.slice(0, 500) : 'It failed.' }))
      return false
    }
  })
