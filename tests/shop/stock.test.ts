import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import type { Role } from '../../platform/roles.ts'
import { codeOf, type Goods, pathsOf, type Shop, shop } from './world.ts'

let it: Shop

beforeAll(async () => {
  it = await shop()
})

const count = (goods: Goods, counted: unknown, reason: unknown = 'Yearly count') =>
  it.as('sales').post(`/stock-levels/${goods.level}/count`, { counted, reason })
const receive = (goods: Goods, quantity: unknown) =>
  it.as('sales').post(`/stock-levels/${goods.level}/receive`, { quantity, reason: 'Delivery' })
const moves = async ({ variant }: Goods) => {
  const { body } = await it.as('sales').get(`/stock-moves?where[variant][equals]=${variant.id}&sort=id&depth=0`)
  return body.docs.map(({ kind, quantity, reason }: Record<string, unknown>) => [kind, quantity, reason])
}
const inStock = async ({ product, variant }: Goods) => [
  (await it.guest.get(`/products/${product.id}`)).body.inStock,
  (await it.guest.get(`/variants/${variant.id}`)).body.inStock,
]

test('a new variant has an empty stock level where orders are served from first', async () => {
  const { variant, level } = await it.goods()
  const { body } = await it.as('sales').get(`/stock-levels/${level}?depth=0`)
  expect(body).toMatchObject({ variant: variant.id, location: it.store, onHand: 0, reserved: 0, available: 0 })
})

describe('the number on hand', () => {
  test('grows by what arrives, and follows what is counted, each time with a movement that says why and who', async () => {
    const goods = await it.goods(10)
    expect((await count(goods, 7)).body).toEqual({ level: { id: goods.level, onHand: 7, reserved: 0, available: 7 } })
    expect((await count(goods, 7, 'Again')).body.level.onHand).toBe(7)
    expect((await receive(goods, 5)).body).toEqual({ level: { id: goods.level, onHand: 12, reserved: 0, available: 12 } })
    expect(await moves(goods)).toEqual([
      ['receipt', 10, 'Delivery'],
      ['count', -3, 'Yearly count'],
      ['count', 0, 'Again'],
      ['receipt', 5, 'Delivery'],
    ])
    const { body } = await it.as('sales').get(`/stock-moves?where[variant][equals]=${goods.variant.id}&depth=0`)
    expect(new Set(body.docs.map(({ by }: { by: string }) => by))).toEqual(new Set([it.as('sales').user.id]))
  })

  test('cannot be counted below what is put aside', async () => {
    const goods = await it.goods(5)
    await it.order(goods, 3)
    const answer = await count(goods, 2)
    expect([answer.status, codeOf(answer), answer.body.errors[0].data.reserved]).toEqual([409, 'COUNT_BELOW_RESERVED', 3])
    expect((await count(goods, 3)).body.level).toMatchObject({ onHand: 3, reserved: 3, available: 0 })
    expect(await it.faults()).toEqual([])
  })

  test('shrinks by what is damaged, as far as it is not put aside', async () => {
    const goods = await it.goods(5)
    await it.order(goods, 3)
    const writeOff = (quantity: unknown, role: Role = 'sales') =>
      it.as(role).post(`/stock-levels/${goods.level}/write-off`, { quantity, reason: 'Fell' })
    expect((await writeOff(1)).body).toEqual({ level: { id: goods.level, onHand: 4, reserved: 3, available: 1 } })
    const answer = await writeOff(2)
    expect([answer.status, codeOf(answer)]).toEqual([409, 'OUT_OF_STOCK'])
    expect((await writeOff(0)).status).toBe(400)
    for (const role of ['delivery', 'treasury', 'customer'] as const) expect((await writeOff(1, role)).status).toBe(403)
    expect(await moves(goods)).toEqual([
      ['receipt', 5, 'Delivery'],
      ['damage', -1, 'Fell'],
    ])
    expect(await it.faults()).toEqual([])
  })

  test('goes along when goods are moved, also to where there were none, and as many times as they are there', async () => {
    const goods = await it.goods(5)
    const transfer = (quantity: number, to = 'outlet', role: Role = 'sales') =>
      it.as(role).post(`/stock-levels/${goods.level}/transfer`, { to, quantity, reason: 'Weekend' })
    const answers = await it.race(8, () => transfer(1))
    expect(answers.map((answer) => (answer.status === 200 ? 200 : codeOf(answer))).sort()).toEqual([
      200,
      200,
      200,
      200,
      200,
      'OUT_OF_STOCK',
      'OUT_OF_STOCK',
      'OUT_OF_STOCK',
    ])
    const { docs } = (await it.as('sales').get(`/stock-levels?where[variant][equals]=${goods.variant.id}&depth=0`)).body
    const there = docs.map(({ location, onHand, available }: Record<string, unknown>) => [location, onHand, available])
    expect(there).toEqual(
      expect.arrayContaining([
        [it.store, 0, 0],
        [it.outlet, 5, 5],
      ]),
    )
    expect((await inStock(goods))[1]).toBe(true)
    for (const to of ['store', 'nowhere']) expect(pathsOf(await transfer(1, to))).toEqual(['to'])
    expect((await transfer(1, 'outlet', 'delivery')).status).toBe(403)
    expect(await it.faults()).toEqual([])
  })

  test('cannot be written', async () => {
    const goods = await it.goods(5)
    const written = await it.as('sales').patch(`/stock-levels/${goods.level}`, { onHand: 9, lowStockAt: 1 })
    expect([written.status, codeOf(written), pathsOf(written)]).toEqual([400, 'FIELD_READ_ONLY', ['onHand']])
    const made = await it.as('sales').post('/stock-levels', { variant: goods.variant.id, location: it.outlet, available: 9 })
    expect([made.status, codeOf(made), pathsOf(made)]).toEqual([400, 'FIELD_READ_ONLY', ['available']])
    for (const role of ['sales', 'admin'] as const) {
      const forged = { variant: goods.variant.id, location: it.store, kind: 'receipt', quantity: 5 }
      expect((await it.as(role).post('/stock-moves', forged)).status).toBe(403)
      expect((await it.as(role).delete(`/stock-levels/${goods.level}`)).status).toBe(403)
    }
    expect(await it.level(goods)).toEqual({ onHand: 5, reserved: 0, available: 5 })
  })

  test('does not stand in the way of a form in the admin that was opened before it changed', async () => {
    const goods = await it.goods(5)
    const form = new FormData()
    form.set(
      '_payload',
      JSON.stringify({ variant: goods.variant.id, location: it.store, onHand: 4, reserved: 0, available: 4, low: false, lowStockAt: 2 }),
    )
    const { status, body } = await it.as('sales').patch(`/stock-levels/${goods.level}?depth=0`, form)
    expect([status, body.doc?.lowStockAt]).toEqual([200, 2])
    expect(await it.level(goods)).toEqual({ onHand: 5, reserved: 0, available: 5 })
  })

  test('is right after many count, receive and order at once', async () => {
    const goods = await it.goods(20)
    await it.race(30, (index) =>
      index % 3 === 0 ? receive(goods, 2) : index % 3 === 1 ? it.checkout([{ variant: goods.variant.id, quantity: 1 }]) : count(goods, 40),
    )
    expect(await it.faults()).toEqual([])
  })
})

