import type { Tax } from '../../platform/tax/rates.ts'
import { type TaxRow, taxed, taxTable } from '../../platform/tax/sums.ts'

/** What delivery costs, how it is taxed, and from which value of goods it is free. */
export type ShippingRule = { fee: number; freeFrom?: number | null; tax: Tax }

/** What somebody wants to buy, at which price, and how it is taxed. */
export type Wanted = { unitPrice: number; quantity: number; tax: Tax }

/** A priced line: `total` is what the customer pays for it, and `net + taxAmount`. */
export type PricedLine = {
  unitPrice: number
  quantity: number
  taxClass: string
  taxRateBp: number
  net: number
  taxAmount: number
  total: number
}

/**
 * What an order comes to, to the unit. `total` is `subtotal` (the goods before tax) and `shippingTotal` (delivery before tax) and `taxTotal`, of which
 * `shippingTax` is on delivery. The rows of `taxes` add up to the same: their net to what is before tax, their gross to the total.
 */
export type Totals = { subtotal: number; shippingTotal: number; shippingTax: number; taxTotal: number; total: number; taxes: TaxRow[] }

const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0)

/** Prices one line; tax is rounded half up once per line. */
export function priceLine({ unitPrice, quantity, tax: { class: taxClass, rateBp } }: Wanted, pricesIncludeTax: boolean): PricedLine {
  const { net, tax, gross } = taxed(unitPrice * quantity, rateBp, pricesIncludeTax)
  return { unitPrice, quantity, taxClass, taxRateBp: rateBp, net, taxAmount: tax, total: gross }
}

/** The fee for goods of this value. */
export const shippingFor = (goods: number, { fee, freeFrom }: Pick<ShippingRule, 'fee' | 'freeFrom'>): number =>
  freeFrom != null && goods >= freeFrom ? 0 : fee

/** Prices an order: its lines, in their order, and what they come to. Without a shipping rule nothing is shipped. */
export function priceOrder<Line extends Wanted>(
  wanted: readonly Line[],
  { pricesIncludeTax, shipping }: { pricesIncludeTax: boolean; shipping?: ShippingRule },
): Totals & { lines: (Line & PricedLine)[] } {
  const lines = wanted.map((line) => ({ ...line, ...priceLine(line, pricesIncludeTax) }))
  const goods = sum(lines.map((line) => line.total))
  const fee = shipping ? shippingFor(goods, shipping) : 0
  const delivery = shipping && fee > 0 ? [{ by: shipping.tax, ...taxed(fee, shipping.tax.rateBp, pricesIncludeTax) }] : []
  const taxes = taxTable([...lines.map(({ tax: by, net, taxAmount: tax, total: gross }) => ({ by, net, tax, gross })), ...delivery])
  return {
    lines,
    subtotal: sum(lines.map(({ net }) => net)),
    shippingTotal: sum(delivery.map(({ net }) => net)),
    shippingTax: sum(delivery.map(({ tax }) => tax)),
    taxTotal: sum(taxes.map(({ tax }) => tax)),
    total: sum(taxes.map(({ gross }) => gross)),
    taxes,
  }
}
