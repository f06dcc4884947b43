import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate, summed } from '../../plugins/shop/allocation.ts'

const variant = fc.constantFrom('a', 'b', 'c')
const lines = fc.array(fc.record({ variant, quantity: fc.integer({ min: 1, max: 9 }) }), { maxLength: 6 }).map(summed)
const offers = fc.uniqueArray(fc.record({ variant, location: fc.constantFrom('x', 'y', 'z'), available: fc.integer({ min: 1, max: 9 }) }), {
  selector: (offer) => `${offer.variant}${offer.location}`,
})

test('a plan takes exactly what is wanted, nowhere more than there is, or says how much is left', () => {
  fc.assert(
    fc.property(lines, offers, fc.subarray(['x', 'y', 'z']), (wanted, stock, preferred) => {
      const { shares, shortages } = allocate(wanted, stock, preferred)
      for (const line of wanted) {
        const mine = shares.filter((share) => share.variant === line.variant)
        const left = stock.filter((offer) => offer.variant === line.variant).reduce((sum, { available }) => sum + available, 0)
        const shortage = shortages.find((each) => each.variant === line.variant)
        if (left < line.quantity) expect(shortage).toEqual({ variant: line.variant, wanted: line.quantity, left })
        else expect([shortage, mine.reduce((sum, { quantity }) => sum + quantity, 0)]).toEqual([undefined, line.quantity])
      }
      for (const { location, quantity, ...share } of shares) {
        const offer = stock.find((each) => each.variant === share.variant && each.location === location)
        expect(quantity > 0 && quantity <= (offer?.available ?? 0)).toBe(true)
      }
    }),
  )
})

const stock = [
  { variant: 'a', location: 'x', available: 2 },
  { variant: 'a', location: 'y', available: 5 },
]

test('a line comes from one place if one has it all, the preferred one first', () => {
  expect(allocate([{ variant: 'a', quantity: 2 }], stock, ['x']).shares).toEqual([{ variant: 'a', location: 'x', quantity: 2 }])
  expect(allocate([{ variant: 'a', quantity: 2 }], stock).shares).toEqual([{ variant: 'a', location: 'y', quantity: 2 }])
  expect(allocate([{ variant: 'a', quantity: 4 }], stock, ['x']).shares).toEqual([{ variant: 'a', location: 'y', quantity: 4 }])
})

test('a line that no place has whole is gathered, beginning where it is preferred', () => {
  expect(allocate([{ variant: 'a', quantity: 6 }], stock, ['x']).shares).toEqual([
    { variant: 'a', location: 'x', quantity: 2 },
    { variant: 'a', location: 'y', quantity: 4 },
  ])
})

test('lines of the same variant become one', () => {
  expect(
    summed([
      { variant: 'a', quantity: 1 },
      { variant: 'b', quantity: 2 },
      { variant: 'a', quantity: 3 },
    ]),
  ).toEqual([
    { variant: 'a', quantity: 4 },
    { variant: 'b', quantity: 2 },
  ])
})
