import type { Cart } from './cart.ts'

type Rules = { tax: { rateBp: number; pricesIncludeTax: boolean }; shop: { shippingFee: number; freeShippingFrom?: number } }

/** What a buyer is to pay, in minor units; `tax` is what comes on top of the prices, nothing where they include it. */
export type Sums = { goods: number; tax: number; shipping: number; total: number }

/** The share of an amount at a rate in basis points, rounded half up. */
const share = (amount: number, rate: number) => Number((BigInt(amount) * BigInt(rate) * 2n + 10_000n) / 20_000n)

/** What a cart comes to by the settings; the API works it out again and refuses to charge anything else. */
export function sumsOf({ lines }: Pick<Cart, 'lines'>, { tax: { rateBp, pricesIncludeTax }, shop }: Rules, shipped: boolean): Sums {
  const goods = lines.reduce((sum, { total }) => sum + total, 0)
  const tax = pricesIncludeTax ? 0 : lines.reduce((sum, { total }) => sum + share(total, rateBp), 0)
  const isFree = shop.freeShippingFrom !== undefined && goods + tax >= shop.freeShippingFrom
  const shipping = shipped && !isFree ? shop.shippingFee : 0
  return { goods, tax, shipping, total: goods + tax + shipping }
}
