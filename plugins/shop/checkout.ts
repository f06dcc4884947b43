import type { PayloadRequest } from 'payload'
import type { Order } from '../../payload-types.ts'
import { now } from '../../platform/clock.ts'
import { newId } from '../../platform/ids.ts'
import { sendMail } from '../../platform/mail/send-mail.ts'
import { emit } from '../../platform/outbox/emit.ts'
import { hashSecret, newSecret } from '../../platform/secrets.ts'
import { begin } from '../../platform/states.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { isCounted } from './catalogue.ts'
import { draftOrder, lineErrors, type Wish } from './draft-order.ts'
import { fail } from './errors.ts'
import { letterToCustomer, localeOf } from './letters.ts'
import { freeOrderNumber } from './numbers.ts'
import { hold, holdMinutes, plan } from './reservations.ts'
import { orderStates } from './states.ts'

/** What the customer gets to know of a fresh order. */
export type Placed = { order: Pick<Order, 'id' | 'number' | 'status' | 'total' | 'currency'>; secret: string }

/** The order as it is stored, before anything of it is. */
async function freshOrder(req: PayloadRequest, { email, phone }: Wish, draft: Awaited<ReturnType<typeof draftOrder>>, secret: string) {
  const placedAt = now()
  const at = placedAt.toISOString()
  const until = new Date(placedAt.getTime() + holdMinutes.checkout * 60_000)
  return {
    id: newId(),
    number: await freeOrderNumber(req),
    kind: 'shop',
    status: 'awaiting_payment',
    ...(req.user && { customer: req.user.id }),
    email,
    ...(phone && { phone }),
    locale: localeOf(req),
    ...draft,
    secretHash: hashSecret(secret),
    ...(draft.items.some(isCounted) && { expiresAt: until.toISOString() }),
    createdAt: at,
    updatedAt: at,
  } as const
}

/**
 * Places an order: prices it, puts its goods aside for a quarter of an hour and mails the way to it – all of that or nothing.
 * The secret that opens the order for a guest is answered once and kept as a hash.
 */
export async function placeOrder(req: PayloadRequest, wish: Wish): Promise<Placed> {
  const secret = newSecret()
  // Everything that can be known beforehand is, so that the stock is held up as briefly as possible.
  const order = await freshOrder(req, wish, await draftOrder(req, wish), secret)
  const mail = await letterToCustomer(req, 'placed', order, { secret: req.user ? undefined : secret })
  const { id, number, status, total, currency, items, pickup, expiresAt = order.createdAt } = order
  await inTransaction(req, async () => {
    const { shares, shortages } = await plan(req, items.filter(isCounted), pickup)
    const short = shortages.map(({ variant }) => variant)
    if (short.length > 0) return fail('OUT_OF_STOCK', { lines: shortages, errors: lineErrors(wish.items, short, 'OUT_OF_STOCK') })
    // A copy is handed over, because an adapter may turn what it gets into its own form.
    await req.payload.db.create({ collection: 'orders', req, returning: false, data: structuredClone(order) })
    await begin(req, orderStates, { collection: 'orders', id, to: status })
    await sendMail(req, mail)
    await emit(req, 'orders.placed', { id })
    await hold(req, id, shares, { until: new Date(expiresAt) })
  })
  return { order: { id, number, status, total, currency }, secret }
}