test.each([
  [{ counted: -1, reason: 'x' }, ['counted']],
  [{ counted: 1.5, reason: 'x' }, ['counted']],
  [{ counted: '3', reason: 'x' }, ['counted']],
  [{ counted: 3 }, ['reason']],
  [{ counted: 3, reason: '  ' }, ['reason']],
  [{ counted: 3, reason: 'x', onHand: 9 }, ['onHand']],
  [undefined, ['']],
])('a count of %j is refused', async (body, paths) => {
  const answer = await it.as('sales').post(`/stock-levels/${newId()}/count`, body)
  expect([answer.status, codeOf(answer), pathsOf(answer)]).toEqual([400, 'VALIDATION', paths])
})

test('a level that does not exist cannot be counted', async () => {
  for (const id of [newId(), 'x', '..%2Fx'])
    expect((await it.as('sales').post(`/stock-levels/${id}/count`, { counted: 1, reason: 'x' })).status).toBe(404)
})

test.each(['guest', 'customer', 'delivery', 'treasury', 'marketing'] as const)('stock is not counted by %s', async (who) => {
  const goods = await it.goods()
  const caller = who === 'guest' ? it.guest : it.as(who)
  for (const [verb, body] of [['count', { counted: 1, reason: 'x' }] as const, ['receive', { quantity: 1, reason: 'x' }] as const])
    expect((await caller.post(`/stock-levels/${goods.level}/${verb}`, body)).status).toBe(who === 'guest' ? 401 : 403)
})

