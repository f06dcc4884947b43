import type { AstroGlobal } from 'astro'
import type { Location } from '../../../../payload-types.ts'
import type { Api } from '../../lib/api.ts'
import { formatPhone } from '../../lib/dates.ts'
import { blank, type FormState, newKey, readForm, refused } from '../../lib/forms.ts'
import { type Currency, formatMoney } from '../../lib/money.ts'
import { readCart, takeOrdered } from './cart.server.ts'
import { type Cart, itemsOf, packItems, unpackItems } from './cart.ts'
import { guestOrders } from './guest-orders.ts'

/** The fields of the form, by the paths under which the API speaks of them. */
const fields = [
  'email',
  'phone',
  'shipping.name',
  'shipping.line1',
  'shipping.line2',
  'shipping.city',
  'shipping.region',
  'shipping.country',
  'pickup',
] as const

/** Places where an order can be fetched. */
export async function pickupPlaces(api: Api): Promise<Location[]> {
  const { docs } = await api.find('locations', {
    where: { pickup: { equals: true } },
    sort: ['-default', 'name'],
    limit: 50,
    depth: 0,
    pagination: false,
  })
  return docs
}

/** What the checkout form begins with. */
export function firstState({ locals }: Pick<AstroGlobal, 'locals'>, cart: Cart): FormState {
  const { user } = locals
  return blank({
    email: user?.email ?? '',
    phone: formatPhone(user?.phone ?? ''),
    'shipping.name': user?.name ?? '',
    'shipping.country': 'TZ',
    handover: 'delivery',
    ...promise(cart),
  })
}

/** What the form promises: these things, for these sums; its key makes sending it twice the same as once. */
function promise(cart: Cart): Record<'key' | 'items' | 'seenDelivery' | 'seenPickup', string> {
  const { delivery, pickup } = cart.sums
  return { key: newKey(), items: packItems(itemsOf(cart)), seenDelivery: String(delivery.total), seenPickup: String(pickup.total) }
}

function bodyOf(values: Record<string, string>) {
  const { email, phone, handover, pickup, seenDelivery, seenPickup } = values
  const typed = (name: string) => values[`shipping.${name}`] || undefined
  const shipping = {
    name: typed('name'),
    line1: typed('line1'),
    line2: typed('line2'),
    city: typed('city'),
    region: typed('region'),
    country: typed('country'),
  }
  const seen = Number(handover === 'pickup' ? seenPickup : seenDelivery)
  const body = {
    items: unpackItems(values.items),
    email,
    phone: phone || undefined,
    ...(handover === 'delivery' && { shipping }),
    ...(handover === 'pickup' && { pickup: pickup || undefined }),
    ...(Number.isSafeInteger(seen) && { expectedTotal: seen }),
  }
  // What is missing the API names, for the form to show.
  return body as typeof body & { email: string; shipping?: { name: string; line1: string; city: string; country: string } }
}

/** The country whose taxes hold for what the form describes. */
async function countryOf({ api }: App.Locals, { handover, pickup, 'shipping.country': country }: Record<string, string>) {
  if (handover !== 'pickup') return country
  return (await pickupPlaces(api)).find(({ id }) => id === pickup)?.country ?? undefined
}

/** Places the order that the form describes and goes on to paying; or gives the form back with what is wrong, and the cart as it was looked at. */
export async function checkOut(page: AstroGlobal): Promise<Response | { state: FormState; cart?: Cart }> {
  const { t, api, locale, paths, publicUrl } = page.locals
  const values = await readForm(page.request)
  const answer = await api.ask('POST /orders/checkout', { body: bodyOf(values) }, { locale, idempotencyKey: values.key })
  if (answer.ok) {
    const { order, secret } = answer.value
    if (secret) guestOrders(page.cookies).remember(order.id, secret, publicUrl)
    await takeOrdered(page, unpackItems(values.items))
    return page.redirect(paths.pay(order.id), 303)
  }
  const cart = await readCart(page, await countryOf(page.locals, values))
  const state = refused(t, answer.refusal, { ...values, ...(cart && promise(cart)) }, fields)
  return { state: { ...state, ...inTheWay(page.locals, answer.refusal.code, values, cart) }, cart }
}

/** What keeps this very cart from being ordered, told with its sums, or with the way to mend it. */
function inTheWay({ t, locale, paths }: App.Locals, code: string, values: Record<string, string>, cart?: Cart): Partial<FormState> {
  const pickup = values.handover === 'pickup'
  if (code === 'OUT_OF_STOCK') return pickup ? { problem: t('checkout.notThere') } : { way: { href: paths.cart(), text: t('cart.view') } }
  const before = Number(pickup ? values.seenPickup : values.seenDelivery)
  if (code !== 'PRICE_CHANGED' || !cart || !Number.isSafeInteger(before)) return {}
  const money = (amount: number) => formatMoney(amount, cart.currency as Currency, locale)
  const { total } = pickup ? cart.sums.pickup : cart.sums.delivery
  return { problem: t('checkout.otherTotal', { now: money(total), before: money(before) }) }
}
