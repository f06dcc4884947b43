import { beforeAll, describe, expect, test } from 'vitest'
import { type Pending, type World, world } from './world.ts'

let it: World

beforeAll(async () => {
  it = await world()
})

const callback = ({ reference, phone }: Pending, over: object = {}) => ({
  msisdn: phone.slice(1),
  amount: '15000.00',
  message: '',
  utilityref: reference,
  operator: 'Tigo',
  reference: `T-${reference}`,
  transactionstatus: 'success',
  submerchantAcc: null,
  ...over,
})

const send = async (body: object) => {
  const answer = await it.guest.post('/azam-callback/', body)
  await it.quiet()
  return answer
}

const eventsOf = async ({ id, reference }: Pending) => {
  const { docs } = await it.payload.find({
    collection: 'payment-events',
    where: { or: [{ payment: { equals: id } }, { reference: { equals: reference } }] },
    sort: 'createdAt',
    limit: 200,
  })
  return docs.map(({ verdict }) => verdict)
}

const expireNow = async () => {
  it.clock.advance(11 * 60_000)
  const { done } = (await it.job('payments.expire')) as { done: number }
  it.clock.reset()
  return done
}

test('an approval pays the order', async () => {
  const pending = await it.pending()
  expect(await it.act(pending.reference, { action: 'approve' })).toEqual([200])
  const { transactionId } = (await it.prompts(pending.phone))[0] ?? {}
  expect(await it.payment(pending.id)).toMatchObject({
    status: 'succeeded',
    receivedAmount: 1_500_000,
    excess: 0,
    providerReference: transactionId,
    paidAt: expect.any(String),
  })
  expect(await it.orderState(pending.order)).toBe('paid')
  expect(await eventsOf(pending)).toEqual(['settled'])
  expect(await it.history(pending.id)).toEqual(['create', 'ask', 'succeed'])
})

test('a refusal fails the payment and leaves the order to be paid in another try', async () => {
  const pending = await it.pending({ goods: 'service' })
  await it.act(pending.reference, { action: 'decline' })
  expect(await it.payment(pending.id)).toMatchObject({ status: 'failed', failure: { code: 'DECLINED' } })
  expect(await it.orderState(pending.order)).toBe('awaiting_payment')
  const again = await it.begin(pending.order)
  expect(again.status).toBe(202)
  expect(again.body.payment.id).not.toBe(pending.id)
})

