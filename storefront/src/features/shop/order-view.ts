import type { Order } from '../../../../payload-types.ts'

/** A state of an order. */
export type OrderStatus = Order['status']

/** How a state looks; words come from the dictionaries. */
export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'danger'

/** The colour that goes with each state. */
export const tones: Record<OrderStatus, Tone> = {
  draft: 'neutral',
  awaiting_payment: 'warning',
  paid: 'success',
  treasury_confirmed: 'info',
  packed: 'info',
  shipped: 'info',
  delivered: 'success',
  closed: 'success',
  canceled: 'neutral',
  returned: 'neutral',
  paid_unfulfillable: 'danger',
}

const byCarrier = ['awaiting_payment', 'paid', 'treasury_confirmed', 'packed', 'shipped', 'delivered'] as const
const atCounter = ['awaiting_payment', 'paid', 'treasury_confirmed', 'packed', 'delivered'] as const
const byWire = ['awaiting_payment', 'paid', 'treasury_confirmed', 'delivered'] as const

/** A step of the way from order to hand-over. */
export type Step = { status: (typeof byCarrier)[number]; state: 'done' | 'current' | 'todo' }

/** How an order reaches its buyer. */
export type Way = 'delivery' | 'pickup' | 'digital'

/** How this order reaches its buyer. */
export function wayOf({ shipping, pickup }: Pick<Order, 'shipping' | 'pickup'>): Way {
  if (pickup) return 'pickup'
  return shipping?.line1 ? 'delivery' : 'digital'
}

/** The way of an order as steps: what has been done, what is under way, what comes later. An order that left the way, canceled for instance, has none. */
export function stepsOf(order: Pick<Order, 'status' | 'shipping' | 'pickup'>): Step[] {
  const way = { delivery: byCarrier, pickup: atCounter, digital: byWire }[wayOf(order)]
  const status = order.status === 'closed' ? 'delivered' : order.status
  const here = way.indexOf(status as never)
  if (here < 0) return []
  return way.map((step, at) => ({ status: step, state: at <= here ? 'done' : at === here + 1 ? 'current' : 'todo' }))
}

/** Whether nothing more happens to an order by itself, so that nobody need watch it. */
export const isSettled = (status: OrderStatus): boolean => ['delivered', 'closed', 'canceled', 'returned'].includes(status)

/** Whether the buyer can still take the order back alone: before money was sent. */
export const mayCancel = (status: OrderStatus): boolean => status === 'awaiting_payment'

/** Whether the goods of an order are still put aside for it; undefined when there is nothing to put aside. */
export const isHeld = ({ expiresAt }: Pick<Order, 'expiresAt'>, now = new Date()): boolean | undefined =>
  expiresAt ? new Date(expiresAt) > now : undefined
