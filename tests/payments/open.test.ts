import { beforeAll, describe, expect, test } from 'vitest'
import { nextPhone, type World, world } from './world.ts'

let it: World

beforeAll(async () => {
  it = await world()
})

test('a guest begins to pay for an own order with its secret, and the phone shows a prompt', async () => {
  const order = await it.order()
  const phone = nextPhone()
  const { status, body } = await it.begin(order, { phone })
  expect(status).toBe(202)
  expect(body).toEqual({
    payment: {
      id: expect.any(String),
      reference: expect.stringMatching(/^PV(-[0-9A-HJKMNP-TV-Z]{4}){4}$/),
      status: 'pending',
      expiresAt: expect.any(String),
    },
  })
  expect(await it.prompts(phone)).toMatchObject([
    { reference: body.payment.reference, amount: 1_500_000, currency: 'TZS', operator: 'Tigo', status: 'waiting' },
  ])
  expect(Date.parse(body.payment.expiresAt) - Date.now()).toBeGreaterThan(9 * 60_000)
  expect(await it.history(body.payment.id)).toEqual(['create', 'ask'])
})

describe('who may', () => {
  test('a stranger without the secret is told that there is no such order', async () => {
    const order = await it.order()
    for (const secret of [undefined, 'wrong', '']) expect((await it.begin(order, { secret })).status).toBe(404)
    const { subject } = { subject: { relationTo: 'orders', value: order.id } }
    expect((await it.as('customer').post('/initiate-payment', { subject, provider: 'cash' })).status).toBe(404)
    expect(await it.count('payments', { 'subject.value': { equals: order.id } })).toBe(0)
  })

  test('a customer pays for an own order and reads the payment, another customer does not', async () => {
    const order = await it.order({ by: it.as('customer') })
    const subject = { relationTo: 'orders', value: order.id }
    const { status, body } = await it.as('customer').post('/initiate-payment', { subject, provider: 'azampay', phone: nextPhone() })
    expect(status).toBe(202)
    const { id } = body.payment
    expect((await it.as('customer').get(`/payments/${id}`)).body).toMatchObject({ status: 'pending', amount: 1_500_000 })
    for (const other of [it.as('student'), it.as('delivery'), it.as('sales'), it.guest])
      expect([403, 404]).toContain((await other.get(`/payments/${id}`)).status)
    expect((await it.as('student').post(`/payments/${id}/cancel`)).status).toBe(404)
  })

  test('a guest reads the payments of an own order by its secret and nothing of ours', async () => {
    const { id, order } = await it.pending()
    const secret = { 'x-order-secret': order.secret }
    const { status, body } = await it.guest.get(`/payments/${id}?depth=3`, secret)
    expect(status).toBe(200)
    expect(body).toMatchObject({ id, status: 'pending', provider: 'azampay' })
    for (const name of ['openKey', 'promptKey', 'promptNumber', 'secretHash', 'addressHash', 'openedBy', 'events'])
      expect(body[name], name).toBeUndefined()
    const list = await it.guest.get(`/payments?where[subject.value][equals]=${order.id}&sort=-createdAt&depth=0`, secret)
    expect(list.body.docs.map((payment: { id: string }) => payment.id)).toEqual([id])
    expect((await it.guest.get('/payments?where[secretHash][exists]=true', secret)).status).toBe(400)
    expect((await it.guest.get(`/payments/${id}`, { 'x-order-secret': 'other' })).status).toBe(404)
  })

  test.each(['admin', 'treasury', 'sales', 'customer'] as const)('%s cannot write a payment by hand', async (role) => {
    const { id } = await it.pending()
    const { post, patch, delete: remove, gql } = it.as(role)
    expect((await post('/payments', {})).status).toBe(403)
    for (const data of [{ status: 'succeeded' }, { amount: 1 }, { receivedAmount: 1_500_000 }])
      expect([400, 403, 404, 409]).toContain((await patch(`/payments/${id}`, data)).status)
    expect([403, 404]).toContain((await remove(`/payments/${id}`)).status)
    expect((await gql(`mutation { updatePayment(id: "${id}", data: { status: succeeded }) { id } }`)).body.errors).toBeDefined()
    expect((await it.payment(id)).status).toBe('pending')
  })
})