describe('exactly once', () => {
  const paidOnce = async (pending: Pending) => {
    expect(await it.orderState(pending.order)).toBe('paid')
    expect((await it.history(pending.id)).filter((verb) => verb === 'succeed')).toHaveLength(1)
    expect((await it.history(pending.order.id)).filter((verb) => verb === 'pay')).toHaveLength(1)
    const { docs } = await it.payload.find({ collection: 'outbox', where: { event: { equals: 'orders.paid' } }, limit: 1000 })
    const told = docs.filter(({ data }) => (data as { id?: string }).id === pending.order.id).map(({ subscriber }) => subscriber)
    expect(told).toContain('shop.mail-paid')
    expect(new Set(told).size).toBe(told.length)
  }

  test('fifty callbacks at once settle one payment and are all answered 200', async () => {
    const pending = await it.pending()
    expect(new Set(await it.act(pending.reference, { action: 'approve', times: 50 }))).toEqual(new Set([200]))
    await paidOnce(pending)
    expect(await eventsOf(pending)).toEqual(['settled'])
  })

  test('fifty different messages about one success settle it once', async () => {
    const pending = await it.pending()
    const answers = await it.race(50, (index) => send(callback(pending, { reference: 'T', amount: String(15_000 + index) })))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    await paidOnce(pending)
    expect((await eventsOf(pending)).sort()).toEqual([...Array(49).fill('duplicate'), 'settled'])
  })

  test('callbacks, treasury and the expiry at the same moment fulfil once', async () => {
    const pending = await it.pending()
    it.clock.advance(11 * 60_000)
    await Promise.all([
      it.act(pending.reference, { action: 'approve', times: 10 }),
      ...Array.from({ length: 5 }, () => it.as('treasury').post(`/payments/${pending.id}/resolve`, { reason: 'Seen on the statement' })),
      ...Array.from({ length: 5 }, () => it.job('payments.expire')),
    ])
    it.clock.reset()
    expect(await it.orderState(pending.order)).toBe('paid')
    expect((await it.history(pending.id)).filter((verb) => verb === 'succeed' || verb === 'resolve')).toHaveLength(1)
    expect((await it.payment(pending.id)).status).toBe('succeeded')
  })

  test('messages may come a hundred times in any order: the end is the same', async () => {
    const ends = new Set<string>()
    for (let round = 0; round < 4; round++) {
      const pending = await it.pending()
      const messages = [
        callback(pending),
        callback(pending, { transactionstatus: 'failed' }),
        callback(pending, { transactionstatus: 'pending' }),
      ]
      const shuffled = Array.from({ length: 102 }, (_, index) => ({ message: messages[index % 3] as object, at: Math.random() })).sort(
        (a, b) => a.at - b.at,
      )
      for (const { message } of shuffled.slice(0, 12)) expect((await send(message)).status).toBe(200)
      const answers = await Promise.all(shuffled.slice(12).map(({ message }) => send(message)))
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
      const { status, receivedAmount } = await it.payment(pending.id)
      ends.add(`${status} ${receivedAmount} ${await it.orderState(pending.order)}`)
    }
    expect([...ends]).toEqual(['succeeded 1500000 paid'])
  })
})

describe('what does not fit is never believed', () => {
  test.each([
    ['another currency', { currency: 'USD' }],
    ['another phone', { msisdn: '255799999999' }],
    ['no phone at all', { msisdn: '' }],
  ])('%s settles nothing, and staff hear of it', async (_, over) => {
    const pending = await it.pending()
    const alerts = await it.count('audit-log', { action: { equals: 'payments.alert' } })
    expect((await send(callback(pending, over))).status).toBe(200)
    expect((await it.payment(pending.id)).status).toBe('pending')
    expect(await it.orderState(pending.order)).toBe('awaiting_payment')
    expect(await eventsOf(pending)).toEqual(['mismatch'])
    expect(await it.count('audit-log', { action: { equals: 'payments.alert' } })).toBe(alerts + 1)
    await it.act(pending.reference, { action: 'approve' })
    expect(await it.orderState(pending.order)).toBe('paid')
  })

  test('an unknown reference, an order number included, is stored, answered 200 and settles nothing', async () => {
    const pending = await it.pending()
    for (const utilityref of [pending.order.number, pending.order.id, pending.id, 'PV-0000-0000-0000-0000']) {
      expect((await send(callback(pending, { utilityref }))).status).toBe(200)
      expect(
        await it.count('payment-events', { and: [{ reference: { equals: utilityref } }, { verdict: { equals: 'unknown_reference' } }] }),
      ).toBe(1)
    }
    expect(await it.orderState(pending.order)).toBe('awaiting_payment')
    expect((await it.payment(pending.id)).status).toBe('pending')
    await it.act(pending.reference, { action: 'approve', utilityref: 'PV-1111-1111-1111-1111' })
    await it.act(pending.reference, { action: 'approve' })
    expect(await it.orderState(pending.order)).toBe('paid')
  })

  test('what is no message of the provider is stored and answered 400', async () => {
    for (const body of ['', 'null', '{"a":', '[]', '<xml/>', JSON.stringify({ utilityref: 'PV-1' })]) {
      const { status, body: answer } = await it.rest('POST', '/azam-callback', body, { 'content-type': 'application/json' })
      expect([status, answer.errors[0].data.code]).toEqual([400, 'UNREADABLE_MESSAGE'])
    }
    expect(await it.count('payment-events', { verdict: { equals: 'unreadable' } })).toBe(6)
    expect((await it.guest.post('/payments/cash/webhook', {})).status).toBe(404)
    expect((await it.guest.post('/payments/barter/webhook', {})).status).toBe(404)
    expect((await it.rest('POST', '/azam-callback', 'x'.repeat(70_000), { 'content-type': 'application/json' })).status).toBe(413)
  })

  test('a second transaction for what is paid already is listed for people', async () => {
    const pending = await it.pending()
    await it.act(pending.reference, { action: 'approve' })
    await send(callback(pending, { reference: 'T-other' }))
    expect(await eventsOf(pending)).toEqual(['settled', 'mismatch'])
    expect((await it.payment(pending.id)).receivedAmount).toBe(1_500_000)
  })
})

