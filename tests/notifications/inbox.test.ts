import { io } from 'socket.io-client'
import { describe, expect, test } from 'vitest'
import { shop } from '../shop/world.ts'

const it = await shop({ jobs: true })
const { withRequest, inTransaction } = await import('../../platform/transaction.ts')
const { emit } = await import('../../platform/outbox/emit.ts')
const goods = await it.goods(100)

type Shown = { id: string; kind: string; title: string; path: string; readAt: string | null }
type Role = Parameters<typeof it.as>[0]

const inbox = async (role: Role, more = ''): Promise<{ notifications: Shown[]; unread: number; total: number }> =>
  (await it.as(role).get(`/notifications/inbox?limit=50${more}`)).body

const told = async (role: Role, id: string) =>
  (await inbox(role)).notifications.filter(({ path }) => path.endsWith(id)).map(({ kind }) => kind)

const byCustomer = () => it.order(goods, 1, {}, it.as('customer'))

const failedPayment = async (order: { id: string }, phone: string) => {
  const { body } = await it.as('customer').post('/initiate-payment', {
    subject: { relationTo: 'orders', value: order.id },
    provider: 'azampay',
    phone,
    operator: 'mpesa',
  })
  await fetch(`${it.url}/sandbox/phone/${body.payment.reference}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: JSON.stringify({ action: 'decline' }),
  })
}

describe('people are told of what concerns them', () => {
  test('sales of an order, its customer and treasury of the money, its customer of the way it goes', async () => {
    const order = await byCustomer()
    await expect.poll(() => told('sales', order.id)).toEqual(['orders.placed'])
    expect(await told('customer', order.id)).toEqual([])

    await it.pay(order)
    await expect.poll(() => told('customer', order.id)).toEqual(['orders.paid'])
    await expect.poll(() => told('treasury', order.id)).toEqual(['orders-to-confirm'])

    for (const [role, verb] of [
      ['treasury', 'confirm'],
      ['delivery', 'pack'],
      ['delivery', 'ship'],
    ] as const)
      expect((await it.as(role).post(`/orders/${order.id}/${verb}`, {})).status).toBe(200)
    await expect.poll(() => told('customer', order.id)).toEqual(['orders.shipped', 'orders.paid'])
    expect(await told('marketing', order.id)).toEqual([])
  })

  test('its customer that it is ready, where it is picked up, or that it has ended because nobody paid', async () => {
    const [fetched, left] = [await it.order(goods, 1, { pickup: it.store, shipping: undefined }, it.as('customer')), await byCustomer()]
    await it.pay(fetched)
    await it.as('treasury').post(`/orders/${fetched.id}/confirm`, {})
    expect((await it.as('delivery').post(`/orders/${fetched.id}/pack`, {})).status).toBe(200)
    await expect.poll(async () => (await told('customer', fetched.id)).toSorted()).toEqual(['orders.paid', 'orders.ready'])
    await withRequest(it.payload, 'test', (req) => inTransaction(req, () => emit(req, 'orders.expired', { id: left.id, test: true })))
    await expect.poll(() => told('customer', left.id)).toEqual(['orders.expired'])
  })

  test('a payer of each payment that failed, by mail too', async () => {
    const order = await byCustomer()
    await failedPayment(order, '+255712000101')
    await expect.poll(() => told('customer', order.id)).toEqual(['payments.failed'])
    await failedPayment(order, '+255712000102')
    await expect.poll(() => told('customer', order.id)).toEqual(['payments.failed', 'payments.failed'])
    const { email } = it.as('customer').user
    await expect.poll(() => it.count('mails', { to: { equals: email }, subject: { contains: 'failed' } })).toBe(2)
  })

  test('once, however often the event comes', async () => {
    const order = await byCustomer()
    await expect.poll(() => told('sales', order.id)).toEqual(['orders.placed'])
    for (let again = 0; again < 3; again++)
      await withRequest(it.payload, 'test', (req) => inTransaction(req, () => emit(req, 'orders.placed', { id: order.id, test: true })))
    await expect
      .poll(() => it.count('outbox', { subscriber: { equals: 'notifications.orders.placed' }, status: { not_equals: 'delivered' } }))
      .toBe(0)
    expect(await told('sales', order.id)).toEqual(['orders.placed'])
  })

  test('in their own language', async () => {
    const order = await byCustomer()
    await expect.poll(() => told('sales', order.id)).toHaveLength(1)
    const [english] = (await inbox('sales')).notifications
    const [swahili] = (await inbox('sales', '&locale=sw')).notifications
    expect([english?.title, swahili?.title]).toEqual([`New order ${order.number}`, `Oda mpya ${order.number}`])
  })

  test('and not of what guests alone know', async () => {
    const order = await it.order(goods)
    await it.pay(order)
    await expect.poll(() => told('treasury', order.id)).toEqual(['orders-to-confirm'])
    expect(await told('customer', order.id)).toEqual([])
  })
})

describe('what one was told', () => {
  test('is counted until it is read, and every bell hears of it', async () => {
    const sales = it.as('sales')
    const socket = io(it.url, { transports: ['websocket'], auth: { token: sales.token }, forceNew: true })
    let rung = 0
    socket.on('changed', () => rung++)
    await new Promise((resolve) => socket.once('connect', () => resolve(undefined)))
    expect(await socket.emitWithAck('join', { collection: 'users', id: sales.user.id })).toEqual({ ok: true })
    const before = (await sales.get('/notifications/unread')).body.count

    const order = await byCustomer()
    await expect.poll(async () => (await sales.get('/notifications/unread')).body.count).toBe(before + 1)
    await expect.poll(() => rung).toBe(1)
    const [first] = (await inbox('sales', '&unread=true')).notifications
    expect([first?.path, first?.readAt]).toEqual([`/admin/collections/orders/${order.id}`, null])
    const opened = await sales.post(`/notifications/${first?.id}/read`)
    expect(opened.body).toEqual({ id: first?.id, path: first?.path, unread: before })
    expect((await sales.post(`/notifications/${first?.id}/read`)).body.unread).toBe(before)
    expect((await sales.post('/notifications/read-all')).body).toEqual({ unread: 0 })
    expect((await inbox('sales', '&unread=true')).total).toBe(0)
    expect((await inbox('sales')).notifications.every(({ readAt }) => readAt !== null)).toBe(true)
    socket.disconnect()
  })

  test('is nobody else’s', async () => {
    const [first] = (await inbox('sales')).notifications
    expect((await it.as('treasury').post(`/notifications/${first?.id}/read`)).status).toBe(404)
    expect((await it.as('customer').get(`/notifications/${first?.id}`)).status).toBe(403)
    for (const path of ['inbox', 'unread', 'preferences']) expect((await it.guest.get(`/notifications/${path}`)).status).toBe(401)
    const admin = it.as('admin')
    expect((await admin.post('/notifications', {})).status).toBe(403)
    for (const path of ['', `/${first?.id}`, '/count', '/export?format=csv'])
      expect((await admin.get(`/notifications${path}`)).status, path).toBe(403)
    expect((await admin.get('/notification-preferences')).status).toBe(403)
    expect((await admin.gql('{ Notifications { totalDocs } }')).body.data?.Notifications ?? null).toBeNull()
  })
})

describe('people choose how they are told', () => {
  const choose = (channels: object, kind = 'orders.placed') => it.as('sales').put('/notifications/preferences', { kind, channels })

  test('not at all, by mail only, or as usual', async () => {
    const { body } = await it.as('sales').get('/notifications/preferences')
    expect(body.kinds.find(({ kind }: { kind: string }) => kind === 'orders.placed')).toEqual({
      kind: 'orders.placed',
      label: 'New orders',
      channels: { inApp: true, mail: false, digest: false, push: true },
    })
    expect((await choose({ inApp: false, mail: true })).status).toBe(200)
    const order = await byCustomer()
    await expect.poll(() => it.count('mails', { subject: { equals: `New order ${order.number}` } })).toBe(1)
    expect(await told('sales', order.id)).toEqual([])
    await choose({ inApp: true, mail: false })
    const next = await byCustomer()
    await expect.poll(() => told('sales', next.id)).toEqual(['orders.placed'])
  })

  test('among the ways that there are', async () => {
    expect((await choose({ mail: true }, 'orders.paid')).body.errors[0].data.errors[0]).toMatchObject({ path: 'channels.mail' })
    expect((await choose({ mail: true }, 'unheard.of')).status).toBe(404)
    expect((await choose({ pigeon: true })).status).toBe(400)
  })

  test('of what is theirs: nobody is asked about the work of others', async () => {
    const kinds = async (role: Role) => (await it.as(role).get('/notifications/preferences')).body.kinds.map(({ kind }: Shown) => kind)
    expect(await kinds('sales')).toContain('orders.placed')
    expect((await kinds('customer')).sort()).toEqual(['orders.expired', 'orders.paid', 'orders.ready', 'orders.shipped', 'payments.failed'])
    const foreign = await it.as('customer').put('/notifications/preferences', { kind: 'orders.placed', channels: { push: false } })
    expect(foreign.status).toBe(404)
  })
})

describe('a summary of the day', () => {
  const summaries = () => it.count('mails', { to: { equals: it.as('sales').user.email }, subject: { contains: 'not seen' } })
  const choose = (channels: object) => it.as('sales').put('/notifications/preferences', { kind: 'orders.placed', channels })

  test('tells in one mail what was not read, once, to who wants it', async () => {
    await it.as('sales').post('/notifications/read-all')
    await choose({ digest: true })
    const [seen, first, second] = [await byCustomer(), await byCustomer(), await byCustomer()]
    await expect.poll(() => told('sales', second.id)).toEqual(['orders.placed'])
    await expect.poll(() => told('sales', first.id)).toEqual(['orders.placed'])
    const read = (await inbox('sales')).notifications.find(({ path }) => path.endsWith(seen.id))
    await it.as('sales').post(`/notifications/${read?.id}/read`)
    expect(await it.job('notifications.digest')).toEqual({ done: 0 })
    it.clock.advance(26 * 3_600_000)
    expect(await it.job('notifications.digest')).toEqual({ done: 1 })
    await expect.poll(summaries).toBe(1)
    const { docs } = await it.payload.find({ collection: 'mails', where: { subject: { contains: 'not seen' } } })
    expect(docs[0]?.subject).toBe('What you have not seen yet (2)')
    it.clock.advance(26 * 3_600_000)
    expect(await it.job('notifications.digest')).toEqual({ done: 0 })
    expect(await summaries()).toBe(1)
  })

  test('says nothing again of what came by mail at once', async () => {
    await choose({ digest: true, mail: true })
    const order = await byCustomer()
    await expect.poll(() => told('sales', order.id)).toEqual(['orders.placed'])
    it.clock.advance(26 * 3_600_000)
    expect(await it.job('notifications.digest')).toEqual({ done: 0 })
    await choose({ digest: false, mail: false })
    it.clock.reset()
  })
})

test('whoever leaves takes along what they were told', async () => {
  const { user } = it.as('learner')
  const choice = { kind: 'orders.paid', channels: { inApp: false } }
  await it.as('learner').put('/notifications/preferences', choice)
  expect(await it.count('notification-preferences', { user: { equals: user.id } })).toBe(1)
  const before = await it.count('notification-preferences')
  expect((await it.as('admin').delete(`/users/${user.id}`)).status).toBe(200)
  expect(await it.count('notification-preferences')).toBe(before - 1)
})
