import { type PayloadRequest, ValidationError } from 'payload'
import type { Order } from '../../payload-types.ts'
import { now } from '../../platform/clock.ts'
import { newId } from '../../platform/ids.ts'
import { sendMail } from '../../platform/mail/send-mail.ts'
import { emit } from '../../platform/outbox/emit.ts'
import { hashSecret, newSecret } from '../../platform/secrets.ts'
import { begin } from '../../platform/states.ts'
import { isTrial } from '../../platform/test-data.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { isCounted } from './catalogue.ts'
import { draftOrder, lineErrors, type Wish } from './draft-order.ts'
import { fail } from './errors.ts'
import { letterToCustomer, localeOf } from './letters.ts'
import { orderNumber } from './numbers.ts'
import { hold, holdMinutes, plan } from './reservations.ts'
import { orderStates } from './states.ts'

/** What the customer gets to know of a fresh order. */
export type Placed = { order: Pick<Order, 'id' | 'number' | 'status' | 'total' | 'currency'>; secret: string }

type Draft = Awaited<ReturnType<typeof draftOrder>>

/** The order as it is stored, before anything of it is. */
function freshOrder(req: PayloadRequest, { email, phone }: Wish, draft: Draft, secret: string) {
  const placedAt = now()
  const at = placedAt.toISOString()
  const until = new Date(placedAt.getTime() + holdMinutes.checkout * 60_000)
  return {
    id: newId(),
    number: orderNumber(),
    kind: 'shop',
    status: 'awaiting_payment',
    ...(req.user && { customer: req.user.id }),
    email,
    ...(phone && { phone }),
    locale: localeOf(req),
    test: isTrial,
    ...draft,
    secretHash: hashSecret(secret),
    ...(draft.items.some(isCounted) && { expiresAt: until.toISOString() }),
    createdAt: at,
    updatedAt: at,
  } as const
}

const isNumberTaken = (error: unknown) => error instanceof ValidationError && error.data.errors.some(({ path }) => path === 'number')

async function place(req: PayloadRequest, wish: Wish, draft: Draft): Promise<Placed> {
  const secret = newSecret()
  const order = freshOrder(req, wish, draft, secret)
  const mail = await letterToCustomer(req, 'placed', order, { secret: req.user ? undefined : secret })
  const { id, number, status, total, currency, items, pickup, expiresAt = order.createdAt } = order
  const write = async () => {
    const { shares, shortages } = await plan(req, items.filter(isCounted), pickup)
    const short = shortages.map(({ variant }) => variant)
    if (short.length > 0) return fail('OUT_OF_STOCK', { lines: shortages, errors: lineErrors(wish.items, short, 'OUT_OF_STOCK') })
    // A copy is handed over, because an adapter may turn what it gets into its own form.
    await req.payload.db.create({ collection: 'orders', req, returning: false, data: structuredClone(order) })
    await begin(req, orderStates, { collection: 'orders', id, to: status })
    await sendMail(req, mail)
    await emit(req, 'orders.placed', { id, test: order.test })
    await hold(req, id, shares, { until: new Date(expiresAt) })
  }
  await inTransaction(req, write, { over: items.map(({ variant }) => `stock ${variant}`) })
  return { order: { id, number, status, total, currency }, secret }
}

/**
 * Places an order: prices it, puts its goods aside for a quarter of an hour and mails the way to it – all of that or nothing.
 * The secret that opens the order for a guest is answered once and kept as a hash.
 */
export async function placeOrder(req: PayloadRequest, wish: Wish): Promise<Placed> {
  // Everything that can be known beforehand is, so that the stock is held up as briefly as possible.
  const draft = await draftOrder(req, wish)
  try {
    return await place(req, wish, draft)
  } catch (error) {
    // Of a billion numbers in use, one in a thousand new ones is among them.
    if (isNumberTaken(error)) return place(req, wish, draft)
    throw error
  }
}
