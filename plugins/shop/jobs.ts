import type { Payload, Where } from 'payload'
import { idOf } from '../../platform/ids.ts'
import type { Job } from '../../platform/job.ts'
import { inTransaction, withRequest } from '../../platform/transaction.ts'
import { checkStock } from './check-stock.ts'
import { expireOrder, orderById } from './fulfilment.ts'
import { release, reservationsOf } from './reservations.ts'

const batch = 200
const day = 86_400_000

/** How long an order waits for its payment, and how long a cart is kept that nobody touches, in days. */
const patience = { order: 3, cart: 30 }

type Clock = { now: () => Date }

/** Lets go of what is held for orders whose time is up. */
async function releaseReservations(payload: Payload, { now }: Clock): Promise<{ done: number }> {
  const due: Where = { and: [{ status: { equals: 'held' } }, { expiresAt: { less_than_equal: now().toISOString() } }] }
  const found = await withRequest(payload, 'shop.release-reservations', (req) =>
    payload.db.find<{ order: string }>({ collection: 'reservations', req, where: due, sort: 'expiresAt', limit: batch, pagination: false }),
  )
  const orders = [...new Set(found.docs.map(({ order }) => idOf(order)))]
  for (const order of orders) await releaseReservationsOf(payload, order, { now })
  return { done: orders.length }
}

/** Lets go of what is held for an order if its time is up. */
const releaseReservationsOf = (payload: Payload, order: string, { now }: Clock): Promise<{ done: number }> =>
  withRequest(payload, 'shop.release-reservations', (req) =>
    inTransaction(req, async () => {
      const held = await reservationsOf(req, order, 'held')
      // A payment may have been started in the meantime.
      const over = held.length > 0 && held.every(({ expiresAt }) => new Date(expiresAt) <= now())
      if (over) await release(req, order)
      return { done: Number(over) }
    }),
  )

/** Ends orders that nobody has paid or tried to pay for days. */
async function expireOrders(payload: Payload, { now }: Clock): Promise<{ done: number }> {
  const old = longAgo({ now })
  const where: Where = { and: [{ status: { equals: 'awaiting_payment' } }, { updatedAt: { less_than: old } }] }
  const { docs } = await withRequest(payload, 'shop.expire-orders', (req) =>
    payload.db.find<{ id: string }>({ collection: 'orders', req, where, limit: batch, pagination: false, select: { number: true } }),
  )
  for (const { id } of docs) await expireOldOrder(payload, id, { now })
  return { done: docs.length }
}

const longAgo = ({ now }: Clock) => new Date(now().getTime() - patience.order * day).toISOString()

/** Ends an order if nobody has paid or tried to pay for days. */
const expireOldOrder = (payload: Payload, id: string, clock: Clock): Promise<{ done: number }> =>
  withRequest(payload, 'shop.expire-orders', (req) =>
    inTransaction(req, async () => {
      const { status, updatedAt } = await orderById(req, id)
      const over = status === 'awaiting_payment' && updatedAt < longAgo(clock)
      if (over) await expireOrder(req, id)
      return { done: Number(over) }
    }),
  )

/** Throws away carts that nobody has touched for a month. */
const expireCarts = (payload: Payload, { now }: Clock): Promise<{ done: number }> =>
  withRequest(payload, 'shop.expire-carts', (req) =>
    inTransaction(req, async () => {
      const old = new Date(now().getTime() - patience.cart * day).toISOString()
      const { docs } = await payload.db.find<{ id: string }>({
        collection: 'carts',
        req,
        where: { updatedAt: { less_than: old } },
        limit: batch,
        pagination: false,
      })
      if (docs.length > 0) await payload.db.deleteMany({ collection: 'carts', req, where: { id: { in: docs.map(({ id }) => id) } } })
      return { done: docs.length }
    }),
  )

/** What the shop does by itself, again and again. */
export const shopJobs: Job[] = [
  { name: 'shop.release-reservations', every: '30 seconds', run: releaseReservations, forOne: releaseReservationsOf },
  { name: 'shop.expire-orders', every: '1 hour', run: expireOrders, forOne: expireOldOrder },
  { name: 'shop.expire-carts', every: '1 hour', alias: 'cleanup_expired_data', run: expireCarts },
  { name: 'shop.check-stock', every: '0 3 * * *', run: checkStock },
]
