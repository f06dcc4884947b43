import type { PayloadRequest } from 'payload'
import type { Payment } from '../../payload-types.ts'
import { now } from '../../platform/clock.ts'
import { emit } from '../../platform/outbox/emit.ts'
import { move } from '../../platform/states.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { supersede } from './end-attempt.ts'
import { fail } from './errors.ts'
import { payableFor, type StoredPayment, summaryOf } from './payment.ts'
import { paymentStates } from './states.ts'

/** What came in, and by which move it is taken. */
export type Receipt = {
  verb: 'succeed' | 'receive' | 'resolve' | 'accept'
  /** Minor units of the payment's currency. */
  received: number
  providerReference?: string
  reason?: string
}

/**
 * Takes the money of a payment, once, whoever says that it is there: claims the payment, then settles what it is for.
 * Money that came too late to buy anything is noted all the same and becomes a request for a refund.
 */
export const receiveMoney = (req: PayloadRequest, payment: StoredPayment, { verb, received, providerReference, reason }: Receipt) =>
  inTransaction(req, async () => {
    const { id, subject, reference, amount } = payment
    const data = {
      receivedAmount: received,
      excess: Math.max(0, received - amount),
      ...(providerReference && { providerReference }),
      paidAt: now().toISOString(),
      openKey: null,
      failure: { code: null, message: null },
    }
    const moved = await move(req, paymentStates, { collection: 'payments', id, verb, reason, data })
    const paid: StoredPayment = { ...payment, ...data, status: 'succeeded' }
    await supersede(req, subject, `Paid by ${reference}`)
    const outcome = await payableFor(req, payment).settle(req, subject.value, paid as unknown as Payment)
    // Money that is not in the till yet need not be taken.
    if (outcome === 'unfulfillable' && verb === 'receive') return fail('NO_LONGER_AVAILABLE')
    if (outcome === 'unfulfillable') return requestRefund(req, paid, 'The money came too late.')
    await emit(req, 'payments.succeeded', { ...summaryOf(paid), received })
    return moved
  })

/** Asks treasury to give money back. */
export const requestRefund = (req: PayloadRequest, payment: StoredPayment, reason: string) =>
  inTransaction(req, async () => {
    const moved = await move(req, paymentStates, { collection: 'payments', id: payment.id, verb: 'request_refund', reason })
    await emit(req, 'payments.refund_requested', { ...summaryOf(payment), received: payment.receivedAmount ?? payment.amount, reason })
    return moved
  })
