import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import type { Role } from '../../platform/roles.ts'
import { codeOf, type Goods, type Placed, type Shop, shop, tally } from './world.ts'

let it: Shop
let goods: Goods

beforeAll(async () => {
  it = await shop()
  goods = await it.goods(10_000)
})

const status = async ({ id }: Placed) => (await it.payload.findByID({ collection: 'orders', id, depth: 0 })).status
const press = (role: Role, { id }: Placed, verb: string, reason?: string) =>
  it.as(role).post(`/orders/${id}/${verb}`, reason ? { reason } : undefined)
const mailed = async (to: string) => {
  await it.job('outbox.deliver')
  const { docs } = await it.payload.find({ collection: 'mails', where: { to: { equals: to } }, sort: 'id' })
  return docs.map(({ subject }) => subject.replace(/V-\w+-\w+/, '#')).sort()
}

/** The way of an order, and who goes each step. */
const way: [verb: string, role: Role, reached: string][] = [
  ['confirm', 'treasury', 'treasury_confirmed'],
  ['pack', 'delivery', 'packed'],
  ['ship', 'delivery', 'shipped'],
  ['deliver', 'delivery', 'delivered'],
  ['close', 'sales', 'closed'],
]

/** An order that was paid and has come as far as `reached`. */
async function orderIn(reached: string, more: Record<string, unknown> = {}): Promise<Placed> {
  const order = await it.order(goods, 1, more)
  if (reached === 'awaiting_payment') return order
  await it.pay(order)
  for (const [verb, role, next] of way) {
    if ((await status(order)) === reached) return order
    await press(role, order, verb)
    if (next === reached) return order
  }
  throw new Error(`No order ever is ${reached}.`)
}

test('sales sells, treasury confirms, delivery packs, ships and hands over, sales closes; each step says who made it', async () => {
  const order = await orderIn('paid')
  for (const [verb, role, reached] of way) {
    const { status: answered, body } = await press(role, order, verb)
    expect([answered, body]).toEqual([200, { id: order.id, status: reached }])
  }
  const { docs } = await it.payload.find({ collection: 'transitions', where: { document: { equals: order.id } }, sort: 'id', depth: 0 })
  expect(docs.map(({ verb, byName }) => [verb, byName ?? null])).toEqual([
    ['create', null],
    ['pay', 'treasury'],
    ...way.map(([verb, role]) => [verb, role]),
  ])
})

test('the customer reads when each step was made, but not by whom; nobody else reads anything', async () => {
  const order = await orderIn('packed')
  const secret = { 'x-order-secret': order.secret }
  const { status: answered, body } = await it.guest.get(`/orders/${order.id}/history`, secret)
  const step = (from: string | null, to: string) => ({ from, to, at: expect.stringMatching(/^\d{4}-.*Z$/) })
  expect([answered, body]).toEqual([
    200,
    {
      steps: [
        step(null, 'awaiting_payment'),
        step('awaiting_payment', 'paid'),
        step('paid', 'treasury_confirmed'),
        step('treasury_confirmed', 'packed'),
      ],
    },
  ])
  expect((await it.as('support').get(`/orders/${order.id}/history`)).body).toEqual(body)
  // Made and sent out within one moment.
  const [payment] = (await it.as('treasury').get(`/payments?where[subject.value][equals]=${order.id}`)).body.docs
  const steps = (await it.as('treasury').get(`/payments/${payment.id}/history`)).body.steps as { to: string }[]
  expect(steps.map(({ to }) => to)).toEqual(['created', 'pending', 'succeeded'])
  const refused = async (path: string, as = it.guest, headers = {}) => (await as.get(path, headers)).status
  expect(await refused(`/orders/${order.id}/history`)).toBe(403)
  expect(await refused(`/orders/${order.id}/history`, it.as('customer'))).toBe(404)
  expect(await refused(`/orders/${newId()}/history`, it.guest, secret)).toBe(404)
  expect(await refused('/orders/1/history', it.guest, secret)).toBe(404)
})

