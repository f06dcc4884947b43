import { beforeAll, expect, test } from 'vitest'
import { type Shop, shop, tally } from './world.ts'

let it: Shop

beforeAll(async () => {
  it = await shop()
})

test('of 50 customers who want the last piece at the same moment one gets it, and the others leave nothing behind', async () => {
  const goods = await it.goods(1)
  const before = { orders: await it.count('orders'), mails: await it.count('mails') }
  const answers = await it.race(50, () => it.checkout([{ variant: goods.variant.id, quantity: 1 }]))
  expect(tally(answers)).toEqual({ 201: 1, OUT_OF_STOCK: 49 })
  expect(await it.level(goods)).toEqual({ onHand: 1, reserved: 1, available: 0 })
  expect(await it.count('orders')).toBe(before.orders + 1)
  expect(await it.count('mails')).toBe(before.mails + 1)
  expect(await it.count('reservations', { variant: { equals: goods.variant.id } })).toBe(1)
  expect(await it.faults()).toEqual([])
})

test('10 pieces serve 50 customers who want one to three each until fewer are left than any of them wants', async () => {
  const goods = await it.goods(10)
  const wanted = Array.from({ length: 50 }, (_, index) => (index % 3) + 1)
  const answers = await it.race(50, (index) => it.checkout([{ variant: goods.variant.id, quantity: wanted[index] ?? 1 }]))
  const sold = answers.reduce((sum, { status }, index) => sum + (status === 201 ? (wanted[index] ?? 0) : 0), 0)
  expect(Object.keys(tally(answers)).sort()).toEqual(['201', 'OUT_OF_STOCK'])
  expect(sold).toBe(10)
  expect(await it.level(goods)).toEqual({ onHand: 10, reserved: 10, available: 0 })
  expect(await it.faults()).toEqual([])
})

test('two lines of the same thing are added up before it is looked at', async () => {
  const { variant, level } = await it.goods(3)
  const twice = await it.checkout([
    { variant: variant.id, quantity: 2 },
    { variant: variant.id, quantity: 2 },
  ])
  expect(twice.status).toBe(409)
  expect(twice.body.errors[0].data).toMatchObject({ code: 'OUT_OF_STOCK', lines: [{ variant: variant.id, wanted: 4, left: 3 }] })
  const fits = await it.checkout([
    { variant: variant.id, quantity: 2 },
    { variant: variant.id, quantity: 1 },
  ])
  expect(fits.status).toBe(201)
  expect((await it.stored(fits.body.order)).items).toMatchObject([{ variant: variant.id, quantity: 3 }])
  expect(await it.level({ level })).toEqual({ onHand: 3, reserved: 3, available: 0 })
})

test('an order of several things is served whole or not at all, and the refusal names what is short and what is left', async () => {
  const [plenty, few, none] = [await it.goods(10), await it.goods(1), await it.goods(0)]
  const answer = await it.checkout([plenty, few, none].map(({ variant }) => ({ variant: variant.id, quantity: 2 })))
  expect(answer.status).toBe(409)
  expect(answer.body.errors[0].data).toMatchObject({
    lines: [
      { variant: few.variant.id, wanted: 2, left: 1 },
      { variant: none.variant.id, wanted: 2, left: 0 },
    ],
    errors: [
      { path: 'items.1.variant', code: 'OUT_OF_STOCK' },
      { path: 'items.2.variant', code: 'OUT_OF_STOCK' },
    ],
  })
  expect(await it.level(plenty)).toEqual({ onHand: 10, reserved: 0, available: 10 })
  expect(await it.faults()).toEqual([])
})

test('customers who want several things in different order neither block each other nor oversell', async () => {
  const shelf = [await it.goods(7), await it.goods(5), await it.goods(6)]
  const answers = await it.race(24, (index) => {
    const items = shelf.map(({ variant }) => ({ variant: variant.id, quantity: 1 }))
    return it.checkout(index % 2 ? items : items.reverse())
  })
  expect(tally(answers)).toEqual({ 201: 5, OUT_OF_STOCK: 19 })
  expect(await Promise.all(shelf.map(it.level))).toEqual([
    { onHand: 7, reserved: 5, available: 2 },
    { onHand: 5, reserved: 5, available: 0 },
    { onHand: 6, reserved: 5, available: 1 },
  ])
  expect(await it.faults()).toEqual([])
})
