import type { PayloadRequest } from 'payload'
import type { Setting } from '../../payload-types.ts'
import { type InputError, fail as refuse } from '../../platform/errors.ts'
import { idOf, newId } from '../../platform/ids.ts'
import { settingsOf } from '../../platform/settings.ts'
import { type Taxes, taxesFor } from '../../platform/tax/rates.ts'
import { type Line, summed } from './allocation.ts'
import { type Article, articles, isCounted } from './catalogue.ts'
import { fail, shopErrors } from './errors.ts'
import { priceOrder, type ShippingRule, type Wanted as WantedLine } from './pricing.ts'

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

type Taxable = Wanted & WantedLine

/** Says of each line with one of these variants that it is wrong in this way. */
export const lineErrors = (items: readonly Line[], variants: readonly string[], code: keyof typeof shopErrors): InputError[] =>
  items.flatMap(({ variant }, index) =>
    variants.includes(variant) ? [{ path: `items.${index}.variant`, code, message: shopErrors[code][1] }] : [],
  )

/** The articles that were asked for, each once; refuses what does not exist or is not on sale. */
async function wantedLines(req: PayloadRequest, { items }: Wish, { currency }: Pick<Setting, 'currency'>): Promise<Wanted[]> {
  const lines = summed(items)
  const wanted = lines.map(({ variant }) => variant)
  const found = await articles(req, wanted)
  const refuseThose = (code: 'UNKNOWN_VARIANT' | 'NOT_FOR_SALE' | 'CURRENCY_MISMATCH', faulty: (article?: Article) => boolean) => {
    const variants = wanted.filter((variant) => faulty(found.get(variant)))
    if (variants.length > 0) fail(code, { variants, errors: lineErrors(items, variants, code) })
  }
  refuseThose('UNKNOWN_VARIANT', (article) => !article)
  refuseThose('NOT_FOR_SALE', (article) => !article?.published)
  refuseThose('CURRENCY_MISMATCH', (article) => article?.currency !== currency)
  return lines.map(({ variant, quantity }) => ({ ...(found.get(variant) as Article), quantity }))
}

type Delivery = { shipping?: Address; pickup?: string /** Whose taxes hold. */; country?: string | null }

/** How goods reach the customer; nothing at all where there is nothing to carry. */
async function deliveryFor(req: PayloadRequest, { shipping, pickup }: Wish, lines: readonly Wanted[]): Promise<Delivery> {
  if (!lines.some(isCounted)) return {}
  if (!shipping && !pickup)
    return refuse('VALIDATION', {
      errors: [{ path: 'shipping', code: 'REQUIRED', message: 'Say where to send the order, or where you pick it up.' }],
    })
  if (!pickup) return { shipping, country: shipping?.country }
  const place = await req.payload.db.findOne<{ id: string; country?: string | null }>({
    collection: 'locations',
    req,
    where: { id: { equals: pickup }, pickup: { equals: true } },
    select: { country: true },
  })
  if (place) return { pickup, country: place.country }
  const code = 'UNKNOWN_LOCATION'
  return fail(code, { errors: [{ path: 'pickup', code, message: shopErrors[code][1] }] })
}

type Priced = ReturnType<typeof priceOrder<Taxable>>['lines'][number]

/** What an order keeps of a line, whatever becomes of the product. */
const lineOf = ({ title, variantTitle, slug, currency, published, inStock, image, weightGrams, tax, ...kept }: Priced) => ({
  id: newId(),
  ...kept,
  title: variantTitle ? `${title} – ${variantTitle}` : title,
})

/** What delivery costs by the settings, where these taxes hold. */
export const shippingRule = ({ shop }: Pick<Setting, 'shop'>, taxes: Taxes): ShippingRule => ({
  fee: shop.shippingFee,
  freeFrom: shop.freeShippingFrom,
  tax: taxes.of(shop.shippingTaxClass && idOf(shop.shippingTaxClass)),
})

/** Works out what a wish comes to today; refuses what cannot be sold, and another total than the customer expects. */
export async function draftOrder(req: PayloadRequest, wish: Wish) {
  const settings = await settingsOf(req)
  if (!req.user && settings.shop.guestCheckout === false) return refuse('UNAUTHENTICATED')
  const wanted = await wantedLines(req, wish, settings)
  const { country, ...delivery } = await deliveryFor(req, wish, wanted)
  const taxes = await taxesFor(req, { country })
  const { pricesIncludeTax, name: taxZone } = taxes.zone
  const shipping = delivery.shipping && shippingRule(settings, taxes)
  const taxable = wanted.map((line) => ({ ...line, tax: taxes.of(line.taxClass) }))
  const { lines, ...totals } = priceOrder(taxable, { pricesIncludeTax, shipping })
  if (!Number.isSafeInteger(totals.total)) return fail('ORDER_TOO_LARGE')
  const { currency } = settings
  if (wish.expectedTotal !== undefined && wish.expectedTotal !== totals.total) return fail('PRICE_CHANGED', { ...totals, currency })
  return { items: lines.map(lineOf), ...totals, ...delivery, currency, taxZone, pricesIncludeTax }
}
