import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { nextPhone, type World, world } from './world.ts'

let it: World

const secret = 'a secret for callbacks only'

beforeAll(async () => {
  // Nothing listens where AzamPay would be: the keys are made up.
  it = await world({
    env: {
      MODE: 'live',
      CALLBACK_SECRET: secret,
      CALLBACK_FROM: '127.0.0.1, 2001:db8::/32',
      TRUST_PROXY: 'loopback',
      AZAMPAY_APP_NAME: 'Shop',
      AZAMPAY_CLIENT_ID: 'id',
      AZAMPAY_CLIENT_SECRET: 'secret',
      AZAMPAY_API_KEY: 'key',
    },
  })
  const { azampay } = await import('../../plugins/payments/providers/azampay.ts')
  const provider = it.payload.config.custom.providers.find(({ name }: { name: string }) => name === azampay.name)
  provider.start = async () => ({ outcome: 'unknown', message: 'The network is cut.' })
})

const open = async () => {
  const order = await it.order()
  const phone = nextPhone()
  const { status, body } = await it.begin(order, { phone })
  expect(status).toBe(202)
  const message = {
    msisdn: phone.slice(1),
    amount: '15000',
    utilityref: body.payment.reference,
    reference: `T-${body.payment.id}`,
    transactionstatus: 'success',
  }
  return { order, message }
}

const alerts = () => it.count('audit-log', { action: { equals: 'payments.alert' } })

test('an address without the secret, or with a wrong one, stores and alerts but never settles', async () => {
  const { order, message } = await open()
  const before = await alerts()
  const paths = [
    '/azam-callback/',
    '/azam-callback',
    '/payments/azampay/webhook',
    '/azam-callback/wrong',
    '/payments/azampay/webhook/wrong',
    `/payments/azampay/webhook/${secret}x`,
  ]
  for (const path of paths) expect((await it.guest.post(path, message)).status).toBe(200)
  expect(await it.orderState(order)).toBe('awaiting_payment')
  // One message, however often it came.
  expect(
    await it.count('payment-events', { and: [{ reference: { equals: message.utilityref } }, { verdict: { equals: 'forged' } }] }),
  ).toBe(1)
  expect(await alerts()).toBe(before + 1)
})

test('what strangers sent before does not keep the true message from settling', async () => {
  for (const path of [`/azam-callback/${secret}`, `/payments/azampay/webhook/${secret}/`]) {
    const { order, message } = await open()
    await it.guest.post('/azam-callback', message)
    expect((await it.guest.post(path, message)).status).toBe(200)
    await it.quiet()
    expect(await it.orderState(order)).toBe('paid')
  }
})

test('what comes from an address that no provider has settles nothing, even with the secret', async () => {
  const { order, message } = await open()
  const send = (address: string) => it.guest.post(`/azam-callback/${secret}`, message, { 'x-forwarded-for': address })
  for (const address of ['198.51.100.7', '127.0.0.2', '2001:db9::1']) expect((await send(address)).status).toBe(200)
  await it.quiet()
  expect(await it.orderState(order)).toBe('awaiting_payment')
  expect((await send('2001:db8::17')).status).toBe(200)
  await it.quiet()
  expect(await it.orderState(order)).toBe('paid')
})

test('the secret is read nowhere through the API', async () => {
  const { message } = await open()
  await it.guest.post(`/azam-callback/${secret}`, message)
  for (const path of [
    '/payment-events?limit=100&depth=2',
    '/payments?limit=100&depth=2',
    '/payment-providers',
    '/transaction-log',
    '/audit-log?limit=100',
  ])
    expect(JSON.stringify((await it.as('admin').get(path)).body), path).not.toContain(secret)
})

test('strangers cannot fill the database, and do not lock the provider out', async () => {
  const { order, message } = await open()
  const forge = (n: number, wave: string) =>
    it.race(n, (index) => it.guest.post('/azam-callback', { ...message, utilityref: `PV-${wave}-${index}` }))
  await forge(310, 'first')
  const stored = await it.count('payment-events', { verdict: { equals: 'forged' } })
  expect(stored).toBeGreaterThanOrEqual(300)
  expect((await forge(20, 'second')).map(({ status }) => status)).toEqual(Array(20).fill(429))
  expect(await it.count('payment-events', { verdict: { equals: 'forged' } })).toBe(stored)
  expect((await it.guest.post(`/azam-callback/${secret}`, message)).status).toBe(200)
  await it.quiet()
  expect(await it.orderState(order)).toBe('paid')
})

type Widget = { slug: string; Component: { serverProps: Record<string, unknown> } }