describe('one attempt at a time', () => {
  test('asking again in the same manner answers the attempt that is open and prompts nobody twice', async () => {
    const order = await it.order()
    const phone = nextPhone()
    const first = await it.begin(order, { phone })
    const again = await it.begin(order, { phone: phone.replace('+255', '0') })
    expect(again).toMatchObject({ status: 202, body: first.body })
    expect(await it.prompts(phone)).toHaveLength(1)
  })

  test('asking in another manner is refused with the reference of the open attempt; after canceling it works', async () => {
    const { order, id, reference } = await it.pending()
    const refused = await it.begin(order)
    expect(refused).toMatchObject({
      status: 409,
      body: { errors: [{ data: { code: 'PAYMENT_OPEN', payment: { reference, status: 'pending' } } }] },
    })
    const canceled = await it.guest.post(`/payments/${id}/cancel`, {}, { 'x-order-secret': order.secret })
    expect(canceled).toMatchObject({ status: 200, body: { id, status: 'canceled' } })
    expect((await it.begin(order)).status).toBe(202)
    expect((await it.payment(id)).openKey ?? null).toBeNull()
  })

  test('fifty callers at once open one attempt and prompt once', async () => {
    const order = await it.order()
    const phone = nextPhone()
    const answers = await it.race(50, () => it.begin(order, { phone }))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([202]))
    expect(new Set(answers.map(({ body }) => body.payment.id)).size).toBe(1)
    expect(await it.prompts(phone)).toHaveLength(1)
    expect(await it.count('payments', { 'subject.value': { equals: order.id } })).toBe(1)
  })

  test('of fifty callers with different phones one is asked and the others are told so', async () => {
    const order = await it.order()
    const answers = await it.race(50, () => it.begin(order))
    expect(answers.filter(({ status }) => status === 202)).toHaveLength(1)
    expect(answers.filter(({ body }) => body.errors?.[0].data.code === 'PAYMENT_OPEN')).toHaveLength(49)
    expect(await it.count('payments', { 'subject.value': { equals: order.id } })).toBe(1)
  })

  test('an attempt whose time is over makes room at once', async () => {
    const { order, id } = await it.pending()
    it.clock.advance(11 * 60_000)
    const next = await it.begin(order)
    it.clock.reset()
    expect(next.status).toBe(202)
    expect((await it.payment(id)).status).toBe('expired')
  })

  test('an Idempotency-Key answers the same again, whatever has become of the payment', async () => {
    const order = await it.order()
    const key = { 'idempotency-key': 'a key' }
    const phone = nextPhone()
    const answers = await it.race(10, () => it.begin(order, { phone }, key))
    const [first] = answers
    for (const answer of answers) expect(answer).toMatchObject({ status: 202, body: first?.body })
    expect(await it.prompts(phone)).toHaveLength(1)
    expect((await it.begin(order, { phone: nextPhone() }, key)).status).toBe(409)
    await it.act(first?.body.payment.reference, { action: 'decline' })
    expect((await it.begin(order, { phone }, key)).body.payment).toMatchObject({ id: first?.body.payment.id, status: 'failed' })
  })
})

