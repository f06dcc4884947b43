import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Tax } from '../../platform/tax/rates.ts'
import { taxed } from '../../platform/tax/sums.ts'
import { priceLine, priceOrder, shippingFor } from '../../plugins/shop/pricing.ts'

const taxOf = (rateBp: number, kind: Tax['kind'] = 'rated'): Tax => ({ name: 'VAT', class: `At ${rateBp}`, kind, rateBp })

const rates = fc.oneof(
  fc.integer({ min: 0, max: 10_000 }).map((rateBp) => taxOf(rateBp)),
  // The same few rates again and again, so that lines meet in a row of the table.
  fc.constantFrom(taxOf(1800), taxOf(1500), taxOf(725), taxOf(0, 'zero'), taxOf(0, 'exempt')),
)
const line = fc.record({
  unitPrice: fc.integer({ min: 0, max: 5_000_000_000 }),
  quantity: fc.integer({ min: 1, max: 999 }),
  tax: rates,
})
const shipping = fc.option(
  fc.record({
    fee: fc.integer({ min: 0, max: 10_000_000 }),
    freeFrom: fc.option(fc.integer({ min: 0, max: 10_000_000_000 })),
    tax: rates,
  }),
  { nil: undefined },
)
const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)

test('of 10,000 random carts with several rates each sums exactly: goods, tax and delivery make the total, and so do the lines and the taxes', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), fc.boolean(), shipping, (wanted, pricesIncludeTax, fee) => {
      const { lines, taxes, subtotal, taxTotal, shippingTotal, shippingTax, total } = priceOrder(wanted, {
        pricesIncludeTax,
        shipping: fee,
      })
      expect(subtotal + taxTotal + shippingTotal).toBe(total)
      expect(sum(lines.map((each) => each.total)) + shippingTotal + shippingTax).toBe(total)
      expect(sum(lines.map(({ net }) => net))).toBe(subtotal)
      expect(sum(lines.map(({ taxAmount }) => taxAmount)) + shippingTax).toBe(taxTotal)
      for (const each of lines) expect(each.net + each.taxAmount).toBe(each.total)
      for (const each of taxes) expect(each.net + each.tax).toBe(each.gross)
      expect(sum(taxes.map(({ net }) => net))).toBe(subtotal + shippingTotal)
      expect(sum(taxes.map(({ tax }) => tax))).toBe(taxTotal)
      expect(sum(taxes.map(({ gross }) => gross))).toBe(total)
      expect(new Set(taxes.map(({ kind, rateBp }) => `${kind} ${rateBp}`)).size).toBe(taxes.length)
      for (const amount of [subtotal, taxTotal, shippingTotal, shippingTax, total])
        expect(Number.isSafeInteger(amount) && amount >= 0).toBe(true)
    }),
    { numRuns: 10_000 },
  )
})

test('both ways to quote a price come to the same gross and the same tax for a one-line order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), fc.integer({ min: 0, max: 10_000 }), (net, rateBp) => {
      const without = priceLine({ unitPrice: net, quantity: 1, tax: taxOf(rateBp) }, false)
      const including = priceLine({ unitPrice: without.total, quantity: 1, tax: taxOf(rateBp) }, true)
      expect(including).toMatchObject({ total: without.total, taxAmount: without.taxAmount, net })
    }),
    { numRuns: 10_000 },
  )
})

describe('tax', () => {
  test('is within the price, or comes on top', () => {
    expect(taxed(236_00, 1800, true)).toEqual({ net: 200_00, tax: 36_00, gross: 236_00 })
    expect(taxed(200_00, 1800, false)).toEqual({ net: 200_00, tax: 36_00, gross: 236_00 })
  })

  test('is rounded half up, once per line', () => {
    const tenth = (quantity: number, unitPrice: number) => priceLine({ unitPrice, quantity, tax: taxOf(1000) }, false).taxAmount
    expect([tenth(1, 25), tenth(1, 24), tenth(3, 25)]).toEqual([3, 2, 8])
  })

  test('is told rate by rate, the highest first, with what is zero-rated and what is exempt apart', () => {
    const wanted = [
      { unitPrice: 100, quantity: 1, tax: taxOf(0, 'exempt') },
      { unitPrice: 118, quantity: 1, tax: taxOf(1800) },
      { unitPrice: 50, quantity: 2, tax: taxOf(0, 'zero') },
      { unitPrice: 236, quantity: 1, tax: { ...taxOf(1800), class: 'Another class' } },
    ]
    expect(priceOrder(wanted, { pricesIncludeTax: true, shipping: { fee: 118, tax: taxOf(1800) } }).taxes).toEqual([
      { name: 'VAT', kind: 'rated', rateBp: 1800, net: 400, tax: 72, gross: 472 },
      { name: 'VAT', kind: 'exempt', rateBp: 0, net: 100, tax: 0, gross: 100 },
      { name: 'VAT', kind: 'zero', rateBp: 0, net: 100, tax: 0, gross: 100 },
    ])
  })
})

test('delivery is free from the value on that the shop names, and costs the fee below; it is taxed as its class', () => {
  expect(shippingFor(999, { fee: 50, freeFrom: 1000 })).toBe(50)
  expect(shippingFor(1000, { fee: 50, freeFrom: 1000 })).toBe(0)
  expect(shippingFor(1_000_000, { fee: 50, freeFrom: null })).toBe(50)
  const wanted = [{ unitPrice: 10, quantity: 1, tax: taxOf(0) }]
  expect(priceOrder(wanted, { pricesIncludeTax: true })).toMatchObject({ shippingTotal: 0, shippingTax: 0, total: 10 })
  const rule = { fee: 118, tax: taxOf(1800) }
  expect(priceOrder(wanted, { pricesIncludeTax: true, shipping: rule })).toMatchObject({ shippingTotal: 100, shippingTax: 18, total: 128 })
  expect(priceOrder(wanted, { pricesIncludeTax: false, shipping: rule })).toMatchObject({ shippingTotal: 118, shippingTax: 21, total: 149 })
})
