import type { PayloadRequest } from 'payload'
import { emit } from '../../platform/outbox/emit.ts'
import { move } from '../../platform/states.ts'
import { inTransaction } from '../../platform/transaction.ts'
import type { Verdict } from './collections/payment-events.ts'
import { endAttempt } from './end-attempt.ts'
import { findPayment, type StoredPayment, summaryOf } from './payment.ts'
import type { ProviderEvent } from './provider.ts'
import { receiveMoney } from './receive-money.ts'
import { open, paymentStates, unpaid } from './states.ts'

/** What became of something that a provider said. */
export type Settlement = { verdict: Verdict; payment?: string; note?: string /** Whether somebody should look at it. */; alert?: boolean }

const isIn = (states: readonly string[], { status }: StoredPayment) => states.includes(status)

/** What does not fit between our record and what the provider says; the body alone is never believed. */
function mismatch({ currency, phone }: StoredPayment, event: ProviderEvent): string | undefined {
  if (event.amount.currency !== currency) return `The currency is ${event.amount.currency}, not ${currency}.`
  if (phone && event.phone !== phone) return 'It was paid from another number than was asked.'
  return undefined
}

/** A payment that came to less than was asked waits for treasury; more money for it is a case for people too. */
async function fallShort(req: PayloadRequest, payment: StoredPayment, { amount, providerReference }: ProviderEvent): Promise<Settlement> {
  const { id } = payment
  const received = amount.amount
  if (payment.status === 'underpaid')
    return { verdict: 'mismatch', payment: id, note: `Another ${received} came in, which is too little again.`, alert: true }
  await move(req, paymentStates, {
    collection: 'payments',
    id,
    verb: 'fall_short',
    data: { receivedAmount: received, ...(providerReference && { providerReference }) },
  })
  await emit(req, 'payments.underpaid', { ...summaryOf(payment), received })
  return { verdict: 'underpaid', payment: id, note: `${received} of ${payment.amount} came in.` }
}

async function succeed(req: PayloadRequest, payment: StoredPayment, event: ProviderEvent): Promise<Settlement> {
  const { id } = payment
  const fault = mismatch(payment, event)
  if (fault) return { verdict: 'mismatch', payment: id, note: fault, alert: true }
  const { amount, providerReference } = event
  if (!isIn([...open, ...unpaid, 'underpaid'], payment)) {
    const again = Boolean(providerReference && payment.providerReference && providerReference !== payment.providerReference)
    return again
      ? { verdict: 'mismatch', payment: id, note: 'It is paid already: this is money of a second transaction.', alert: true }
      : { verdict: 'duplicate', payment: id }
  }
  if (amount.amount < payment.amount) return fallShort(req, payment, event)
  const { to } = await receiveMoney(req, payment, { verb: 'succeed', received: amount.amount, providerReference })
  return { verdict: 'settled', payment: id, ...(to === 'refund_pending' && { note: 'The money came too late and goes back.' }) }
}

/**
 * Settles what a provider says of a payment, exactly once, whoever brings the news: its message, our question, a repetition of either, in any order.
 * Success outweighs failure, and money is never dropped: it settles, waits for a decision, or is listed for people to look at.
 */
export const settle = (req: PayloadRequest, provider: string, event: ProviderEvent): Promise<Settlement> =>
  inTransaction(req, async (): Promise<Settlement> => {
    const payment = await findPayment(req, { and: [{ reference: { equals: event.reference } }, { provider: { equals: provider } }] })
    if (!payment) return { verdict: 'unknown_reference', note: 'No payment of ours has this reference.', alert: true }
    const { id } = payment
    if (event.outcome === 'succeeded') return succeed(req, payment, event)
    if (event.outcome === 'pending' || !isIn(open, payment)) return { verdict: 'ignored', payment: id }
    await endAttempt(req, payment, 'fail', { failure: { code: 'DECLINED', message: event.message } })
    return { verdict: 'settled', payment: id }
  })
