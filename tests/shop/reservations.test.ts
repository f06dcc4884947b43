import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { codeOf, type Goods, type Placed, type Shop, shop, tally } from './world.ts'

let it: Shop

const minute = 60_000

beforeAll(async () => {
  it = await shop()
})

afterEach(() => it.clock.reset())

const release = () => it.job('shop.release-reservations')
const status = async ({ id }: Placed) => (await it.payload.findByID({ collection: 'orders', id, depth: 0 })).status
const history = async ({ id }: Placed) => {
  const { docs } = await it.payload.find({ collection: 'transitions', where: { document: { equals: id } }, sort: 'id', pagination: false })
  return docs.map(({ verb }) => verb)
}
const soldOut = (goods: Goods) => it.checkout([{ variant: goods.variant.id, quantity: 1 }]).then(codeOf)
const mailed = async (to: string) => {
  await it.job('outbox.deliver')
  const { docs } = await it.payload.find({ collection: 'mails', where: { to: { equals: to } }, sort: 'id' })
  return docs.map(({ subject }) => subject.replace(/V-\w+-\w+/, '#'))
}

describe('what is put aside', () => {
  test('is kept for a quarter of an hour, then let go by the next run of the job', async () => {
    const goods = await it.goods(1)
    const order = await it.order(goods)
    it.clock.advance(15 * minute - 1000)
    await release()
    expect(await soldOut(goods)).toBe('OUT_OF_STOCK')
    it.clock.advance(1000)
    expect(await release()).toEqual({ done: 1 })
    expect(await it.level(goods)).toEqual({ onHand: 1, reserved: 0, available: 1 })
    const after = await it.stored(order)
    expect([after.status, after.expiresAt ?? null]).toEqual(['awaiting_payment', null])
    await it.order(goods)
    expect(await it.faults()).toEqual([])
  })

  test('is let go once, however often the job runs at once', async () => {
    const goods = await it.goods(8)
    for (let number = 0; number < 8; number++) await it.order(goods)
    it.clock.advance(16 * minute)
    await it.race(6, release)
    expect(await it.level(goods)).toEqual({ onHand: 8, reserved: 0, available: 8 })
    expect(await it.faults()).toEqual([])
  })

  test('is kept up to half an hour while a payment is on its way, prolonged once', async () => {
    const goods = await it.goods(1)
    const order = await it.order(goods)
    it.clock.advance(10 * minute)
    const payment = await it.open(order)
    it.clock.advance(20 * minute)
    await release()
    expect(await it.level(goods)).toMatchObject({ reserved: 1 })
    await it.guest.post(`/payments/${payment}/cancel`, undefined, { 'x-order-secret': order.secret })
    it.clock.advance(minute)
    await release()
    expect(await it.level(goods)).toMatchObject({ reserved: 0 })
  })

  test('cannot be prolonged again and again by opening payments', async () => {
    const goods = await it.goods(1)
    const order = await it.order(goods)
    const { orderPayable } = await import('../../plugins/shop/payable.ts')
    const { withRequest, inTransaction } = await import('../../platform/transaction.ts')
    const hold = (minutes: number) =>
      withRequest(it.payload, 'test', (req) =>
        inTransaction(req, async () => (await orderPayable.due(req, order.id)).hold(new Date(Date.now() + minutes * minute))),
      )
    const until = async () =>
      (await it.payload.find({ collection: 'reservations', where: { order: { equals: order.id } } })).docs[0]?.expiresAt
    expect(await hold(20)).toBe(true)
    const first = await until()
    expect(await hold(25)).toBe(true)
    expect(await until()).toBe(first)
    expect(await it.stored(order)).toMatchObject({ expiresAt: first })
  })

  test('is let go when the payment fails, and put aside again for the next try', async () => {
    const goods = await it.goods(1)
    const order = await it.order(goods)
    const payment = await it.open(order)
    await it.guest.post(`/payments/${payment}/cancel`, undefined, { 'x-order-secret': order.secret })
    expect(await it.level(goods)).toMatchObject({ reserved: 0 })
    await it.open(order)
    expect(await it.level(goods)).toMatchObject({ reserved: 1 })
    expect(await it.faults()).toEqual([])
  })

  test('cannot be put aside again when somebody else bought it meanwhile', async () => {
    const goods = await it.goods(1)
    const order = await it.order(goods)
    it.clock.advance(16 * minute)
    await release()
    await it.order(goods)
    const { id, secret } = order
    const late = await it.guest.post('/initiate-payment', { subject: { relationTo: 'orders', value: id }, secret, provider: 'cash' })
    expect([late.status, codeOf(late)]).toEqual([409, 'NO_LONGER_AVAILABLE'])
    expect(await it.faults()).toEqual([])
  })
})

