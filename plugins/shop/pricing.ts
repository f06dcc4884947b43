import { share, taxWithin } from '../../platform/money.ts'

/** The tax that holds for an order: its rate in basis points, and whether prices include it. */
export type TaxRule = { rateBp: number; pricesIncludeTax: boolean }

/** What delivery costs, and from which value of goods it is free. */
export type ShippingRule = { fee: number; freeFrom?: number | null }

/** What somebody wants to buy, at which price. */
export type Wanted = { unitPrice: number; quantity: number }

/** A priced line: `total` is what the customer pays for it, `taxAmount` is the tax within. */
export type PricedLine = Wanted & { taxRateBp: number; taxAmount: number; total: number }

/** `total` is `subtotal` (the goods before tax) and `taxTotal` and `shippingTotal`, to the unit. */
export type Totals = { subtotal: number; taxTotal: number; shippingTotal: number; total: number }

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)

/** Prices one line; tax is rounded half up once per line. */
export function priceLine({ unitPrice, quantity }: Wanted, { rateBp, pricesIncludeTax }: TaxRule): PricedLine {
  const amount = unitPrice * quantity
  const taxAmount = pricesIncludeTax ? taxWithin(amount, rateBp) : share(amount, rateBp)
  return { unitPrice, quantity, taxRateBp: rateBp, taxAmount, total: pricesIncludeTax ? amount : amount + taxAmount }
}

/** The fee for goods of this value. */
export const shippingFor = (goods: number, { fee, freeFrom }: ShippingRule): number => (freeFrom != null && goods >= freeFrom ? 0 : fee)

/** Prices an order: its lines, in their order, and what they come to. Without a shipping rule nothing is shipped. */
export function priceOrder<Line extends Wanted>(
  wanted: readonly Line[],
  { tax, shipping }: { tax: TaxRule; shipping?: ShippingRule },
): Totals & { lines: (Line & PricedLine)[] } {
  const lines = wanted.map((line) => ({ ...line, ...priceLine(line, tax) }))
  const goods = sum(lines.map((line) => line.total))
  const taxTotal = sum(lines.map((line) => line.taxAmount))
  const shippingTotal = shipping ? shippingFor(goods, shipping) : 0
  return { lines, subtotal: goods - taxTotal, taxTotal, shippingTotal, total: goods + shippingTotal }
}
