import type { PayloadRequest } from 'payload'
import type { Location, Order } from '../../payload-types.ts'
import { environment } from '../../platform/environment.ts'
import { idOf } from '../../platform/ids.ts'
import { filled, type Locale, localeCodes } from '../../platform/locales.ts'
import { letter } from '../../platform/mail/letter.ts'
import type { Mail } from '../../platform/mail/send-mail.ts'
import { shownMoney } from '../../platform/money.ts'
import { shownRate } from '../../platform/tax/shown-rate.ts'
import { mails, type Occasion, sums } from './mails.ts'

/** What a letter must know of an order. */
export type LetterOrder = Pick<
  Order,
  'id' | 'number' | 'email' | 'locale' | 'currency' | 'items' | 'shippingTotal' | 'shippingTax' | 'taxes' | 'total' | 'pickup'
>

const isLocale = (value: unknown): value is Locale => localeCodes.some((code) => code === value)

/** The language to address the caller in: the one of the page, else the one of the profile. */
export const localeOf = (req: PayloadRequest): Locale => [req.query?.locale, req.user?.locale, req.locale].find(isLocale) ?? 'en'

/** The page of an order in the storefront; the secret opens it for guests. */
const orderPage = (id: string, locale: Locale, secret?: string): string =>
  `${environment.publicUrl}${locale === 'en' ? '' : `/${locale}`}/orders/${id}${secret ? `?secret=${secret}` : ''}`

const rowsOf = ({ items, currency, shippingTotal, shippingTax, taxes, total }: LetterOrder, locale: Locale): [string, string][] => {
  const shown = (amount: number) => shownMoney({ amount, currency }, locale)
  return [
    ...items.map((line): [string, string] => [`${line.quantity} × ${line.title}`, shown(line.total)]),
    ...(shippingTotal > 0 ? [[sums[locale].shipping, shown(shippingTotal + (shippingTax ?? 0))] as [string, string]] : []),
    [sums[locale].total, shown(total)],
    ...(taxes ?? []).flatMap(({ name, rateBp, tax }): [string, string][] =>
      tax > 0 ? [[filled(sums[locale].tax, { tax: `${name} ${shownRate(rateBp, locale)}` }), shown(tax)]] : [],
    ),
  ]
}

const placeOf = async (req: PayloadRequest, pickup: Order['pickup']): Promise<string> => {
  if (!pickup) return ''
  const place = await req.payload.db.findOne<Location>({ collection: 'locations', req, where: { id: { equals: idOf(pickup) } } })
  return [place?.name, place?.address].filter(Boolean).join(', ')
}

/** Composes a letter to the customer of an order, in the customer's language. */
export async function letterToCustomer(
  req: PayloadRequest,
  occasion: Occasion,
  order: LetterOrder,
  { secret, reason = '' }: { secret?: string; reason?: string } = {},
): Promise<Mail> {
  const locale = isLocale(order.locale) ? order.locale : 'en'
  const { subject, heading, paragraphs, action, footnote } = mails[occasion][locale]
  const values = { number: order.number, reason, place: await placeOf(req, order.pickup) }
  const content = await letter(req, {
    heading: filled(heading, values),
    paragraphs: paragraphs.map((paragraph) => filled(paragraph, values).trim()),
    rows: rowsOf(order, locale),
    action: { label: action, url: orderPage(order.id, locale, secret) },
    footnote: secret ? footnote : undefined,
    locale,
  })
  return { to: order.email, subject: filled(subject, values), locale, ...content }
}
