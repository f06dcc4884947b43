import type { Where } from 'payload'
import { bySecret, own } from '../../platform/access.ts'
import { states } from '../../platform/states.ts'

// What is picked up or downloaded has no address: it is handed over where it was packed.
const hasAddress: Where = { 'shipping.line1': { exists: true } }
const isShippedOrPickedUp: Where = { or: [{ status: { equals: 'shipped' } }, { 'shipping.line1': { exists: false } }] }

/** The life of an order: sales sells, treasury confirms the money, delivery packs and hands over; each step is a right of its own. */
export const orderStates = states({
  initial: 'draft',
  states: {
    draft: { label: 'Draft', tone: 'neutral' },
    awaiting_payment: { label: 'Awaiting payment', tone: 'warning' },
    paid: { label: 'Paid', tone: 'info' },
    treasury_confirmed: { label: 'Money confirmed', tone: 'info' },
    packed: { label: 'Packed', tone: 'info' },
    shipped: { label: 'Shipped', tone: 'info' },
    delivered: { label: 'Delivered', tone: 'success' },
    closed: { label: 'Closed', tone: 'success' },
    canceled: { label: 'Canceled', tone: 'neutral' },
    returned: { label: 'Returned', tone: 'neutral' },
    paid_unfulfillable: { label: 'Paid, out of stock', tone: 'danger' },
  },
  moves: {
    place: { from: ['draft'], to: 'awaiting_payment', label: 'Place' },
    pay: { from: ['awaiting_payment'], to: 'paid', label: 'Pay' },
    fail_fulfilment: { from: ['awaiting_payment', 'canceled'], to: 'paid_unfulfillable', label: 'Paid too late' },
    expire: { from: ['awaiting_payment'], to: 'canceled', label: 'Never paid' },
    resume: { from: ['paid_unfulfillable'], to: 'paid', label: 'Take the goods again', grants: ['sales'] },
    confirm: { from: ['paid'], to: 'treasury_confirmed', label: 'Confirm the money', grants: ['treasury'] },
    pack: { from: ['treasury_confirmed'], to: 'packed', label: 'Pack', grants: ['delivery'] },
    ship: { from: ['packed'], to: 'shipped', label: 'Ship', grants: ['delivery'], where: hasAddress },
    deliver: { from: ['shipped', 'packed'], to: 'delivered', label: 'Hand over', grants: ['delivery'], where: isShippedOrPickedUp },
    close: { from: ['delivered'], to: 'closed', label: 'Close', grants: ['sales'] },
    cancel: {
      from: ['awaiting_payment', 'draft', 'paid', 'treasury_confirmed', 'packed', 'paid_unfulfillable'],
      to: 'canceled',
      label: 'Cancel',
      grants: ['sales', own('customer'), bySecret('x-order-secret')],
      reason: 'optional',
    },
    return: { from: ['shipped', 'delivered', 'closed'], to: 'returned', label: 'Take back', grants: ['sales'], reason: 'required' },
  },
})

/** The life of goods that are put aside for an order. */
export const reservationStates = states({
  initial: 'held',
  states: {
    held: { label: 'Held', tone: 'warning' },
    consumed: { label: 'Sold', tone: 'success' },
    released: { label: 'Released', tone: 'neutral' },
  },
  moves: {
    consume: { from: ['held'], to: 'consumed', label: 'Sell' },
    release: { from: ['held'], to: 'released', label: 'Let go' },
    put_back: { from: ['consumed'], to: 'released', label: 'Put back' },
  },
})