/** Puts a copy of something into the database as sandbox mode would have left it. */
const fromSandbox = async (collection: 'payments' | 'orders', id: string, change: object) => {
  const { id: _, ...found } = (await it.payload.db.findOne({ collection, where: { id: { equals: id } } })) as Record<string, unknown>
  const data = { ...found, id: newId(), secretHash: null, openKey: null, promptKey: null, items: [], test: true, ...change }
  await it.payload.db.create({ collection, data: data as never })
  return data.id
}

test('what a database holds from sandbox mode stays out of every sum and list, unless it is asked for', async () => {
  const { order, message } = await open()
  expect((await it.guest.post(`/azam-callback/${secret}`, message)).status).toBe(200)
  await it.quiet()
  const { docs } = (await it.as('treasury').get(`/transaction-log?search=${message.utilityref}`)).body
  expect(docs).toMatchObject([{ status: 'succeeded', test: false }])
  const tried = await fromSandbox('payments', docs[0].id, { reference: 'PV-TRIED', receivedAmount: 999_999_999 })
  const log = async (query = '') => (await it.as('treasury').get(`/transaction-log?limit=200${query}`)).body
  const live = await log()
  expect(live.docs.map(({ id }: { id: string }) => id)).not.toContain(tried)
  expect(live.totals.filter(({ test, received }: { test: boolean; received: number }) => test || received >= 999_999_999)).toEqual([])
  expect(await log('&test=true')).toMatchObject({ docs: [{ id: tried, test: true }], totals: [{ test: true, received: 999_999_999 }] })
  const both = await log('&test=any')
  expect(
    both.totals.filter(({ status }: { status: string }) => status === 'succeeded').map(({ test }: { test: boolean }) => test),
  ).toHaveLength(2)

  const triedOrder = await fromSandbox('orders', order.id, { number: 'V-TRIED', total: 1 })
  const sales = (path: string) => it.as('sales').get(`/v1/orders${path}`)
  expect((await sales(`/${order.id}`)).body.data).toMatchObject({ test: false })
  expect((await sales('?test=true')).body.data).toMatchObject([{ id: triedOrder, test: true }])
  expect((await it.as('treasury').get('/v1/payments?test=true')).body.data).toMatchObject([{ id: tried, test: true }])
  for (const collection of ['payments', 'orders'] as const) {
    const listed = (query: object) => it.payload.collections[collection].config.admin.baseFilter?.({ req: { query } } as never)
    expect(listed({})).toEqual({ test: { equals: false } })
    expect(listed({ where: { or: [{ and: [{ test: { equals: 'true' } }] }] } })).toBeNull()
    expect(listed({ where: { title: { contains: 'test' } } })).toEqual({ test: { equals: false } })
  }
  const widgets = it.payload.config.admin.dashboard.widgets as unknown as Widget[]
  for (const slug of ['money-in', 'payments-by-state', 'underpaid', 'refunds-due', 'orders-to-confirm', 'orders-by-state']) {
    const { Component } = widgets.find((each) => each.slug === slug) as Widget
    expect(JSON.stringify(Component.serverProps.where), slug).toContain('{"test":{"equals":false}}')
    expect(Component.serverProps.testData, slug).toBe(false)
  }
})

test('without a mail server mails wait, are not given up, and leave once one is entered', async () => {
  const { deliverOutbox } = await import('../../platform/outbox/deliver.ts')
  const { startSmtpSimulator } = await import('../../platform/mail/smtp-simulator.ts')
  const { noticesFor } = await import('../../platform/live-check.ts')
  const { environment } = await import('../../platform/environment.ts')
  await it.order()
  for (let tries = 0; tries < 3; tries++) await deliverOutbox(it.payload)
  const waiting = await it.count('mails', { status: { equals: 'waiting' } })
  expect(waiting).toBeGreaterThan(0)
  expect(await it.count('outbox', { and: [{ subscriber: { equals: 'platform.send-mail' } }, { attempts: { greater_than: 0 } }] })).toBe(0)
  expect(JSON.stringify(await noticesFor(it.payload, environment))).toContain('No mail server is set')

  const mailbox = await startSmtpSimulator()
  onTestFinished(() => mailbox.stop())
  expect((await it.as('admin').post('/globals/connections', { smtp: { url: mailbox.url } })).status).toBe(200)
  expect(await noticesFor(it.payload, environment)).toEqual([])
  await deliverOutbox(it.payload)
  expect(mailbox.list('buyer@test.test').length).toBeGreaterThan(0)
  expect(await it.count('mails', { status: { equals: 'waiting' } })).toBe(0)
})

test('simulators are not offered', async () => {
  const { body } = await it.guest.get('/payment-providers')
  expect(body.providers.filter(({ simulated }: { simulated: boolean }) => simulated)).toEqual([])
})
