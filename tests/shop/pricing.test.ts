import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { priceLine, priceOrder, shippingFor } from '../../plugins/shop/pricing.ts'

const line = fc.record({ unitPrice: fc.integer({ min: 0, max: 5_000_000_000 }), quantity: fc.integer({ min: 1, max: 999 }) })
const tax = fc.record({ rateBp: fc.integer({ min: 0, max: 10_000 }), pricesIncludeTax: fc.boolean() })
const shipping = fc.option(
  fc.record({ fee: fc.integer({ min: 0, max: 10_000_000 }), freeFrom: fc.option(fc.integer({ min: 0, max: 10_000_000_000 })) }),
  { nil: undefined },
)
const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0)

test('of 10,000 random carts each sums exactly: goods, tax and delivery make the total, and the lines make the goods', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), tax, shipping, (wanted, rule, fee) => {
      const { lines, subtotal, taxTotal, shippingTotal, total } = priceOrder(wanted, { tax: rule, shipping: fee })
      expect(subtotal + taxTotal + shippingTotal).toBe(total)
      expect(sum(lines.map((each) => each.total)) + shippingTotal).toBe(total)
      expect(sum(lines.map(({ taxAmount }) => taxAmount))).toBe(taxTotal)
      for (const amount of [subtotal, taxTotal, shippingTotal, total]) expect(Number.isSafeInteger(amount) && amount >= 0).toBe(true)
    }),
    { numRuns: 10_000 },
  )
})

test('both ways to quote a price come to the same gross and the same tax for a one-line order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), fc.integer({ min: 0, max: 10_000 }), (net, rateBp) => {
      const without = priceLine({ unitPrice: net, quantity: 1 }, { rateBp, pricesIncludeTax: false })
      const including = priceLine({ unitPrice: without.total, quantity: 1 }, { rateBp, pricesIncludeTax: true })
      expect(including.total).toBe(without.total)
      expect(including.taxAmount).toBe(without.taxAmount)
    }),
    { numRuns: 10_000 },
  )
})

describe('tax', () => {
  test('is within the price, or comes on top', () => {
    expect(priceLine({ unitPrice: 118_00, quantity: 2 }, { rateBp: 1800, pricesIncludeTax: true })).toMatchObject({
      taxAmount: 36_00,
      total: 236_00,
    })
    expect(priceLine({ unitPrice: 100_00, quantity: 2 }, { rateBp: 1800, pricesIncludeTax: false })).toMatchObject({
      taxAmount: 36_00,
      total: 236_00,
    })
  })

  test('is rounded half up, once per line', () => {
    expect(priceLine({ unitPrice: 25, quantity: 1 }, { rateBp: 1000, pricesIncludeTax: false }).taxAmount).toBe(3)
    expect(priceLine({ unitPrice: 24, quantity: 1 }, { rateBp: 1000, pricesIncludeTax: false }).taxAmount).toBe(2)
    expect(priceLine({ unitPrice: 25, quantity: 3 }, { rateBp: 1000, pricesIncludeTax: false }).taxAmount).toBe(8)
  })
})

test('delivery is free from the value on that the shop names, and costs the fee below', () => {
  expect(shippingFor(999, { fee: 50, freeFrom: 1000 })).toBe(50)
  expect(shippingFor(1000, { fee: 50, freeFrom: 1000 })).toBe(0)
  expect(shippingFor(1_000_000, { fee: 50, freeFrom: null })).toBe(50)
  expect(priceOrder([{ unitPrice: 10, quantity: 1 }], { tax: { rateBp: 0, pricesIncludeTax: true } }).shippingTotal).toBe(0)
})
