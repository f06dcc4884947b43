import { beforeAll, expect, test } from 'vitest'
import { type Pending, type World, world } from './world.ts'

let it: World
let paid: Pending
let declined: Pending

beforeAll(async () => {
  it = await world()
  paid = await it.pending()
  await it.act(paid.reference, { action: 'approve', amount: 1_600_000 })
  declined = await it.pending()
  await it.act(declined.reference, { action: 'decline' })
  const order = await it.order({ by: it.as('customer') })
  await it.as('customer').post('/initiate-payment', { subject: { relationTo: 'orders', value: order.id }, provider: 'cash' })
})

const log = (query = '') => it.as('treasury').get(`/transaction-log/${query}`)
const ids = async (query: string) => (await log(query)).body.docs.map(({ id }: { id: string }) => id)

test('treasury sees every attempt with its payer, the newest first, and what it adds up to', async () => {
  const { status, body } = await log()
  expect(status).toBe(200)
  expect(body).toMatchObject({
    totalDocs: 3,
    totalPages: 1,
    page: 1,
    limit: 25,
    hasNextPage: false,
    hasPrevPage: false,
  })
  expect(body.docs.map(({ status, provider, received }: Record<string, unknown>) => [status, provider, received])).toEqual([
    ['pending', 'cash', null],
    ['failed', 'azampay', null],
    ['succeeded', 'azampay', 1_600_000],
  ])
  expect(body.docs[0].payer).toEqual({ id: it.as('customer').user.id, name: 'customer', email: 'customer@test.test' })
  expect(body.docs[2]).toMatchObject({
    id: paid.id,
    reference: paid.reference,
    excess: 100_000,
    phone: paid.phone,
    payer: null,
    subject: { relationTo: 'orders', value: paid.order.id },
  })
  expect(body.docs[2].title).toContain(paid.order.number)
  expect(body.docs.every(({ test }: { test: boolean }) => test)).toBe(true)
  expect(await ids('?test=false')).toEqual([])
  expect(body.totals).toEqual(
    expect.arrayContaining([{ currency: 'TZS', status: 'succeeded', test: true, count: 1, amount: 1_500_000, received: 1_600_000 }]),
  )
})

test('it is filtered and paged', async () => {
  expect(await ids('?status=succeeded')).toEqual([paid.id])
  expect(await ids('?status=failed,succeeded')).toEqual([declined.id, paid.id])
  expect(await ids('?provider=cash')).toHaveLength(1)
  expect(await ids(`?search=${paid.order.number}`)).toEqual([paid.id])
  expect(await ids(`?search=${encodeURIComponent(declined.phone)}`)).toEqual([declined.id])
  expect(await ids('?search=customer@test')).toHaveLength(1)
  const ofCustomer = { currency: 'TZS', status: 'pending', test: true, count: 1, amount: 1_500_000, received: 0 }
  expect((await log('?search=customer@test')).body.totals).toEqual([ofCustomer])
  for (const nothing of ['(', '.*', '\\', "'"]) expect(await ids(`?search=${encodeURIComponent(nothing)}`), nothing).toEqual([])
  const { body } = await log('?limit=1&page=2')
  expect(body).toMatchObject({ totalDocs: 3, totalPages: 3, page: 2, hasNextPage: true, hasPrevPage: true })
  expect(body.docs).toMatchObject([{ id: declined.id }])
  expect(body.totals.reduce((sum: number, { count }: { count: number }) => sum + count, 0)).toBe(3)
})

test('days are those of the site, and times are exact', async () => {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Africa/Dar_es_Salaam' }).format(new Date())
  expect(await ids(`?from=${today}&to=${today}`)).toHaveLength(3)
  expect(await ids('?to=2020-01-01')).toEqual([])
  expect(await ids('?from=2999-01-01')).toEqual([])
  expect(await ids('?from=0000-01-01&to=9999-12-31')).toHaveLength(3)
  expect(await ids(`?from=${encodeURIComponent(new Date(Date.now() - 3_600_000).toISOString())}`)).toHaveLength(3)
})

test.each(['page=0', 'limit=1000', 'limit=x', 'status=paid', 'from=yesterday', 'to=2026-13-01', 'colour=red', `search=${'x'.repeat(200)}`])(
  '%s is refused with its path',
  async (query) => {
    const { status, body } = await log(`?${query}`)
    expect(status).toBe(400)
    expect(body.errors[0].data.errors[0].path).toMatch(new RegExp(`^${query.split('=')[0]}`))
  },
)

test('only treasury and admin may look', async () => {
  expect((await it.as('admin').get('/transaction-log')).status).toBe(200)
  for (const role of ['sales', 'support', 'delivery', 'developer', 'customer'] as const)
    expect((await it.as(role).get('/transaction-log')).status).toBe(403)
  expect((await it.guest.get('/transaction-log')).status).toBe(401)
  expect((await it.guest.get('/payment-events')).status).toBe(403)
  const events = await it.as('treasury').get(`/payments/${paid.id}?depth=1`)
  expect(events.body.events.docs).toHaveLength(1)
})

test('what is older than the difference between test and live is taken for what the mode is', async () => {
  const { up } = await import('../../platform/database/migrations/data/20261120_164500_test_payments.ts')
  const { withRequest } = await import('../../platform/transaction.ts')
  const { db } = it.payload
  const old = { test: { equals: false } }
  for (const collection of ['payments', 'orders'] as const) {
    await db.updateMany({ collection, where: { id: { exists: true } }, data: { test: false } })
    expect(await it.count(collection, old)).toBeGreaterThan(0)
  }
  await withRequest(it.payload, 'test', (req) => up(it.payload, req))
  for (const collection of ['payments', 'orders'] as const) expect(await it.count(collection, old)).toBe(0)
  expect((await log()).body.totalDocs).toBe(3)
  const [order] = (await it.as('sales').get('/orders?limit=1&depth=0')).body.docs
  expect(order.items).toHaveLength(1)
})
