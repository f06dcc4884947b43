import type { PayloadRequest } from 'payload'
import type { Order, Setting } from '../../payload-types.ts'
import { inSeconds, now } from '../../platform/clock.ts'
import { fail as refuse } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import type { Locale } from '../../platform/locales.ts'
import { emit } from '../../platform/outbox/emit.ts'
import { hashSecret, newSecret } from '../../platform/secrets.ts'
import { begin } from '../../platform/states.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { type Line, summed } from './allocation.ts'
import { type Article, articles, isCounted } from './catalogue.ts'
import { fail } from './errors.ts'
import { localeOf, writeToCustomer } from './letters.ts'
import { freeOrderNumber } from './numbers.ts'
import { priceOrder } from './pricing.ts'
import { hold, holdMinutes, plan } from './reservations.ts'
import { orderStates } from './states.ts'

/** Where an order goes. */
export type Address = { name: string; line1: string; line2?: string; city: string; region?: string; country: string; phone?: string }

/** What a customer asks for; amounts are worked out here, never taken over. */
export type Wish = {
  items: readonly Line[]
  email: string
  phone?: string
  shipping?: Address
  pickup?: string
  /** What the customer was shown; another total is not charged but answered. */
  expectedTotal?: number
}

/** A line of an order before it is priced. */
type Wanted = Article & { quantity: number; unitPrice: number }

const pathsOf = (items: readonly Line[], variants: readonly string[]) =>
  items.flatMap(({ variant }, index) => (variants.includes(variant) ? [`items.${index}.variant`] : []))

/** The articles that were asked for, each once; refuses what does not exist or is not on sale. */
async function wantedLines(req: PayloadRequest, { items }: Wish, { currency }: Setting): Promise<Wanted[]> {
  const lines = summed(items)
  const found = await articles(
    req,
    lines.map(({ variant }) => variant),
  )
  const refuseThose = (code: 'UNKNOWN_VARIANT' | 'NOT_FOR_SALE' | 'CURRENCY_MISMATCH', faulty: (article?: Article) => boolean) => {
    const variants = lines.flatMap(({ variant }) => (faulty(found.get(variant)) ? [variant] : []))
    if (variants.length > 0)
      fail(code, { variants, errors: pathsOf(items, variants).map((path) => ({ path, code, message: 'This product cannot be ordered.' })) })
  }
  refuseThose('UNKNOWN_VARIANT', (article) => !article)
  refuseThose('NOT_FOR_SALE', (article) => !article?.published)
  refuseThose('CURRENCY_MISMATCH', (article) => article?.currency !== currency)
  return lines.map(({ variant, quantity }) => ({ ...(found.get(variant) as Article), quantity }))
}

/** How goods reach the customer; nothing at all where there is nothing to carry. */
async function deliveryFor(
  req: PayloadRequest,
  { shipping, pickup }: Wish,
  lines: readonly Wanted[],
): Promise<{ shipping?: Address; pickup?: string }> {
  if (!lines.some(isCounted)) return {}
  if (!shipping && !pickup)
    return refuse('VALIDATION', {
      errors: [{ path: 'shipping', code: 'REQUIRED', message: 'Say where to send the order, or where you pick it up.' }],
    })
  if (!pickup) return { shipping }
  const { totalDocs } = await req.payload.db.count({
    collection: 'locations',
    req,
    where: { id: { equals: pickup }, pickup: { equals: true } },
  })
  return totalDocs > 0
    ? { pickup }
    : fail('UNKNOWN_LOCATION', { errors: [{ path: 'pickup', code: 'UNKNOWN_LOCATION', message: 'There is no such place to pick up.' }] })
}

const lineOf = ({
  variant,
  product,
  title,
  variantTitle,
  sku,
  kind,
  quantity,
  unitPrice,
  taxRateBp,
  taxAmount,
  total,
}: ReturnType<typeof priceOrder<Wanted>>['lines'][number]) => ({
  id: newId(),
  variant,
  product,
  title: variantTitle ? `${title} – ${variantTitle}` : title,
  sku,
  kind,
  quantity,
  unitPrice,
  taxRateBp,
  taxAmount,
  total,
})

/** Works out what a wish comes to today. */
async function draftOrder(req: PayloadRequest, wish: Wish) {
  const settings = await req.payload.findGlobal({ slug: 'settings', req, depth: 0 })
  if (!req.user && settings.shop.guestCheckout === false) return refuse('UNAUTHENTICATED')
  const wanted = await wantedLines(req, wish, settings)
  const delivery = await deliveryFor(req, wish, wanted)
  const tax = { rateBp: settings.tax.rateBp, pricesIncludeTax: settings.tax.pricesIncludeTax ?? true }
  const shipping = delivery.shipping && { fee: settings.shop.shippingFee, freeFrom: settings.shop.freeShippingFrom }
  const { lines, ...totals } = priceOrder(wanted, { tax, shipping })
  if (!Number.isSafeInteger(totals.total)) return fail('ORDER_TOO_LARGE')
  const { currency } = settings
  if (wish.expectedTotal !== undefined && wish.expectedTotal !== totals.total) return fail('PRICE_CHANGED', { ...totals, currency })
  return { items: lines.map(lineOf), ...totals, ...delivery, currency, pricesIncludeTax: tax.pricesIncludeTax }
}

/** What the customer gets to know of a fresh order. */
export type Placed = { order: Pick<Order, 'id' | 'number' | 'status' | 'total' | 'currency'>; secret: string }

/**
 * Places an order: prices it, puts its goods aside for a quarter of an hour and mails the way to it – all of that or nothing.
 * The secret that opens the order for a guest is answered once and kept as a hash.
 */
export async function placeOrder(req: PayloadRequest, wish: Wish): Promise<Placed> {
  const draft = await draftOrder(req, wish)
  const locale: Locale = localeOf(req)
  const { email, phone } = wish
  const secret = newSecret()
  return inTransaction(req, async () => {
    const id = newId()
    const until = inSeconds(holdMinutes.checkout * 60)
    const goods = draft.items.filter(isCounted)
    const { shares, shortages } = await plan(req, goods, draft.pickup)
    if (shortages.length > 0)
      return fail('OUT_OF_STOCK', {
        lines: shortages,
        errors: pathsOf(
          wish.items,
          shortages.map(({ variant }) => variant),
        ).map((path) => ({ path, code: 'OUT_OF_STOCK', message: 'There is not enough in stock.' })),
      })
    const at = now().toISOString()
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