describe('too little and too much', () => {
  test('too little waits for treasury, who accepts it with a reason', async () => {
    const pending = await it.pending()
    await it.act(pending.reference, { action: 'approve', amount: 1_000_000 })
    expect(await it.payment(pending.id)).toMatchObject({ status: 'underpaid', receivedAmount: 1_000_000 })
    expect(await it.orderState(pending.order)).toBe('awaiting_payment')
    expect((await it.begin(pending.order)).body.errors[0].data).toMatchObject({ code: 'PAYMENT_OPEN', payment: { status: 'underpaid' } })
    for (const role of ['sales', 'delivery', 'support', 'customer'] as const)
      expect((await it.as(role).post(`/payments/${pending.id}/accept`, { reason: 'x' })).status).toBe(403)
    expect((await it.as('treasury').post(`/payments/${pending.id}/accept`, {})).status).toBe(400)
    const accepted = await it.as('treasury').post(`/payments/${pending.id}/accept`, { reason: 'A good customer' })
    expect(accepted).toMatchObject({ status: 200, body: { status: 'succeeded' } })
    expect(await it.payment(pending.id)).toMatchObject({ status: 'succeeded', receivedAmount: 1_000_000, excess: 0 })
    expect(await it.orderState(pending.order)).toBe('paid')
  })

  test('or gives it back, and the buyer may try again', async () => {
    const pending = await it.pending()
    await it.act(pending.reference, { action: 'approve', amount: '1.00' })
    expect((await it.as('treasury').post(`/payments/${pending.id}/give-back`, { reason: 'Far too little' })).body.status).toBe(
      'refund_pending',
    )
    expect((await it.begin(pending.order)).status).toBe(202)
    expect((await it.as('treasury').post(`/payments/${pending.id}/finish-refund`, { reason: 'Sent by hand, slip 5' })).body.status).toBe(
      'refunded',
    )
  })

  test('too little and then enough pays, in either order', async () => {
    const [first, second] = [await it.pending(), await it.pending()]
    await it.act(first.reference, { action: 'approve', amount: 100 })
    await it.act(first.reference, { action: 'approve' })
    await it.act(second.reference, { action: 'approve' })
    await it.act(second.reference, { action: 'approve', amount: 100 })
    for (const pending of [first, second]) {
      expect(await it.payment(pending.id)).toMatchObject({ status: 'succeeded', receivedAmount: 1_500_000 })
      expect(await it.orderState(pending.order)).toBe('paid')
    }
  })

  test('too much is accepted and the excess is listed until it is returned', async () => {
    const pending = await it.pending()
    await it.act(pending.reference, { action: 'approve', amount: 2_000_000 })
    expect(await it.payment(pending.id)).toMatchObject({ status: 'succeeded', receivedAmount: 2_000_000, excess: 500_000 })
    expect(await it.orderState(pending.order)).toBe('paid')
    const listed = await it.as('treasury').get('/payments?where[excess][greater_than]=0&where[status][equals]=succeeded')
    expect(listed.body.docs.map(({ id }: { id: string }) => id)).toContain(pending.id)
    expect((await it.as('treasury').post(`/payments/${pending.id}/return-excess`, { reason: 'Slip 6' })).body.status).toBe(
      'partially_refunded',
    )
  })

  test('there is no excess to return where none came in', async () => {
    const pending = await it.pending()
    await it.act(pending.reference, { action: 'approve' })
    const { status, body } = await it.as('treasury').post(`/payments/${pending.id}/return-excess`, { reason: 'x' })
    expect(status).toBe(409)
    expect(body.errors[0].data).toMatchObject({ code: 'ILLEGAL_TRANSITION', status: 'succeeded' })
    expect(body.errors[0].data.allowed).not.toContain('return_excess')
  })
})

