import { MongoClient } from 'mongodb'
import { io, type Socket } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Platform, password, platform } from '../support/platform.ts'
import { second } from '../support/second.ts'
import { type Goods, stock } from '../support/shopping.ts'
import { makeStorm, storm } from '../support/storm.ts'

const one = await platform({ jobs: true, env: { RATE_LIMIT: 'on', TRUST_PROXY: 'loopback' } })
const two = await second(one, { DATABASE_URL: named(process.env.DATABASE_URL as string) })
let goods: Goods

beforeAll(async () => {
  goods = await stock(one, { title: 'Lamp', price: 1_500_00, quantity: 1000 })
})

/** The address under which the second process is known to the database, so that its commands can be made to fail. */
function named(address: string) {
  const url = new URL(address)
  url.searchParams.set('appName', 'second')
  return url.href
}

const open: Socket[] = []
afterAll(() => {
  for (const socket of open) socket.disconnect()
})

const connect = async (url: string, token: string) => {
  const socket = io(url, { transports: ['websocket'], auth: { token }, forceNew: true, reconnection: false })
  open.push(socket)
  await new Promise((resolve, reject) => {
    socket.once('connect', () => resolve(undefined))
    socket.once('connect_error', reject)
  })
  return socket
}

/** Everybody behind an address of their own, so that they do not share a limit. */
let visitors = 0
const somebody = () => {
  visitors++
  return { 'x-forwarded-for': `198.18.${visitors >> 8}.${visitors & 255}` }
}

const order = (variant: string, quantity = 1) => ({
  items: [{ variant, quantity }],
  email: 'guest@example.com',
  shipping: { name: 'Guest', line1: 'Uhuru Street 1', city: 'Dar es Salaam', country: 'TZ' },
})

const halves = <Result>(count: number, work: (ask: Platform['guest'], index: number) => Promise<Result>) =>
  one.race(count, (index) => work(index % 2 ? two.guest : one.guest, index))

describe('two processes on one database', () => {
  const path = () => `/products/${goods.product}?depth=0`
  const weigh = (weightGrams: number) => one.as('sales').patch(`/products/${goods.product}`, { weightGrams })
  const weight = async (): Promise<number> => (await two.guest.get(path())).body.weightGrams

  test('a read that starts a second after the other process answered a write sees it, and is kept meanwhile', async () => {
    await expect.poll(() => two.figure('vior_cache_trusted')).toBe(1)
    const world = await makeStorm(one, { pages: false, sales: false })
    const { wrong, reads, writes } = await storm(world, { url: two.url, readers: 8, seconds: 8, tolerance: 1000 })
    expect(wrong).toEqual([])
    expect([reads > 50, writes > 20]).toEqual([true, true])
    expect(await two.figure('vior_cache_hits_total')).toBeGreaterThan(0)
  })

  test('while it cannot hear of the other one a process keeps nothing, and goes on by itself afterwards', async () => {
    const admin = await new MongoClient(process.env.MONGO_TEST_URL as string).connect()
    const failing = (mode: string) =>
      admin.db('admin').command({
        configureFailPoint: 'failCommand',
        mode,
        data: { failCommands: ['getMore'], appName: 'second', errorCode: 11601 },
      })
    await failing('alwaysOn')
    try {
      await expect.poll(() => two.figure('vior_cache_trusted')).toBe(0)
      for (const value of [2001, 2002, 2003]) {
        await weigh(value)
        expect(await weight()).toBe(value)
      }
    } finally {
      await failing('off')
      await admin.close()
    }
    await weigh(2004)
    await expect.poll(() => two.figure('vior_cache_trusted')).toBe(1)
    expect(await weight()).toBe(2004)
    const hits = await two.figure('vior_cache_hits_total')
    await expect.poll(async () => (await weight()) && two.figure('vior_cache_hits_total')).toBeGreaterThan(hits)
  })

  test('a hint of one is heard by whoever watches at the other, and once by those at the same', async () => {
    const customer = one.as('customer')
    const { body } = await customer.post('/orders/checkout', order(goods.variant), somebody())
    const watched = { collection: 'orders', id: body.order.id }
    const heard: Record<string, unknown[]> = { one: [], two: [] }
    for (const [name, url] of [
      ['one', one.url],
      ['two', two.url],
    ] as const) {
      const socket = await connect(url, customer.token)
      socket.on('changed', (message) => heard[name]?.push(message))
      expect(await socket.emitWithAck('join', watched)).toEqual({ ok: true })
    }
    expect((await two.as('sales').post(`/orders/${watched.id}/cancel`, { reason: 'No longer made' })).status).toBe(200)
    await expect.poll(() => heard).toEqual({ one: [watched], two: [watched] })
  })

  test('a session that is ended at one is signed out at the other, and its socket there is closed', async () => {
    const { email, id } = one.as('learner').user
    const { token } = (await two.guest.post('/users/login', { email, password }, somebody())).body
    const socket = await connect(two.url, token)
    const me = async () => (await two.guest.get('/users/me', { authorization: `JWT ${token}` })).body.user?.id
    expect(await me()).toBe(id)
    expect((await one.as('learner').post(`/users/${id}/end-sessions`)).body).toEqual({ ended: 1 })
    await expect.poll(() => socket.connected).toBe(false)
    expect(await me()).toBe(undefined)
  })

  test('of 50 customers at both who want the last piece one gets it', async () => {
    const { variant, level } = await stock(one, { title: 'Last lamp', price: 100_00, quantity: 1 })
    const answers = await halves(50, (ask) => ask.post('/orders/checkout', order(variant), somebody()))
    const tally = Object.groupBy(answers, ({ status }) => status)
    expect({ 201: tally[201]?.length, 409: tally[409]?.length, all: answers.length }).toEqual({ 201: 1, 409: 49, all: 50 })
    expect((await one.as('sales').get(`/stock-levels/${level}`)).body).toMatchObject({ onHand: 1, reserved: 1, available: 0 })
  })

  test('a request that is repeated at the other one is done once and answered the same', async () => {
    const headers = { ...somebody(), 'idempotency-key': 'one purchase' }
    const answers = await halves(10, (ask) => ask.post('/orders/checkout', order(goods.variant), headers))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]))
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
    expect(answers.filter(({ headers }) => headers.has('idempotent-replayed'))).toHaveLength(9)
  })

  test('a limit holds for both together', async () => {
    const from = somebody()
    const email = 'victim@test.test'
    const answers = await halves(16, (ask) => ask.post('/users/login', { email, password: 'x' }, from))
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(6)
  })

  test('what is to be done is done once, whoever finds it', async () => {
    const { body } = await one.guest.post('/orders/checkout', { ...order(goods.variant), email: 'once@example.com' }, somebody())
    const written = () => one.as('admin').get('/mails?where[to][equals]=once@example.com&depth=0')
    await expect.poll(async () => (await written()).body.docs.map(({ status }: { status: string }) => status)).toEqual(['sent'])
    expect(body.order.status).toBe('awaiting_payment')
    const { docs } = (await one.as('admin').get('/outbox?limit=0&pagination=false&depth=0')).body
    const twice = docs.filter(({ status, attempts }: { status: string; attempts: number }) => status === 'delivered' && attempts !== 1)
    expect(twice).toEqual([])
  })
})
