import fc from 'fast-check'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import type { Instance } from '../../platform/instance.ts'
import { bounds, classOf, p95 } from '../../platform/usage/histogram.ts'
import { client } from '../support/client.ts'
import { platform } from '../support/platform.ts'

const { payload, url, as, clock, race, job } = await platform()
const { meter } = await import('../../platform/usage/meter.ts')
const { shared } = await import('../../platform/instance.ts')
const { writeUsage } = await import('../../platform/usage/write.ts')
const { now } = await import('../../platform/clock.ts')
const { dayOf } = await import('../../platform/time.ts')

const day = 86_400_000

type Line = { key?: string; status: number }

const written = async () => shared(payload).writeUsage?.()

async function newKey(owner: Parameters<typeof as>[0], scopes = ['catalogue:read']) {
  const { body } = await as(owner).post('/api-keys', { name: 'Feed', scopes })
  return { id: body.key.id as string, ...client(url, { authorization: `Bearer ${body.secret}` }) }
}

let product: string

beforeAll(async () => {
  product = (await as('sales').post('/products', { title: 'Phone', slug: 'phone', price: 100_000, published: true })).body.doc.id
})

describe('what a key does', () => {
  test('is counted by address and day, and its sums are those of the request log', async () => {
    const key = await newKey('customer')
    const lines: Line[] = []
    const { requestLogger } = shared(payload) as Required<Pick<Instance, 'requestLogger'>>
    for (const level of ['info', 'error'] as const)
      vi.spyOn(requestLogger, level).mockImplementation((line: unknown) => void lines.push(line as Line))
    await race(12, () => key.get('/products'))
    await race(7, (n) => key.get(`/products/${n % 2 ? product : '01900000-0000-7000-8000-000000000000'}`))
    await race(5, () => key.get('/orders'))
    await key.gql('{ Products { totalDocs } }')
    await key.get('/v1/products/')
    await key.get('/products?limit=-1')
    await vi.waitFor(() => expect(lines.filter((line) => line.key === key.id)).toHaveLength(27))
    await written()
    const { body } = await as('customer').get(`/api-keys/${key.id}/usage`)
    const logged = lines.filter((line) => line.key === key.id)
    expect(body.total).toMatchObject({ calls: logged.length, failures: logged.filter(({ status }) => status >= 400).length })
    expect(body.total.bytes).toBeGreaterThan(0)
    expect(body.total.p95).toBeGreaterThan(0)
    expect(body.days).toMatchObject([{ day: dayOf(now()), calls: 27, failures: 10 }])
    expect(body.routes.map(({ route, calls, failures }: Record<string, unknown>) => [route, calls, failures])).toEqual(
      expect.arrayContaining([
        ['GET /api/products', 13, 1],
        ['GET /api/products/:id', 7, 4],
        ['GET /api/orders', 5, 5],
        ['POST /api/graphql', 1, 0],
        ['GET /api/v1/products', 1, 0],
      ]),
    )
  })

  test('is seen by its owner and by staff, and is when it was last used', async () => {
    const key = await newKey('customer')
    await key.get('/products')
    await vi.waitFor(async () => {
      await written()
      expect((await as('customer').get(`/api-keys/${key.id}`)).body.lastUsedAt).toEqual(expect.any(String))
    })
    expect((await as('developer').get(`/api-keys/${key.id}/usage`)).body.total.calls).toBe(1)
    expect((await as('student').get(`/api-keys/${key.id}/usage`)).status).toBe(404)
    expect((await as('student').get('/api-usage')).body.docs).toEqual([])
    const rows = (await as('support').get(`/api-usage?where[key][equals]=${key.id}`)).body.docs
    expect(rows).toMatchObject([{ route: 'GET /api/products', calls: 1, failures: 0, p95: expect.any(Number) }])
    expect(rows[0]).not.toHaveProperty('slower')
  })

  test('is added up right by several processes at once', async () => {
    const { id } = await newKey('client')
    const owner = as('client').user.id
    const processes = Array.from({ length: 4 }, () => meter())
    for (const each of processes)
      for (let n = 0; n < 25; n++) each.count({ key: id, owner, route: 'GET /api/products', status: n < 5 ? 404 : 200, ms: n, bytes: 10 })
    await Promise.all(processes.map((each) => writeUsage(payload, each)))
    const { body } = await as('client').get(`/api-keys/${id}/usage`)
    expect(body.total).toMatchObject({ calls: 100, failures: 20, bytes: 1000 })
  })

  test('is kept for the next time when it cannot be written', async () => {
    const { id } = await newKey('client')
    const one = meter()
    one.count({ key: id, owner: as('client').user.id, route: 'GET /api/products', status: 200, ms: 1, bytes: 1 })
    const broken = vi.spyOn(payload.db, 'updateOne').mockRejectedValue(new Error('no disk'))
    expect(await writeUsage(payload, one)).toEqual({ done: 0 })
    broken.mockRestore()
    expect(await writeUsage(payload, one)).toEqual({ done: 1 })
    expect((await as('client').get(`/api-keys/${id}/usage`)).body.total.calls).toBe(1)
  })
})

test('a key that is used ten times as much as in the week before is noticed once a day', async () => {
  const key = await newKey('supplier')
  const owner = as('supplier').user.id
  const use = async (calls: number) => {
    const one = meter()
    for (let n = 0; n < calls; n++) one.count({ key: key.id, owner, route: 'GET /api/products', status: 200, ms: 5, bytes: 100 })
    await writeUsage(payload, one)
  }
  const notices = async () =>
    (await payload.find({ collection: 'outbox', where: { event: { equals: 'api-keys.busy' } } })).docs.map(({ data }) => data)
  for (let n = 0; n < 7; n++) {
    await use(20)
    clock.advance(day)
  }
  await use(199)
  await job('api-usage.notice')
  expect(await notices()).toEqual([])
  await use(1)
  await race(3, () => job('api-usage.notice'))
  expect(await notices()).toMatchObject([{ id: key.id, calls: 200, mean: 20 }])
  await job('outbox.deliver')
  const mails = (await payload.find({ collection: 'mails', where: { to: { equals: as('supplier').user.email } } })).docs
  expect(mails.map(({ subject }) => subject)).toEqual(['Your API key “Feed” is very busy'])
  clock.advance(day)
  await use(500)
  await job('api-usage.notice')
  expect(await notices()).toHaveLength(2)
  clock.reset()
})

describe('the classes of durations', () => {
  test('tell how long 95 of 100 calls took, within the class', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 4_999, noNaN: true }), { minLength: 1, maxLength: 200 }), (durations) => {
        const counts: Record<string, number> = {}
        for (const ms of durations) counts[classOf(ms)] = (counts[classOf(ms)] ?? 0) + 1
        const exact = durations.toSorted((a, b) => a - b)[Math.ceil(durations.length * 0.95) - 1] ?? 0
        const upper = bounds.find((bound) => exact <= bound) ?? 0
        const lower = bounds[bounds.indexOf(upper as 5) - 1] ?? 0
        expect(p95(counts)).toBeGreaterThanOrEqual(lower)
        expect(p95(counts)).toBeLessThanOrEqual(upper)
      }),
    )
    expect(p95({})).toBe(0)
  })
})
