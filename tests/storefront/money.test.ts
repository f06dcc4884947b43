import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currencies as platformCurrencies, shownMoney } from '../../platform/money.ts'
import { shownRate } from '../../platform/tax/shown-rate.ts'
import { type Currency, currencies, decimal, formatMoney, formatRate, parseAmount } from '../../storefront/src/lib/money.ts'

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

  test('has the same sign in mails and on pages', () => {
    for (const locale of ['en', 'sw', 'sn', 'nd'] as const)
      for (const currency of ['TZS', 'USD'] as const)
        expect(shownMoney({ amount: 1_500_050, currency }, locale)).toBe(formatMoney(1_500_050, currency, locale))
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

test('a rate is written as the language does, the same in mails and on pages', () => {
  expect([formatRate(1800, 'en'), formatRate(1550, 'sw'), formatRate(725, 'en'), formatRate(0, 'en')]).toEqual([
    '18%',
    '15.5%',
    '7.25%',
    '0%',
  ])
  expect([shownRate(1800), shownRate(1550, 'sw'), shownRate(725)]).toEqual(['18%', '15.5%', '7.25%'])
})
