import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currencies, fromDecimal, payable, share, split, taxWithin, toDecimal } from '../../platform/money.ts'

const amount = fc.integer({ min: 0, max: 1_000_000_000_000 })

describe('shares', () => {
  test('are rounded half up', () => {
    expect([share(25, 1800), share(75, 200), share(74, 200), share(-75, 200)]).toEqual([5, 2, 1, -2])
  })

  test('of tax in a gross amount and on its net amount agree', () => {
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 3000 }), (net, rate) => {
        const gross = net + share(net, rate)
        expect(taxWithin(gross, rate)).toBe(share(net, rate))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('splitting', () => {
  test('parts always sum to the whole and differ from the exact share by less than one unit', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
        fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 40 }),
        (whole, weights) => {
          const parts = split(whole, weights)
          expect(parts.reduce((sum, part) => sum + part, 0)).toBe(whole)
          const sum = weights.reduce((total, weight) => total + weight, 0)
          if (sum > 0)
            for (const [index, part] of parts.entries()) expect(Math.abs(part - (whole * (weights[index] ?? 0)) / sum)).toBeLessThan(1)
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('gives the units left over to the largest remainders', () => {
    expect(split(100, [1, 1, 1])).toEqual([34, 33, 33])
    expect(split(10, [0, 0])).toEqual([5, 5])
  })
})

describe('decimal texts', () => {
  test('come back as the amount they were made from', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }),
        fc.constantFrom(...(Object.keys(currencies) as (keyof typeof currencies)[])),
        (minor, currency) => {
          expect(fromDecimal(toDecimal({ amount: minor, currency }), currency)).toBe(minor)
        },
      ),
    )
  })

  test('are refused when they are no plain numbers or more exact than the currency', () => {
    expect(['', '1e3', '1,000', '0x10', '1.001', 'NaN', '１'].map((text) => fromDecimal(text, 'TZS'))).toEqual(Array(7).fill(undefined))
    expect(fromDecimal('15000', 'TZS')).toBe(1_500_000)
    expect(fromDecimal('15000.5000', 'TZS')).toBe(1_500_050)
  })
})

test('amounts are rounded to what can be paid in the currency', () => {
  expect(payable(1_500_049, 'TZS')).toBe(1_500_000)
  expect(payable(1_500_050, 'TZS')).toBe(1_500_100)
  expect(payable(1_234_567, 'USD')).toBe(1_234_567)
})
