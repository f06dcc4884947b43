/** One line of a cart, as the API answers it. */
export type CartLine = {
  variant: string
  quantity: number
  title: string
  variantTitle?: string | null
  slug: string
  image?: { url: string; alt: string; width?: number; height?: number } | null
  kind: 'physical' | 'digital' | 'service'
  unitPrice: number
  total: number
  inStock: boolean
}

/** Why a line of a cart is not as it was asked for. */
export type CartNotice = { variant: string; code: 'CAPPED' | 'OUT_OF_STOCK' | 'NOT_FOR_SALE'; quantity: number }

/** What a cart or an order comes to, in minor units: goods and delivery before tax, the taxes, and all of it. */
export type Totals = {
  shippingTotal: number
  shippingTax?: number | null
  total: number
  taxes?: { name: string; rateBp: number; tax: number }[] | null
}

/** A cart as the API answers it, with today's prices; `sums` is what the checkout will ask for, sent or fetched. */
export type Cart = {
  id: string
  lines: CartLine[]
  count: number
  total: number
  currency: string
  notices: CartNotice[]
  sums: { pricesIncludeTax: boolean; delivery: Totals; pickup: Totals }
}

/** What is to be in a cart: nothing but ids and numbers; the API knows the prices. */
export type Item = { variant: string; quantity: number }

/** The most of one thing that a cart takes. */
export const most = 99

/** A quantity as it was typed; 0 for what is none, and never more than a cart takes. */
export function readQuantity(text: string | undefined): number {
  const quantity = Number(text)
  return Number.isInteger(quantity) && quantity > 0 ? Math.min(quantity, most) : 0
}

/** The items with `quantity` more of a variant. */
export function withMore(items: readonly Item[], variant: string, quantity: number): Item[] {
  const there = items.find((item) => item.variant === variant)
  if (!there) return [...items, { variant, quantity }]
  return items.map((item) => (item === there ? { variant, quantity: Math.min(item.quantity + quantity, most) } : item))
}

/** The items without what was ordered; what was put in meanwhile, on another tab, stays. */
export const withoutOrdered = (items: readonly Item[], ordered: readonly Item[]): Item[] =>
  items
    .map(({ variant, quantity }) => ({ variant, quantity: quantity - (ordered.find((item) => item.variant === variant)?.quantity ?? 0) }))
    .filter(({ quantity }) => quantity > 0)

/** The items after a cart form was sent: its quantities, without the one whose `remove` button was pressed and without those set to nothing. */
export function fromForm(items: readonly Item[], values: Record<string, string>): Item[] {
  return items
    .map((item) => ({
      ...item,
      quantity:
        values.remove === item.variant
          ? 0
          : `quantity.${item.variant}` in values
            ? readQuantity(values[`quantity.${item.variant}`])
            : item.quantity,
    }))
    .filter(({ quantity }) => quantity > 0)
}

/** Writes items into one text, for a form that is to buy exactly these. */
export const packItems = (items: readonly Item[]): string => items.map(({ variant, quantity }) => `${variant}*${quantity}`).join(' ')

/** Reads the items that `packItems` wrote; what is no item is left out. */
export const unpackItems = (text: string | undefined): Item[] =>
  (text ?? '').split(' ').flatMap((pair) => {
    const [variant, count] = pair.split('*')
    const quantity = readQuantity(count)
    return variant && quantity > 0 ? [{ variant, quantity }] : []
  })

/** What is in a cart, as it is ordered. */
export const itemsOf = (cart: Pick<Cart, 'lines'> | undefined): Item[] =>
  (cart?.lines ?? []).map(({ variant, quantity }) => ({ variant, quantity }))

/** Whether a cart can be ordered as it stands. */
export const canBeOrdered = ({ lines, notices }: Cart): boolean =>
  lines.length > 0 && notices.length === 0 && lines.every(({ inStock }) => inStock)

/** Whether anything in a cart is a thing that has to be handed over. */
export const needsHandover = ({ lines }: Pick<Cart, 'lines'>): boolean => lines.some(({ kind }) => kind === 'physical')
