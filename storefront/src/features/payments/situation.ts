import type { Order, Payment } from '../../../../payload-types.ts'
import type { Tone } from '../shop/order-view.ts'

/** Where an order stands in the eyes of its buyer: `waiting` for money on its way, `retry` when it is the buyer's turn to pay. */
export type Situation = { name: SituationName; tone?: Tone; waiting?: boolean; retry?: boolean }

type OfOrder = Exclude<Order['status'], 'awaiting_payment'>

/** The names of situations, for which the dictionaries have words. */
export type SituationName = OfOrder | 'unpaid' | 'prompted' | 'atCounter' | 'failed' | 'expired' | 'underpaid' | 'checking'

const ofPayment: Partial<Record<Payment['status'], Situation>> = {
  failed: { name: 'failed', tone: 'danger', retry: true },
  expired: { name: 'expired', tone: 'danger', retry: true },
  underpaid: { name: 'underpaid', tone: 'danger' },
  succeeded: { name: 'checking', tone: 'info' },
}

/** Where an order stands, by its own state and the latest attempt to pay for it. */
export function situationOf({ status }: Pick<Order, 'status'>, payment: Pick<Payment, 'status' | 'provider'> | undefined): Situation {
  if (status !== 'awaiting_payment') return { name: status }
  if (!payment) return { name: 'unpaid', retry: true }
  if (payment.status === 'created' || payment.status === 'pending')
    return { name: payment.provider === 'cash' ? 'atCounter' : 'prompted', waiting: true }
  return ofPayment[payment.status] ?? { name: 'unpaid', retry: true }
}
