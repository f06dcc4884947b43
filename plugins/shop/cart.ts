import type { PayloadRequest, Where } from 'payload'
import { bySecret, granted, own } from '../../platform/access.ts'
import { now } from '../../platform/clock.ts'
import { fail } from '../../platform/errors.ts'
import { isId, newId } from '../../platform/ids.ts'
import type { Currency } from '../../platform/money.ts'
import { hashSecret, newSecret } from '../../platform/secrets.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { type Line, summed } from './allocation.ts'
import { type Article, articles, isCounted, type Picture } from './catalogue.ts'
import { availableOf } from './reservations.ts'

/** A line of a cart as the shop shows it, with today's price. */
export type CartLine = {
  variant: string
  product: string
  title: string
  variantTitle: string | null
  slug: string
  sku: string
  kind: Article['kind']
  image: Picture | null
  quantity: number
  unitPrice: number
  total: number
  inStock: boolean
}

/** What became of a line that was put in: fewer than asked, none left, or not on sale any more. */
export type CartNotice = { variant: string; code: 'CAPPED' | 'OUT_OF_STOCK' | 'NOT_FOR_SALE'; quantity: number }

/** A cart as the shop shows it. Prices are looked up each time; the checkout looks again. */
export type CartView = { id: string; lines: CartLine[]; count: number; total: number; currency: Currency; notices: CartNotice[] }

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

const linesOf = ({ items }: Cart): Line[] => (items ?? []).map(({ variant, quantity }) => ({ variant, quantity }))

/** How many of an article one may put into a cart: what there is, and of things that are not counted one cart full. */
const limitOf = (article: Article, available: ReadonlyMap<string, number>) =>
  isCounted(article) ? (available.get(article.variant) ?? 0) : Number.POSITIVE_INFINITY

function verdict(article: Article | undefined, quantity: number, available: ReadonlyMap<string, number>): CartNotice | undefined {
  const notice = (code: CartNotice['code'], kept: number) => ({ variant: article?.variant ?? '', code, quantity: kept })
  if (!article?.published) return notice('NOT_FOR_SALE', 0)
  const limit = limitOf(article, available)
  if (limit === 0) return notice('OUT_OF_STOCK', 0)
  return quantity > limit ? notice('CAPPED', limit) : undefined
}

/** Looks at lines as they can be had today: those that are on sale, and a notice for each that is not as it was asked for. */
async function looked(req: PayloadRequest, lines: readonly Line[]) {
  const variants = lines.map(({ variant }) => variant)
  const found = await articles(req, variants, { pictures: true })
  const available = await availableOf(req, variants)
  const notices = lines.flatMap(({ variant, quantity }) => {
    const notice = verdict(found.get(variant), quantity, available)
    return notice ? [{ ...notice, variant }] : []
  })
  return { found, notices }
}

function lineOf({ quantity }: Line, { published, currency, ...article }: Article): CartLine {
  return { ...article, quantity, total: article.unitPrice * quantity }
}

async function viewOf(
  req: PayloadRequest,
  id: string,
  lines: readonly Line[],
  { found, notices }: Awaited<ReturnType<typeof looked>>,
): Promise<CartView> {
  const { currency } = await req.payload.findGlobal({ slug: 'settings', req, depth: 0 })
  const shown = lines.flatMap((line) => {
    const article = found.get(line.variant)
    return article?.published ? [lineOf(line, article)] : []
  })
  const sum = (of: (line: CartLine) => number) => shown.reduce((total, line) => total + of(line), 0)
  return { id, lines: shown, count: sum(({ quantity }) => quantity), total: sum(({ total }) => total), currency, notices }
}

/** Lines cut down to what can be had. */
const capped = (lines: readonly Line[], notices: readonly CartNotice[]): Line[] => {
  const limits = new Map(notices.map(({ variant, quantity }) => [variant, quantity]))
  return lines
    .map(({ variant, quantity }) => ({ variant, quantity: limits.get(variant) ?? quantity }))
    .filter(({ quantity }) => quantity > 0)
}

const write = (req: PayloadRequest, id: string, data: { items?: Line[]; customer?: string }) =>
  req.payload.update({ collection: 'carts', id, req, depth: 0, data })

/** Makes an empty cart; its secret is answered once and kept as a hash. */
export async function openCart(req: PayloadRequest): Promise<{ cart: CartView; secret: string }> {
  const secret = newSecret()
  const id = newId()
  const at = now().toISOString()
  const data = { id, items: [], secretHash: hashSecret(secret), ...(req.user && { customer: req.user.id }), createdAt: at, updatedAt: at }
  await inTransaction(req, () => req.payload.db.create({ collection: 'carts', req, returning: false, data }))
  return { cart: await viewOf(req, id, [], { found: new Map(), notices: [] }), secret }
}

/** Shows a cart. */
export async function readCart(req: PayloadRequest, id: string | undefined): Promise<CartView> {
  const cart = await cartById(req, id)
  const lines = linesOf(cart)
  return viewOf(req, cart.id, lines, await looked(req, lines))
}

/** Puts these lines into a cart instead of what was there, as far as they can be had. */
export const fillCart = (req: PayloadRequest, id: string | undefined, items: readonly Line[]): Promise<CartView> =>
  inTransaction(req, async () => {
    const cart = await cartById(req, id)
    const look = await looked(req, summed(items))
    const lines = capped(summed(items), look.notices)
    await write(req, cart.id, { items: lines })
    return viewOf(req, cart.id, lines, look)
  })

/**
 * Gives a guest's cart to the person who signed in. With a cart from before, both become one – the earlier one stays, the guest's is gone –
 * and quantities are added, as far as they can be had.
 */
export const mergeCart = (req: PayloadRequest, id: string | undefined): Promise<CartView> =>
  inTransaction(req, async () => {
    if (!req.user) return fail('UNAUTHENTICATED')
    const guest = await cartById(req, id)
    const where: Where = { and: [{ customer: { equals: req.user.id } }, { id: { not_equals: guest.id } }] }
    const [earlier] = (
      await req.payload.db.find<Cart>({ collection: 'carts', req, where, sort: '-updatedAt', limit: 1, pagination: false })
    ).docs
    const wanted = summed([...(earlier ? linesOf(earlier) : []), ...linesOf(guest)]).slice(0, mostLines)
    const look = await looked(req, wanted)
    const lines = capped(wanted, look.notices)
    const kept = earlier ?? guest
    await write(req, kept.id, { items: lines, customer: req.user.id })
    if (earlier) await req.payload.db.deleteOne({ collection: 'carts', req, where: { id: { equals: guest.id } } })
    return viewOf(req, kept.id, lines, look)
  })