describe('what the provider answers', () => {
  const order = () => it.order()

  test('a refusal fails the attempt, says why, and the payer may try again', async () => {
    const placed = await order()
    await it.faults({ checkout: 'problem' })
    const { status, body } = await it.begin(placed)
    await it.faults({})
    expect(status).toBe(422)
    const { code, reason, payment } = body.errors[0].data
    expect({ code, reason }).toEqual({ code: 'PROVIDER_REFUSED', reason: 'INVALID_PHONE' })
    expect(await it.payment(payment.id)).toMatchObject({ status: 'failed', failure: { code: 'INVALID_PHONE' } })
    expect((await it.begin(placed)).status).toBe(202)
  })

  test('when the provider is not to be had the answer says so', async () => {
    const placed = await order()
    await it.faults({ token: 'expired' })
    expect(await it.begin(placed)).toMatchObject({ status: 503, body: { errors: [{ data: { code: 'PROVIDER_UNAVAILABLE' } }] } })
    await it.faults({})
    expect((await it.begin(placed)).status).toBe(202)
  })

  test('when nobody knows how it ended the attempt stays open, and money that comes is taken', async () => {
    const placed = await order()
    const phone = nextPhone()
    await it.faults({ checkout: 'broken' })
    const { status, body } = await it.begin(placed, { phone })
    await it.faults({})
    expect(status).toBe(202)
    expect(body.payment.status).toBe('pending')
    const callback = {
      msisdn: phone.slice(1),
      amount: '15000',
      utilityref: body.payment.reference,
      reference: 'T',
      transactionstatus: 'success',
    }
    expect((await it.guest.post('/azam-callback/', callback)).status).toBe(200)
    await it.quiet()
    expect((await it.payment(body.payment.id)).status).toBe('succeeded')
  })

  test('a callback that comes before the answer of the checkout settles', async () => {
    const placed = await order()
    await it.faults({ early: 'approve' })
    const { status, body } = await it.begin(placed)
    await it.faults({})
    await it.quiet()
    expect({ status, state: (await it.payment(body.payment.id)).status }).toEqual({ status: 202, state: 'succeeded' })
    expect(await it.orderState(placed)).toBe('paid')
    expect((await it.payment(body.payment.id)).providerReference).toEqual(expect.any(String))
  })

  test('a refusal that comes before the answer of the checkout fails the attempt', async () => {
    const placed = await order()
    await it.faults({ early: 'decline' })
    const { status, body } = await it.begin(placed)
    await it.faults({})
    await it.quiet()
    expect({ status, state: (await it.payment(body.payment.id)).status }).toEqual({ status: 202, state: 'failed' })
  })
})

describe('what is not right about an ask', () => {
  test('everything wrong is named at once', async () => {
    const { status, body } = await it.guest.post('/initiate-payment', {
      subject: { relationTo: 5 },
      provider: 1,
      phone: {},
      amount: 5,
      returnUrl: 'https://evil.test/',
    })
    expect(status).toBe(400)
    const paths = body.errors[0].data.errors.map(({ path }: { path: string }) => path)
    expect(paths.sort()).toEqual(['amount', 'phone', 'provider', 'returnUrl', 'subject.relationTo', 'subject.value'])
  })

  test.each([
    [{ provider: 'barter' }, 400, 'VALIDATION'],
    [{ subject: { relationTo: 'users', value: '01900000-0000-7000-8000-000000000000' } }, 400, 'VALIDATION'],
    [{ subject: { relationTo: 'orders', value: '../x' } }, 404, 'NOT_FOUND'],
    [{ subject: { relationTo: 'orders', value: '01900000-0000-7000-8000-000000000000' } }, 404, 'NOT_FOUND'],
    [{ phone: '12' }, 400, 'VALIDATION'],
    [{ phone: undefined }, 400, 'VALIDATION'],
    [{ phone: '+263771234567' }, 400, 'VALIDATION'],
    [{ operator: 'Orange' }, 400, 'VALIDATION'],
  ] as const)('%j is answered %i', async (how, status, code) => {
    const answer = await it.begin(await it.order(), how)
    expect(answer.status).toBe(status)
    expect(answer.body.errors[0].data.code).toBe(code)
  })

  test('a number of a million characters is too long', async () => {
    expect((await it.begin(await it.order(), { phone: 'x'.repeat(1_000_000) })).status).toBe(400)
  })

  test('what is paid or canceled cannot be paid', async () => {
    const { order, reference } = await it.pending()
    await it.act(reference, { action: 'approve' })
    expect((await it.begin(order)).status).toBe(409)
  })

  test('the ways to pay are listed', async () => {
    const { body } = await it.guest.get('/payment-providers')
    expect(body.providers).toMatchObject([
      {
        name: 'azampay',
        needsPhone: true,
        simulated: true,
        currencies: ['TZS'],
        operators: ['Airtel', 'Tigo', 'Halopesa', 'Azampesa', 'Mpesa'],
      },
      { name: 'cash', needsPhone: false, manual: true },
    ])
  })
})
