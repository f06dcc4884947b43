import type { PayloadRequest, Where } from 'payload'
import { bySecret, granted, own } from '../../platform/access.ts'
import { now } from '../../platform/clock.ts'
import { fail } from '../../platform/errors.ts'
import { isId, newId } from '../../platform/ids.ts'
import { hashSecret, newSecret } from '../../platform/secrets.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { type Line, summed } from './allocation.ts'
import { type CartView, capped, look, viewOf } from './cart-view.ts'

type Cart = { id: string; customer?: string | null; items?: Line[] | null }

/** The most different things that one cart holds. */
export const mostLines = 100

/** Who may use a cart: whoever knows its secret, and its owner. */
const holders = [bySecret('x-cart-secret'), own('customer')]

async function cartById(req: PayloadRequest, id: string | undefined): Promise<Cart> {
  const allowed = granted(req, holders)
  if (!isId(id) || allowed === false) return fail('NOT_FOUND')
  const where: Where = { and: [{ id: { equals: id } }, ...(allowed === true ? [] : [allowed])] }
  return (await req.payload.db.findOne<Cart>({ collection: 'carts', req, where })) ?? fail('NOT_FOUND')
}

const linesOf = ({ items }: Cart): Line[] => (items ?? []).flatMap(({ variant, quantity }) => (variant ? [{ variant, quantity }] : []))

/** Writes a cart as a whole: its lines stand in a table of their own, which needs the rest of the row. */
const write = (req: PayloadRequest, cart: Cart, { items, customer }: { items: Line[]; customer?: string }) => {
  const data = {
    ...cart,
    ...(customer && { customer }),
    items: items.map((line) => ({ id: newId(), ...line })),
    updatedAt: now().toISOString(),
  }
  return req.payload.db.updateOne({ collection: 'carts', id: cart.id, req, returning: false, data })
}

/** Makes an empty cart; its secret is answered once and kept as a hash. */
export async function openCart(req: PayloadRequest): Promise<{ cart: CartView; secret: string }> {
  const secret = newSecret()
  const id = newId()
  const at = now().toISOString()
  const data = { id, items: [], secretHash: hashSecret(secret), ...(req.user && { customer: req.user.id }), createdAt: at, updatedAt: at }
  await inTransaction(req, () => req.payload.db.create({ collection: 'carts', req, returning: false, data }))
  return { cart: await viewOf(req, id, [], { found: new Map(), notices: [] }), secret }
}

/** Shows a cart, with the taxes of the country that it goes to. */
export async function readCart(req: PayloadRequest, id: string | undefined, country?: string): Promise<CartView> {
  const cart = await cartById(req, id)
  const lines = linesOf(cart)
  return viewOf(req, cart.id, lines, await look(req, lines), country)
}

/** The cart that somebody used last. */
async function cartOf(req: PayloadRequest, customer: string, except?: string): Promise<Cart | undefined> {
  const where: Where = { and: [{ customer: { equals: customer } }, ...(except ? [{ id: { not_equals: except } }] : [])] }
  const found = await req.payload.db.find<Cart>({ collection: 'carts', req, where, sort: '-updatedAt', limit: 1, pagination: false })
  return found.docs[0]
}

/** Shows the cart of whoever is signed in, which they find again on every device; null when there is none yet. */
export async function ownCart(req: PayloadRequest, country?: string): Promise<CartView | null> {
  if (!req.user) return fail('UNAUTHENTICATED')
  const cart = await cartOf(req, req.user.id)
  if (!cart) return null
  const lines = linesOf(cart)
  return viewOf(req, cart.id, lines, await look(req, lines), country)
}

/** Puts these lines into a cart instead of what was there, as far as they can be had. */
export const fillCart = (req: PayloadRequest, id: string | undefined, items: readonly Line[]): Promise<CartView> =>
  inTransaction(req, async () => {
    const cart = await cartById(req, id)
    const seen = await look(req, summed(items))
    const lines = capped(summed(items), seen.notices)
    await write(req, cart, { items: lines })
    return viewOf(req, cart.id, lines, seen)
  })

/**
 * Gives a guest's cart to the person who signed in. With a cart from before, both become one – the earlier one stays, the guest's is gone –
 * and quantities are added, as far as they can be had.
 */
export const mergeCart = (req: PayloadRequest, id: string | undefined): Promise<CartView> =>
  inTransaction(req, async () => {
    if (!req.user) return fail('UNAUTHENTICATED')
    const guest = await cartById(req, id)
    if (guest.customer && guest.customer !== req.user.id) return fail('NOT_FOUND')
    const earlier = await cartOf(req, req.user.id, guest.id)
    const wanted = summed([...(earlier ? linesOf(earlier) : []), ...linesOf(guest)]).slice(0, mostLines)
    const seen = await look(req, wanted)
    const lines = capped(wanted, seen.notices)
    const kept = earlier ?? guest
    await write(req, kept, { items: lines, customer: req.user.id })
    if (earlier) await req.payload.db.deleteOne({ collection: 'carts', req, where: { id: { equals: guest.id } } })
    return viewOf(req, kept.id, lines, seen)
  })
