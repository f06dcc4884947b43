import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currencies as platformCurrencies } from '../../platform/money.ts'
import { priceOrder } from '../../plugins/shop/pricing.ts'
import { sumsOf } from '../../storefront/src/features/shop/sums.ts'
import { type Currency, currencies, decimal, formatMoney, parseAmount } from '../../storefront/src/lib/money.ts'

const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test('the storefront knows the currencies of the platform', () => {
  const counted = Object.fromEntries(Object.entries(platformCurrencies).map(([code, { digits, shown }]) => [code, { digits, shown }]))
  expect(currencies).toEqual(counted)
})

describe('an amount', () => {
  test('is written as the language does, without cents that nobody has', () => {
    expect(plain(formatMoney(1_500_000, 'TZS', 'en'))).toBe('TSh 15,000')
    expect(plain(formatMoney(1_500_000, 'TZS', 'sw'))).toBe('TSh 15,000')
    expect(plain(formatMoney(1_500_000, 'TZS', 'nd'))).toBe('TZS 15,000')
    expect(plain(formatMoney(1999, 'USD', 'en'))).toBe('US$19.99')
  })

  test('never hides a part of itself', () => {
    expect(plain(formatMoney(1_500_050, 'TZS', 'en'))).toBe('TSh 15,000.50')
  })

  test('loses nothing even when it is huge', () => {
    expect(plain(formatMoney(900_719_925_474_099, 'USD', 'en'))).toBe('US$9,007,199,254,740.99')
  })

  test('is read back from what a visitor types', () => {
    expect(parseAmount('15,000', 'TZS')).toBe(1_500_000)
    expect(parseAmount(' 15 000.5 ', 'TZS')).toBe(1_500_050)
    for (const text of ['', 'abc', '-5', '1e9', '1.2.3']) expect(parseAmount(text, 'TZS')).toBeUndefined()
  })

  test('is the same in decimals for machines', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000 }), fc.constantFrom<Currency>('TZS', 'USD'), (amount, currency) => {
        expect(parseAmount(decimal(amount, currencies[currency].digits), currency)).toBe(amount)
      }),
    )
  })
})

test('what the checkout promises is what the shop charges, with tax in the prices or on top', () => {
  const line = fc.record({ unitPrice: fc.integer({ min: 1, max: 100_000_000 }), quantity: fc.integer({ min: 1, max: 99 }) })
  const rules = fc.record({
    rateBp: fc.integer({ min: 0, max: 5000 }),
    pricesIncludeTax: fc.boolean(),
    fee: fc.integer({ min: 0, max: 1_000_000 }),
    freeFrom: fc.option(fc.integer({ min: 0, max: 500_000_000 }), { nil: undefined }),
  })
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), rules, fc.boolean(), (wanted, { fee, freeFrom, ...tax }, shipped) => {
      const charged = priceOrder(wanted, { tax, shipping: shipped ? { fee, freeFrom } : undefined })
      const lines = wanted.map(({ unitPrice, quantity }) => ({ total: unitPrice * quantity }))
      const promised = sumsOf({ lines: lines as never }, { tax, shop: { shippingFee: fee, freeShippingFrom: freeFrom } }, shipped)
      expect(promised.total).toBe(charged.total)
      expect(promised.shipping).toBe(charged.shippingTotal)
    }),
  )
})