describe('late', () => {
  test('an attempt expires after ten minutes, and money that comes later still pays when the goods are there', async () => {
    await it.stock(5)
    const pending = await it.pending({ goods: 'stocked' })
    expect(await expireNow()).toBeGreaterThan(0)
    expect((await it.payment(pending.id)).status).toBe('expired')
    expect(await it.orderState(pending.order)).toBe('awaiting_payment')
    await it.act(pending.reference, { action: 'approve' })
    expect(await it.payment(pending.id)).toMatchObject({ status: 'succeeded', receivedAmount: 1_500_000 })
    expect(await it.orderState(pending.order)).toBe('paid')
  })

  test('money for goods that are gone is kept in view: the order cannot be fulfilled, the payment is to be refunded', async () => {
    await it.stock(1)
    const late = await it.pending({ goods: 'stocked' })
    await expireNow()
    const lucky = await it.pending({ goods: 'stocked' })
    await it.act(lucky.reference, { action: 'approve' })
    expect(await it.orderState(lucky.order)).toBe('paid')
    await it.act(late.reference, { action: 'approve', times: 5 })
    expect(await it.orderState(late.order)).toBe('paid_unfulfillable')
    expect(await it.payment(late.id)).toMatchObject({ status: 'refund_pending', receivedAmount: 1_500_000 })
    expect(await it.history(late.id)).toEqual(['create', 'ask', 'expire', 'succeed', 'request_refund'])
    const done = await it.as('treasury').post(`/payments/${late.id}/finish-refund`, { reason: 'Sent back by hand' })
    expect(done.body.status).toBe('refunded')
  })

  test('money for an older attempt pays, and the newer one is closed', async () => {
    const old = await it.pending()
    await it.guest.post(`/payments/${old.id}/cancel`, {}, { 'x-order-secret': old.order.secret })
    const newer = await it.begin(old.order)
    await it.act(old.reference, { action: 'approve' })
    expect(await it.orderState(old.order)).toBe('paid')
    expect((await it.payment(newer.body.payment.id)).status).toBe('canceled')
    await it.act(newer.body.payment.reference, { action: 'approve' })
    expect((await it.payment(newer.body.payment.id)).status).toBe('refund_pending')
    expect(await it.orderState(old.order)).toBe('paid')
  })

  test('treasury settles what was found on a statement, with a reason', async () => {
    const pending = await it.pending()
    await it.act(pending.reference, { action: 'ignore' })
    await expireNow()
    expect((await it.as('sales').post(`/payments/${pending.id}/resolve`, { reason: 'x' })).status).toBe(403)
    expect(
      (await it.as('treasury').post(`/payments/${pending.id}/resolve`, { reason: 'Statement of 20 November, line 7' })).body.status,
    ).toBe('succeeded')
    expect(await it.orderState(pending.order)).toBe('paid')
    await it.act(pending.reference, { action: 'approve' })
    expect(await eventsOf(pending)).toEqual(['duplicate'])
  })
})