describe.each(way)('the step “%s”', (verb, allowed, reached) => {
  const before = ['paid', 'treasury_confirmed', 'packed', 'shipped', 'delivered'][way.findIndex(([each]) => each === verb)] ?? ''

  test.each((['sales', 'treasury', 'delivery', 'marketing', 'support', 'customer'] as Role[]).filter((role) => role !== allowed))(
    'is refused to %s',
    async (role) => {
      const order = await orderIn(before)
      const answer = await press(role, order, verb)
      expect([answer.status, codeOf(answer), await status(order)]).toEqual([403, 'FORBIDDEN', before])
    },
  )

  test('is refused to guests, also with the secret of the order', async () => {
    const order = await orderIn(before)
    const answer = await it.guest.post(`/orders/${order.id}/${verb}`, undefined, { 'x-order-secret': order.secret })
    expect([answer.status, await status(order)]).toEqual([401, before])
  })

  test('happens once, however many press at once', async () => {
    const order = await orderIn(before)
    const answers = await it.race(5, () => press(allowed, order, verb))
    expect(tally(answers)).toEqual({ 200: 1, ILLEGAL_TRANSITION: 4 })
    expect(await status(order)).toBe(reached)
  })

  test('is refused too early, with the steps that are possible', async () => {
    const order = await orderIn('awaiting_payment')
    const answer = await press(allowed, order, verb)
    expect([answer.status, codeOf(answer)]).toEqual([409, 'ILLEGAL_TRANSITION'])
    expect(answer.body.errors[0].data).toMatchObject({ status: 'awaiting_payment', allowed: expect.arrayContaining(['cancel']) })
  })
})

test('nobody writes a state, by any way in', async () => {
  const order = await orderIn('paid')
  for (const role of ['sales', 'admin'] as const) {
    const patched = await it.as(role).patch(`/orders/${order.id}`, { status: 'delivered' })
    expect([patched.status, codeOf(patched)]).toEqual([409, 'ILLEGAL_TRANSITION'])
    const mutated = await it
      .as(role)
      .gql('mutation ($id: String!) { updateOrder(id: $id, data: { status: delivered }) { id } }', { id: order.id })
    expect(mutated.body.errors?.[0]?.extensions?.data?.code ?? mutated.body.errors?.[0]?.extensions?.code).toBe('ILLEGAL_TRANSITION')
  }
  await expect(it.payload.update({ collection: 'orders', id: order.id, data: { status: 'delivered' } })).rejects.toMatchObject({
    data: { code: 'ILLEGAL_TRANSITION', allowed: expect.arrayContaining(['confirm']) },
  })
  for (const verb of ['pay', 'place', 'expire', 'fail-fulfilment']) expect((await press('admin', order, verb)).status).toBe(404)
  expect(await status(order)).toBe('paid')
})

test('amounts of an order are written by nobody, its address may be corrected by sales', async () => {
  const order = await orderIn('paid')
  for (const [name, value] of Object.entries({
    total: 1,
    number: 'V-0000-0000',
    customer: it.as('customer').user.id,
    items: [],
    paidAt: null,
  })) {
    const answer = await it.as('admin').patch(`/orders/${order.id}`, { [name]: value })
    expect([name, answer.status, codeOf(answer)]).toEqual([name, 400, 'FIELD_READ_ONLY'])
  }
  const corrected = await it
    .as('sales')
    .patch(`/orders/${order.id}`, { shipping: { name: 'Asha', line1: 'Other Street 1', city: 'Arusha', country: 'TZ' } })
  expect([corrected.status, corrected.body.doc.shipping.line1]).toEqual([200, 'Other Street 1'])
  for (const role of ['treasury', 'delivery', 'marketing', 'customer'] as const)
    expect((await it.as(role).patch(`/orders/${order.id}`, { phone: '0712345678' })).status).toBe(403)
})

describe('what is picked up', () => {
  test('is handed over where it was packed, and the customer is told that it is ready', async () => {
    const order = await orderIn('packed', { shipping: undefined, pickup: it.store, email: 'pickup@example.test' })
    expect(await mailed('pickup@example.test')).toEqual(['Order # is ready', 'We have your payment for order #', 'Your order #'])
    const shipped = await press('delivery', order, 'ship')
    expect([shipped.status, codeOf(shipped)]).toEqual([409, 'ILLEGAL_TRANSITION'])
    expect((await press('delivery', order, 'deliver')).body.status).toBe('delivered')
  })

  test('is another matter than what is sent: that is shipped first', async () => {
    const order = await orderIn('packed')
    const answer = await press('delivery', order, 'deliver')
    expect([answer.status, codeOf(answer), await status(order)]).toEqual([409, 'ILLEGAL_TRANSITION', 'packed'])
  })
})

