import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountText, readAmount } from '../../platform/admin/amount.ts'
import { formatBytes, formatMoney, formatMoneyShort } from '../../platform/admin/format.ts'
import { rateText, readRate } from '../../platform/admin/rate.ts'

const nbsp = '\u00a0'

test('staff read whole units, and cents only where there are some', () => {
  expect(formatMoney(1_500_000, 'TZS')).toBe(`TZS${nbsp}15,000`)
  expect(formatMoney(1_500_050, 'TZS')).toBe(`TZS${nbsp}15,000.50`)
  expect(formatMoney(1_500_000, 'USD')).toBe('$15,000.00')
  expect(formatMoney(-250, 'USD')).toBe('-$2.50')
})

test('an amount of an unknown currency is a bare number, never a wrong currency', () => {
  expect(formatMoney(1_500_000, undefined)).toBe('15,000')
  expect(formatMoney(1_500_050, 'XXX')).toBe('15,000.50')
})

test('large amounts lose no cent', () => {
  expect(formatMoney(900_719_925_474_099, 'USD')).toBe('$9,007,199,254,740.99')
})

test('an axis gets the short form', () => {
  expect(formatMoneyShort(120_000_000, 'TZS')).toBe('1.2M')
})

test('staff type whole units, minor units are stored', () => {
  expect(readAmount('15000', 'TZS')).toBe(1_500_000)
  expect(readAmount(' 15,000.50 ', 'TZS')).toBe(1_500_050)
  expect(readAmount('', 'TZS')).toBeNull()
})

test('what is not clearly an amount stays text, to be refused', () => {
  for (const text of ['15,50', '1,5,000', '1.234', 'abc', '1e3', '--2', '15.000,00']) expect(readAmount(text, 'USD')).toBe(text)
})

test('what is shown in the input is read back as the same amount', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
      fc.constantFrom('TZS', 'USD', 'EUR'),
      (amount, currency) => {
        expect(readAmount(amountText(amount, currency), currency)).toBe(amount)
      },
    ),
  )
})

test('staff type rates in percent, with a comma or a point', () => {
  expect(['18', '14.5', '14,25 %', '0', ''].map(readRate)).toEqual([1800, 1450, 1425, 0, null])
  expect(['x', '1.234', '-1', '1,2,3'].map(readRate)).toEqual(['x', '1.234', '-1', '1,2,3'])
  for (const rate of [0, 5, 1425, 1800, 10_000]) expect(readRate(rateText(rate))).toBe(rate)
})

test('files have sizes as people read them', () => {
  expect([950, 21_248, 1_450_000, 23_000_000].map((bytes) => formatBytes(bytes))).toEqual(['1 kB', '21 kB', '1.5 MB', '23 MB'])
})
