import type { PayloadRequest } from 'payload'
import type { Currency } from '../../platform/money.ts'
import { settingsOf } from '../../platform/settings.ts'
import { taxesFor } from '../../platform/tax/rates.ts'
import type { Line } from './allocation.ts'
import { type Article, articles, isCounted, type Picture } from './catalogue.ts'
import { shippingRule } from './draft-order.ts'
import { priceOrder, type Totals } from './pricing.ts'
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

/** What a cart comes to with taxes, sent or fetched: as the checkout will work it out. */
export type CartSums = { pricesIncludeTax: boolean; delivery: Totals; pickup: Totals }

/** A cart as the shop shows it; `total` is what its lines say. Prices are looked up each time; the checkout looks again. */
export type CartView = {
  id: string
  lines: CartLine[]
  count: number
  total: number
  currency: Currency
  notices: CartNotice[]
  sums: CartSums
}

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

/** What was found when a cart was looked at: articles by variant, and a notice for each line that is not as it was asked for. */
export type Look = { found: ReadonlyMap<string, Article>; notices: CartNotice[] }

/** Looks at lines as they can be had today. */
export async function look(req: PayloadRequest, lines: readonly Line[]): Promise<Look> {
  const variants = lines.map(({ variant }) => variant)
  const found = await articles(req, variants)
  const available = await availableOf(req, variants)
  const notices = lines.flatMap(({ variant, quantity }) => {
    const notice = verdict(found.get(variant), quantity, available)
    return notice ? [{ ...notice, variant }] : []
  })
  return { found, notices }
}

function lineOf({ quantity }: Line, { published, currency, weightGrams, taxClass, ...article }: Article): CartLine {
  return { ...article, quantity, total: article.unitPrice * quantity }
}

async function sumsOf(req: PayloadRequest, lines: readonly (Line & Article)[], country?: string): Promise<CartSums> {
  const taxes = await taxesFor(req, { country })
  const { pricesIncludeTax } = taxes.zone
  const wanted = lines.map(({ unitPrice, quantity, taxClass }) => ({ unitPrice, quantity, tax: taxes.of(taxClass) }))
  const totals = (shipping?: ReturnType<typeof shippingRule>): Totals => {
    const { lines: _, ...sums } = priceOrder(wanted, { pricesIncludeTax, shipping })
    return sums
  }
  const shipping = lines.some(isCounted) ? shippingRule(await settingsOf(req), taxes) : undefined
  return { pricesIncludeTax, delivery: totals(shipping), pickup: totals() }
}

/** Shows the lines of a cart that are on sale, with the taxes of the country that it goes to. */
export async function viewOf(
  req: PayloadRequest,
  id: string,
  lines: readonly Line[],
  { found, notices }: Look,
  country?: string,
): Promise<CartView> {
  const { currency } = await settingsOf(req)
  const sold = lines.flatMap((line) => {
    const article = found.get(line.variant)
    return article?.published ? [{ ...article, ...line }] : []
  })
  const shown = sold.map((line) => lineOf(line, line))
  const sum = (of: (line: CartLine) => number) => shown.reduce((total, line) => total + of(line), 0)
  return {
    id,
    lines: shown,
    count: sum(({ quantity }) => quantity),
    total: sum(({ total }) => total),
    currency,
    notices,
    sums: await sumsOf(req, sold, country),
  }
}

/** Lines cut down to what can be had. */
export const capped = (lines: readonly Line[], notices: readonly CartNotice[]): Line[] => {
  const limits = new Map(notices.map(({ variant, quantity }) => [variant, quantity]))
  return lines
    .map(({ variant, quantity }) => ({ variant, quantity: limits.get(variant) ?? quantity }))
    .filter(({ quantity }) => quantity > 0)
}
