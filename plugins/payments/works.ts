import type { PayloadRequest } from 'payload'
import { emit } from '../../platform/outbox/emit.ts'
import { move, type Work } from '../../platform/states.ts'
import { endAttempt } from './end-attempt.ts'
import { payableFor, paymentById, summaryOf } from './payment.ts'
import { receiveMoney } from './receive-money.ts'
import { type PaymentVerb, paymentStates } from './states.ts'

/** A move after which others are told. */
const announced =
  (verb: PaymentVerb, event: string): Work =>
  async (req: PayloadRequest, { id, reason }) => {
    const payment = await paymentById(req, id)
    const moved = await move(req, paymentStates, { collection: 'payments', id, verb, reason })
    await emit(req, event, { ...summaryOf(payment), received: payment.receivedAmount ?? payment.amount, reason: reason ?? null })
    return moved
  }

/** What the buttons on a payment do besides moving it. */
export const paymentWorks: Partial<Record<PaymentVerb, Work>> = {
  cancel: async (req, { id, reason }) => endAttempt(req, await paymentById(req, id), 'cancel', { reason }),
  receive: async (req, { id, reason }) => {
    const payment = await paymentById(req, id)
    return receiveMoney(req, payment, { verb: 'receive', received: payment.amount, reason })
  },
  resolve: async (req, { id, reason }) => {
    const payment = await paymentById(req, id)
    return receiveMoney(req, payment, { verb: 'resolve', received: payment.amount, reason })
  },
  accept: async (req, { id, reason }) => {
    const payment = await paymentById(req, id)
    return receiveMoney(req, payment, { verb: 'accept', received: payment.receivedAmount ?? 0, reason })
  },
  give_back: async (req, { id, reason }) => {
    const payment = await paymentById(req, id)
    const moved = await move(req, paymentStates, { collection: 'payments', id, verb: 'give_back', reason, data: { openKey: null } })
    await payableFor(req, payment).release(req, payment.subject.value)
    await emit(req, 'payments.refund_requested', { ...summaryOf(payment), received: payment.receivedAmount ?? 0, reason: reason ?? null })
    return moved
  },
  finish_refund: announced('finish_refund', 'payments.refunded'),
  dispute: announced('dispute', 'payments.disputed'),
  lose_dispute: announced('lose_dispute', 'payments.refunded'),
}
