import type { PayloadRequest } from 'payload'
import type { Order } from '../../payload-types.ts'
import { now } from '../../platform/clock.ts'
import { newId } from '../../platform/ids.ts'
import { emit } from '../../platform/outbox/emit.ts'
import { hashSecret, newSecret } from '../../platform/secrets.ts'
import { begin } from '../../platform/states.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { isCounted } from './catalogue.ts'
import { draftOrder, lineErrors, type Wish } from './draft-order.ts'
import { fail } from './errors.ts'
import { localeOf, writeToCustomer } from './letters.ts'
import { freeOrderNumber } from './numbers.ts'
import { hold, holdMinutes, plan } from './reservations.ts'
import { orderStates } from './states.ts'

/** What the customer gets to know of a fresh order. */
export type Placed = { order: Pick<Order, 'id' | 'number' | 'status' | 'total' | 'currency'>; secret: string }

/**
 * Places an order: prices it, puts its goods aside for a quarter of an hour and mails the way to it – all of that or nothing.
 * The secret that opens the order for a guest is answered once and kept as a hash.
 */
export async function placeOrder(req: PayloadRequest, wish: Wish): Promise<Placed> {
  const draft = await draftOrder(req, wish)
  const locale = localeOf(req)
  const { email, phone } = wish
  const secret = newSecret()
  return inTransaction(req, async () => {
    const id = newId()
    const placedAt = now()
    const until = new Date(placedAt.getTime() + holdMinutes.checkout * 60_000)
    const goods = draft.items.filter(isCounted)
    const { shares, shortages } = await plan(req, goods, draft.pickup)
    const short = shortages.map(({ variant }) => variant)
    if (short.length > 0) return fail('OUT_OF_STOCK', { lines: shortages, errors: lineErrors(wish.items, short, 'OUT_OF_STOCK') })
    const at = placedAt.toISOString()
    const order = {
      id,
      number: await freeOrderNumber(req),
      kind: 'shop',
      status: 'awaiting_payment',
      ...(req.user && { customer: req.user.id }),
      email,
      ...(phone && { phone }),
      locale,
      ...draft,
      secretHash: hashSecret(secret),
      ...(goods.length > 0 && { expiresAt: until.toISOString() }),
      createdAt: at,
      updatedAt: at,
    } as const
    // Copies are handed over, because an adapter may turn what it gets into its own form.
    await req.payload.db.create({ collection: 'orders', req, returning: false, data: structuredClone(order) })
    await hold(req, id, shares, { until })
    await begin(req, orderStates, { collection: 'orders', id, to: order.status })
    await writeToCustomer(req, 'placed', order, { secret: req.user ? undefined : secret })
    await emit(req, 'orders.placed', { id })
    const { number, status, total, currency } = order
    return { order: { id, number, status, total, currency }, secret }
  })
}