describe('to cancel', () => {
  test('a customer needs no reason until it is paid, and cannot afterwards', async () => {
    const customer = it.as('customer')
    const order = await it.order(goods, 1, {}, customer)
    expect((await customer.post(`/orders/${order.id}/cancel`)).body.status).toBe('canceled')
    const paid = await it.order(goods, 1, {}, customer)
    await it.pay(paid)
    const answer = await customer.post(`/orders/${paid.id}/cancel`)
    expect([answer.status, codeOf(answer), await status(paid)]).toEqual([409, 'ILLEGAL_TRANSITION', 'paid'])
  })

  test('a guest needs the secret of the order', async () => {
    const order = await it.order(goods)
    expect((await it.guest.post(`/orders/${order.id}/cancel`)).status).toBe(401)
    expect((await it.guest.post(`/orders/${order.id}/cancel`, {}, { 'x-order-secret': 'wrong' })).status).toBe(404)
    expect((await it.guest.post(`/orders/${order.id}/cancel`, {}, { 'x-order-secret': order.secret })).status).toBe(200)
  })

  test('sales says why, and the customer is told', async () => {
    const order = await it.order(goods, 1, { email: 'canceled@example.test' })
    const silent = await press('sales', order, 'cancel')
    expect([silent.status, codeOf(silent)]).toEqual([400, 'REASON_REQUIRED'])
    expect((await press('sales', order, 'cancel', 'The maker stopped it.')).status).toBe(200)
    expect(await mailed('canceled@example.test')).toEqual(['Order # is canceled', 'Your order #'])
  })

  test('puts what was held or sold back, once', async () => {
    const shelf = await it.goods(5)
    const waiting = await it.order(shelf, 2)
    const paid = await it.order(shelf, 3)
    await it.pay(paid)
    expect(await it.level(shelf)).toEqual({ onHand: 2, reserved: 2, available: 0 })
    const answers = await it.race(6, (index) => press('sales', index % 2 ? waiting : paid, 'cancel', 'Mistake'))
    expect(tally(answers)).toEqual({ 200: 2, ILLEGAL_TRANSITION: 4 })
    expect(await it.level(shelf)).toEqual({ onHand: 5, reserved: 0, available: 5 })
    const { docs } = await it.payload.find({ collection: 'stock-moves', where: { order: { equals: paid.id } }, sort: 'id', depth: 0 })
    expect(docs.map(({ kind, quantity, reason }) => [kind, quantity, reason ?? null])).toEqual([
      ['sale', -3, null],
      ['return', 3, 'Mistake'],
    ])
    expect(await it.faults()).toEqual([])
  })

  test('after the money came asks treasury to give it back', async () => {
    const order = await it.order(goods)
    const payment = await it.open(order)
    await it.take(payment)
    await press('sales', order, 'cancel', 'Mistake')
    await it.job('outbox.deliver')
    expect((await it.payload.findByID({ collection: 'payments', id: payment })).status).toBe('refund_pending')
  })

  test.each(['treasury', 'delivery', 'marketing', 'student'] as const)('%s has no right', async (role) => {
    const order = await it.order(goods)
    expect([403, 404]).toContain((await press(role, order, 'cancel', 'x')).status)
  })
})

test('what comes back is on the shelf again', async () => {
  const shelf = await it.goods(2)
  const order = await it.order(shelf, 2)
  await it.pay(order)
  for (const [verb, role] of way.slice(0, 4)) await press(role, order, verb)
  expect(await it.level(shelf)).toMatchObject({ onHand: 0 })
  const silent = await press('sales', order, 'return')
  expect([silent.status, codeOf(silent)]).toEqual([400, 'VALIDATION'])
  expect((await press('sales', order, 'return', 'Broken box')).body.status).toBe('returned')
  expect(await it.level(shelf)).toEqual({ onHand: 2, reserved: 0, available: 2 })
  expect((await press('sales', order, 'return', 'Again')).status).toBe(409)
  expect(await it.faults()).toEqual([])
})
