import { bySecret, own } from '../../platform/access.ts'
import { states } from '../../platform/states.ts'

/** The header in which a guest shows the secret of what is paid for. */
export const guestSecret = 'x-order-secret'

/** States in which an attempt waits for money. */
export const open = ['created', 'pending'] as const

/** States in which an attempt ended without money, though some may still come late. */
export const unpaid = ['failed', 'expired', 'canceled'] as const

/** The life of a payment: one attempt to be paid for one thing, then what becomes of the money. */
export const paymentStates = states({
  initial: 'created',
  states: {
    created: { label: 'Created', tone: 'neutral' },
    pending: { label: 'Waiting for the payer', tone: 'info' },
    succeeded: { label: 'Paid', tone: 'success' },
    failed: { label: 'Failed', tone: 'danger' },
    expired: { label: 'Expired', tone: 'neutral' },
    canceled: { label: 'Canceled', tone: 'neutral' },
    underpaid: { label: 'Too little came in', tone: 'warning' },
    refund_pending: { label: 'To be refunded', tone: 'warning' },
    partially_refunded: { label: 'Partly refunded', tone: 'info' },
    refunded: { label: 'Refunded', tone: 'neutral' },
    refund_failed: { label: 'Refund failed', tone: 'danger' },
    disputed: { label: 'Disputed', tone: 'danger' },
  },
  moves: {
    ask: { from: ['created'], to: 'pending', label: 'Ask for the money' },
    succeed: { from: [...open, 'underpaid', ...unpaid], to: 'succeeded', label: 'Money came in' },
    fall_short: { from: [...open, ...unpaid], to: 'underpaid', label: 'Too little came in' },
    fail: { from: [...open], to: 'failed', label: 'Fail' },
    expire: { from: [...open], to: 'expired', label: 'Nobody paid in time' },
    cancel: {
      from: [...open],
      to: 'canceled',
      label: 'Cancel',
      grants: ['treasury', own('payer'), bySecret(guestSecret)],
      reason: 'optional',
    },
    receive: {
      from: [...open],
      to: 'succeeded',
      label: 'Take the cash',
      grants: ['treasury', 'sales'],
      reason: 'optional',
      where: { provider: { equals: 'cash' } },
    },
    resolve: { from: [...open, ...unpaid], to: 'succeeded', label: 'Money was found', grants: ['treasury'], reason: 'required' },
    accept: { from: ['underpaid'], to: 'succeeded', label: 'Accept as paid', grants: ['treasury'], reason: 'required' },
    give_back: { from: ['underpaid'], to: 'refund_pending', label: 'Give it back', grants: ['treasury'], reason: 'required' },
    request_refund: { from: ['succeeded', 'partially_refunded'], to: 'refund_pending', label: 'Ask for a refund' },
    finish_refund: { from: ['refund_pending'], to: 'refunded', label: 'Refund is done', grants: ['treasury'], reason: 'required' },
    fail_refund: { from: ['refund_pending'], to: 'refund_failed', label: 'Refund did not work', grants: ['treasury'], reason: 'required' },
    retry_refund: {
      from: ['refund_failed'],
      to: 'refund_pending',
      label: 'Try the refund again',
      grants: ['treasury'],
      reason: 'optional',
    },
    keep_money: {
      from: ['refund_pending', 'refund_failed'],
      to: 'succeeded',
      label: 'Keep it after all',
      grants: ['treasury'],
      reason: 'required',
    },
    return_excess: {
      from: ['succeeded'],
      to: 'partially_refunded',
      label: 'Excess is returned',
      grants: ['treasury'],
      reason: 'required',
      where: { excess: { greater_than: 0 } },
    },
    dispute: {
      from: ['succeeded', 'partially_refunded'],
      to: 'disputed',
      label: 'The payer disputes it',
      grants: ['treasury'],
      reason: 'required',
    },
    win_dispute: { from: ['disputed'], to: 'succeeded', label: 'Dispute is won', grants: ['treasury'], reason: 'required' },
    lose_dispute: { from: ['disputed'], to: 'refunded', label: 'Dispute is lost', grants: ['treasury'], reason: 'required' },
  },
})

/** A state of a payment. */
export type PaymentState = keyof typeof paymentStates.states

/** What happens to a payment. */
export type PaymentVerb = keyof typeof paymentStates.moves