describe('whether something is in stock', () => {
  test('changes when the last piece is put aside and when one comes back, and not in between', async () => {
    const goods = await it.goods(2)
    expect(await inStock(goods)).toEqual([true, true])
    const { updatedAt } = await it.payload.findByID({ collection: 'products', id: goods.product.id })
    await it.order(goods)
    expect(await it.payload.findByID({ collection: 'products', id: goods.product.id })).toMatchObject({ inStock: true, updatedAt })
    const last = await it.order(goods)
    expect(await inStock(goods)).toEqual([false, false])
    await it.guest.post(`/orders/${last.id}/cancel`, undefined, { 'x-order-secret': last.secret })
    expect(await inStock(goods)).toEqual([true, true])
  })

  test('is true of a product as long as it is of one variant, at any location', async () => {
    const goods = await it.goods(1)
    const other = await it.as('sales').post('/variants', { product: goods.product.id, sku: `OTHER-${goods.variant.sku}` })
    const level = await it.as('sales').post('/stock-levels', { variant: other.body.doc.id, location: it.outlet })
    await it.as('sales').post(`/stock-levels/${level.body.doc.id}/receive`, { quantity: 1, reason: 'Delivery' })
    await it.order(goods)
    expect(await inStock(goods)).toEqual([true, false])
    await it.order({ ...goods, variant: other.body.doc })
    expect(await inStock(goods)).toEqual([false, false])
  })

  test('follows when goods become a service', async () => {
    const goods = await it.goods(0)
    await it.as('sales').patch(`/products/${goods.product.id}`, { kind: 'service' })
    expect(await inStock(goods)).toEqual([true, true])
    await it.as('sales').patch(`/products/${goods.product.id}`, { kind: 'physical' })
    expect(await inStock(goods)).toEqual([false, false])
  })
})

test('low stock is told once per crossing, not per sale', async () => {
  const goods = await it.goods(6, { title: 'Radio' })
  await it.as('sales').patch(`/stock-levels/${goods.level}`, { lowStockAt: 3 })
  const told = () => it.count('outbox', { and: [{ event: { equals: 'stock.low' } }, { 'data.level': { equals: goods.level } }] })
  const low = async () => (await it.payload.findByID({ collection: 'stock-levels', id: goods.level })).low
  await it.order(goods, 2)
  expect([await low(), await told()]).toEqual([false, 0])
  const order = await it.order(goods, 2)
  await it.order(goods, 1)
  expect([await low(), await told()]).toEqual([true, 1])
  await receive(goods, 5)
  expect(await low()).toBe(false)
  await it.guest.post(`/orders/${order.id}/cancel`, undefined, { 'x-order-secret': order.secret })
  await it.order(goods, 6)
  expect([await low(), await told()]).toEqual([true, 2])
  await it.job('outbox.deliver')
  const { docs } = await it.payload.find({ collection: 'mails', where: { subject: { contains: 'Radio' } } })
  expect(docs.map(({ to, subject }) => [to, subject])).toEqual(
    Array(2).fill(['hello@demo.test', `Radio (${goods.variant.sku}) runs low at Store`]),
  )
})

test('goods come from where they are kept, and from several places when no place has enough', async () => {
  const goods = await it.goods(2)
  const { body } = await it.as('sales').post('/stock-levels', { variant: goods.variant.id, location: it.outlet })
  const outlet = { ...goods, level: body.doc.id }
  await receive(outlet, 4)
  await it.order(goods, 1)
  expect([await it.level(goods), await it.level(outlet)]).toMatchObject([{ available: 1 }, { available: 4 }])
  await it.order(goods, 3)
  expect([await it.level(goods), await it.level(outlet)]).toMatchObject([{ available: 1 }, { available: 1 }])
  await it.order(goods, 2)
  expect([await it.level(goods), await it.level(outlet)]).toMatchObject([{ available: 0 }, { available: 0 }])
})

test('a variant has one stock level per location, and it stays there', async () => {
  const goods = await it.goods()
  const again = await it.as('sales').post('/stock-levels', { variant: goods.variant.id, location: it.store })
  expect([again.status, codeOf(again)]).toEqual([400, 'DUPLICATE'])
  const moved = await it.as('sales').patch(`/stock-levels/${goods.level}`, { location: it.outlet })
  expect([moved.status, codeOf(moved)]).toEqual([400, 'FIELD_READ_ONLY'])
})

test('the nightly check reports the level that its movements do not explain, and only that', async () => {
  const [right, wrong] = [await it.goods(5), await it.goods(5)]
  await it.order(right)
  await it.payload.db.updateOne({ collection: 'stock-levels', id: wrong.level, data: { onHand: 6, available: 6 } })
  expect(await it.job('shop.check-stock')).toMatchObject({ done: await it.count('stock-levels') })
  const { docs } = await it.payload.find({ collection: 'audit-log', where: { action: { equals: 'stock.mismatch' } } })
  expect(docs).toMatchObject([{ document: wrong.level, details: { onHand: 6, moved: 5 } }])
  await it.payload.db.updateOne({ collection: 'stock-levels', id: wrong.level, data: { onHand: 5, available: 5 } })
})
