import fc from 'fast-check'
import { expect, test } from 'vitest'
import { barcodeFault, withCheckDigit } from '../../plugins/shop/barcode.ts'

test.each(['4006381333931', '9780201379624', '036000291452', '012345678905', 'PV-0001/A', 'abc 123', '12345678'])(
  '%s is a barcode',
  (code) => {
    expect(barcodeFault(code)).toBeUndefined()
  },
)

test.each([
  ['4006381333932', /EAN-13.*should end in 1/],
  ['036000291453', /UPC-A.*should end in 2/],
  ['Größe', /plain letters/],
  ['a\tb', /plain letters/],
  ['x'.repeat(49), /at most 48/],
])('%s is none', (code, fault) => {
  expect(barcodeFault(code)).toMatch(fault)
})

test('a single wrong digit never passes', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 12 })
  fc.assert(
    fc.property(digits, fc.integer({ min: 0, max: 12 }), fc.integer({ min: 1, max: 9 }), (first, at, by) => {
      const code = withCheckDigit(first.join(''))
      const wrong = [...code].map((digit, index) => (index === at ? (Number(digit) + by) % 10 : digit)).join('')
      expect(barcodeFault(code)).toBeUndefined()
      expect(barcodeFault(wrong)).toBeDefined()
    }),
  )
})