describe('cash', () => {
  const atTheCounter = async () => {
    const order = await it.order()
    const { status, body } = await it.begin(order, { provider: 'cash', phone: undefined })
    expect(status).toBe(202)
    return { order, id: body.payment.id as string }
  }

  test('waits until sales or treasury takes it', async () => {
    for (const role of ['sales', 'treasury'] as const) {
      const { order, id } = await atTheCounter()
      expect((await it.as(role).get(`/payments/${id}`)).body.status).toBe('pending')
      for (const other of [it.guest, it.as('customer'), it.as('delivery')])
        expect([401, 403, 404]).toContain((await other.post(`/payments/${id}/receive`, {}, { 'x-order-secret': order.secret })).status)
      const answers = await it.race(10, () => it.as(role).post(`/payments/${id}/receive`))
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      expect(answers.filter(({ body }) => body.errors?.[0].data.code === 'ILLEGAL_TRANSITION')).toHaveLength(9)
      expect(await it.payment(id)).toMatchObject({ status: 'succeeded', receivedAmount: 1_500_000 })
      expect(await it.orderState(order)).toBe('paid')
    }
  })

  test('is the only money that is taken by hand', async () => {
    const { id } = await it.pending()
    const { status, body } = await it.as('treasury').post(`/payments/${id}/receive`)
    expect(status).toBe(409)
    expect(body.errors[0].data.allowed).not.toContain('receive')
  })
})

test('cash for goods that are gone is not taken', async () => {
  await it.stock(1)
  const order = await it.order({ goods: 'stocked' })
  const { body } = await it.begin(order, { provider: 'cash', phone: undefined })
  it.clock.advance(40 * 60_000)
  await it.job('shop.release-reservations')
  const lucky = await it.pending({ goods: 'stocked' })
  await it.act(lucky.reference, { action: 'approve' })
  const taken = await it.as('sales').post(`/payments/${body.payment.id}/receive`)
  it.clock.reset()
  expect(taken.body.errors?.[0].data.code).toBe('NO_LONGER_AVAILABLE')
  expect((await it.payment(body.payment.id)).status).toBe('pending')
  expect(await it.orderState(order)).toBe('awaiting_payment')
})

describe('called off', () => {
  const deliver = () => it.job('outbox.deliver')

  test('a paid order that is canceled has its money given back, once', async () => {
    const pending = await it.pending()
    await it.act(pending.reference, { action: 'approve' })
    await it.as('sales').post(`/orders/${pending.order.id}/cancel`, { reason: 'Broken in the store' })
    await it.race(3, deliver)
    expect((await it.payment(pending.id)).status).toBe('refund_pending')
    expect(await it.history(pending.id)).toEqual(['create', 'ask', 'succeed', 'request_refund'])
    expect((await it.as('treasury').post(`/payments/${pending.id}/keep-money`, { reason: 'Taken for another order' })).body.status).toBe(
      'succeeded',
    )
  })

  test('an order that is canceled asks nobody for money any more', async () => {
    const pending = await it.pending()
    await it.guest.post(`/orders/${pending.order.id}/cancel`, {}, { 'x-order-secret': pending.order.secret })
    await deliver()
    expect((await it.payment(pending.id)).status).toBe('canceled')
  })
})

test('staff hear by mail of money that waits for them', async () => {
  await it.payload.updateGlobal({ slug: 'settings', data: { contacts: { email: 'house@test.test' } } as never })
  const pending = await it.pending()
  await it.act(pending.reference, { action: 'approve', amount: 100 })
  await it.job('outbox.deliver')
  const { docs } = await it.payload.find({ collection: 'mails', where: { to: { equals: 'house@test.test' } } })
  expect(docs.map(({ subject }) => subject)).toEqual(['Too little money came in'])
})

test('nobody cancels what is paid', async () => {
  const pending = await it.pending()
  await it.act(pending.reference, { action: 'approve' })
  expect((await it.guest.post(`/payments/${pending.id}/cancel`, {}, { 'x-order-secret': pending.order.secret })).status).toBe(409)
  expect((await it.as('treasury').post(`/payments/${pending.id}/cancel`)).status).toBe(409)
})