describe('the money', () => {
  test('turns what is put aside into a sale, with a movement, a history and a receipt', async () => {
    const goods = await it.goods(5)
    const order = await it.order(goods, 2, { email: 'paid@example.test' })
    expect((await it.pay(order)).status).toBe(200)
    expect(await it.level(goods)).toEqual({ onHand: 3, reserved: 0, available: 3 })
    expect(await it.stored(order)).toMatchObject({ status: 'paid', paidAt: expect.any(String) })
    expect(await history(order)).toEqual(['create', 'pay'])
    const { docs } = await it.payload.find({ collection: 'stock-moves', where: { order: { equals: order.id } }, depth: 0 })
    expect(docs).toMatchObject([{ kind: 'sale', quantity: -2, variant: goods.variant.id, location: it.store }])
    expect(await mailed('paid@example.test')).toEqual(['Your order #', 'We have your payment for order #'])
    expect(await it.faults()).toEqual([])
  })

  test('that comes when the time is over takes the goods again if they are still there', async () => {
    const goods = await it.goods(1)
    const order = await it.order(goods)
    const payment = await it.open(order)
    it.clock.advance(40 * minute)
    await release()
    expect(await it.level(goods)).toMatchObject({ reserved: 0 })
    expect((await it.take(payment)).body.status).toBe('succeeded')
    expect(await status(order)).toBe('paid')
    expect(await it.level(goods)).toEqual({ onHand: 0, reserved: 0, available: 0 })
    expect(await it.faults()).toEqual([])
  })

  test('that comes when the goods are gone is noted, goes back, and the customer is told', async () => {
    const goods = await it.goods(1)
    const order = await it.order(goods, 1, { email: 'late@example.test' })
    const payment = await it.open(order)
    it.clock.advance(40 * minute)
    await release()
    await it.pay(await it.order(goods))
    expect((await it.resolve(payment)).body.status).toBe('refund_pending')
    expect(await status(order)).toBe('paid_unfulfillable')
    expect(await history(order)).toEqual(['create', 'fail_fulfilment'])
    expect(await mailed('late@example.test')).toEqual(['Your order #', 'About your payment for order #'])
    expect(await it.faults()).toEqual([])
  })

  test('that came too late buys the goods after all, once sales has them again', async () => {
    const goods = await it.goods(1)
    const order = await it.order(goods)
    const payment = await it.open(order)
    it.clock.advance(40 * minute)
    await release()
    await it.pay(await it.order(goods))
    await it.resolve(payment)
    const early = await it.as('sales').post(`/orders/${order.id}/resume`)
    expect([early.status, codeOf(early), await status(order)]).toEqual([409, 'OUT_OF_STOCK', 'paid_unfulfillable'])
    await it.as('sales').post(`/stock-levels/${goods.level}/receive`, { quantity: 1, reason: 'Delivery' })
    expect((await it.as('sales').post(`/orders/${order.id}/resume`)).body.status).toBe('paid')
    expect(await it.level(goods)).toEqual({ onHand: 0, reserved: 0, available: 0 })
    expect(await it.faults()).toEqual([])
  })

  test('for an order that was canceled meanwhile does not bring it back to life', async () => {
    const goods = await it.goods(1)
    const order = await it.order(goods)
    const payment = await it.open(order)
    await it.guest.post(`/orders/${order.id}/cancel`, {}, { 'x-order-secret': order.secret })
    await it.job('outbox.deliver')
    expect((await it.payload.findByID({ collection: 'payments', id: payment })).status).toBe('canceled')
    expect((await it.resolve(payment)).body.status).toBe('refund_pending')
    expect(await status(order)).toBe('paid_unfulfillable')
    expect(await it.level(goods)).toEqual({ onHand: 1, reserved: 0, available: 1 })
  })

  test('of several who pay late for the last piece reaches it once', async () => {
    const goods = await it.goods(1)
    const payments: string[] = []
    for (let number = 0; number < 5; number++) {
      payments.push(await it.open(await it.order(goods)))
      it.clock.advance(40 * minute)
      await release()
    }
    const answers = await it.race(5, (index) => it.resolve(payments[index] ?? ''))
    expect(tally(answers)).toEqual({ 200: 5 })
    expect(answers.map(({ body }) => body.status).sort()).toEqual([
      'refund_pending',
      'refund_pending',
      'refund_pending',
      'refund_pending',
      'succeeded',
    ])
    expect(await it.level(goods)).toEqual({ onHand: 0, reserved: 0, available: 0 })
    expect(await it.faults()).toEqual([])
  })
})

describe('an order that nobody pays', () => {
  test('ends after three days without a try, and the customer is told', async () => {
    const goods = await it.goods(1)
    const order = await it.order(goods, 1, { email: 'never@example.test' })
    it.clock.advance(16 * minute)
    await release()
    it.clock.advance(2.9 * 24 * 60 * minute)
    await it.job('shop.expire-orders')
    expect(await status(order)).toBe('awaiting_payment')
    it.clock.advance(0.2 * 24 * 60 * minute)
    await it.job('shop.expire-orders')
    expect(await status(order)).toBe('canceled')
    expect(await mailed('never@example.test')).toEqual(['Your order #', 'Order # was not paid'])
    expect(await it.faults()).toEqual([])
  })

  test('cannot be paid any more', async () => {
    const order = await it.order(await it.goods(1))
    await it.guest.post(`/orders/${order.id}/cancel`, {}, { 'x-order-secret': order.secret })
    const { id, secret } = order
    const late = await it.guest.post('/initiate-payment', { subject: { relationTo: 'orders', value: id }, secret, provider: 'cash' })
    expect([late.status, codeOf(late)]).toEqual([409, 'NOT_PAYABLE'])
  })
})
