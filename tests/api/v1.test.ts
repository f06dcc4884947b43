import { beforeAll, describe, expect, test } from 'vitest'
import { type Client, client } from '../support/client.ts'
import { platform } from '../support/platform.ts'

const { payload, url, guest, as, clock } = await platform()
const { endpoint } = await import('../../platform/endpoint.ts')
const { withEndings } = await import('../../platform/server/endings.ts')
const { resourceEndpoints } = await import('../../platform/v1/endpoints.ts')
const { resourcesOf } = await import('../../platform/v1/resource.ts')
const { z } = await import('zod')

const codeOf = ({ body }: { body: { errors?: { data: { code: string } }[] } }) => body.errors?.[0]?.data.code

let category: string
let variant: string
let level: string

const sold = { items: [{ variant: '', quantity: 2 }], email: 'asha@test.test', pickup: '' }

beforeAll(async () => {
  const sales = as('sales')
  const { body: location } = await as('admin').post('/locations', { name: 'Shop', code: 'SHOP', default: true, pickup: true })
  category = (await as('marketing').post('/categories', { title: 'Phones', slug: 'phones' })).body.doc.id
  for (let n = 1; n <= 5; n++) {
    const { body } = await sales.post('/products', {
      title: `Phone ${n}`,
      slug: `phone-${n}`,
      price: n * 100_000,
      published: n < 5,
      category,
    })
    const made = await sales.post('/variants', { product: body.doc.id, sku: `PHN-${n}`, title: 'black' })
    if (n === 1) variant = made.body.doc.id
  }
  level = (await sales.get(`/stock-levels?where[variant][equals]=${variant}`)).body.docs[0].id
  await sales.post(`/stock-levels/${level}/receive`, { quantity: 50, reason: 'delivery' })
  Object.assign(sold, { items: [{ variant, quantity: 2 }], pickup: location.doc.id })
})

const allPages = async (caller: Client, path: string) => {
  const seen: Record<string, unknown>[] = []
  let after = ''
  for (let pages = 0; pages < 20; pages++) {
    const { body } = await caller.get(`${path}${after && `&after=${after}`}`)
    seen.push(...body.data)
    if (!body.next) return seen
    after = body.next
  }
  throw new Error('The list does not end.')
}

describe('a list', () => {
  test('holds each item once, in order, whatever the size of its pages', async () => {
    for (const limit of [1, 2, 3, 100]) {
      const prices = (await allPages(guest, `/v1/products?limit=${limit}&sort=price`)).map(
        ({ price }) => (price as { amount: number }).amount,
      )
      expect(prices).toEqual([100_000, 200_000, 300_000, 400_000])
      const newest = (await allPages(guest, `/v1/products?limit=${limit}`)).map(({ slug }) => slug)
      expect(newest).toEqual(['phone-4', 'phone-3', 'phone-2', 'phone-1'])
    }
  })

  test('shows each caller what the collection shows them', async () => {
    expect((await as('sales').get('/v1/products')).body.data).toHaveLength(5)
    // What was left out for strangers before is there for staff.
    await guest.get('/v1/products')
    const [hidden] = (await as('sales').get('/v1/products?slug=phone-5')).body.data
    expect(hidden.variants).toMatchObject([{ sku: 'PHN-5' }])
    expect(codeOf(await guest.get('/v1/stock'))).toBe('FORBIDDEN')
    expect(codeOf(await guest.get('/v1/payments'))).toBe('FORBIDDEN')
    expect((await as('customer').get('/v1/orders')).body.data).toEqual([])
  })

  test('can be narrowed', async () => {
    const slugs = async (query: string) =>
      (await as('sales').get(`/v1/products?sort=createdAt&${query}`)).body.data.map(({ slug }: { slug: string }) => slug)
    expect(await slugs('slug=phone-2')).toEqual(['phone-2'])
    expect(await slugs('inStock=true')).toEqual(['phone-1'])
    expect(await slugs('search=hone 3')).toEqual(['phone-3'])
    expect(await slugs('kind=digital,service')).toEqual([])
    expect(await slugs(`category=${category}&limit=1`)).toEqual(['phone-1'])
    expect(await slugs(`updatedSince=${encodeURIComponent(new Date(Date.now() + 60_000).toISOString())}`)).toEqual([])
  })

  test.each([
    ['an unknown filter', 'colour=red', 'colour'],
    ['a wrong kind', 'kind=nonsense', 'kind.0'],
    ['a limit that is too large', 'limit=1000', 'limit'],
    ['an order that is not offered', 'sort=secretHash', 'sort'],
    ['a cursor that is none', 'after=nonsense', 'after'],
    ['the cursor of another order', `after=${Buffer.from('["x","y"]').toString('base64url')}`, 'after'],
    ['all languages at once', 'locale=all', 'locale'],
    ['a wrong id', 'category=5', 'category'],
  ])('refuses %s', async (_name, query, path) => {
    const answer = await guest.get(`/v1/products?${query}`)
    expect({
      status: answer.status,
      code: codeOf(answer),
      paths: answer.body.errors[0].data.errors.map((each: { path: string }) => each.path),
    }).toEqual({
      status: 400,
      code: 'VALIDATION',
      paths: [path],
    })
  })
})

test('one is found by its id, with and without the last slash', async () => {
  const [first] = (await guest.get('/v1/products?slug=phone-1')).body.data
  for (const path of [`/v1/products/${first.id}`, `/v1/products/${first.id}/`]) {
    const { body } = await guest.get(path)
    expect(body.data).toMatchObject({
      slug: 'phone-1',
      price: { amount: 100_000, currency: 'TZS' },
      category,
      variants: [{ id: variant, sku: 'PHN-1', inStock: true, price: { amount: 100_000, currency: 'TZS' } }],
    })
  }
  for (const id of ['x', '01900000-0000-7000-8000-000000000000']) expect(codeOf(await guest.get(`/v1/products/${id}`))).toBe('NOT_FOUND')
})

test('titles come in the language that is asked for', async () => {
  const [first] = (await guest.get('/v1/products?slug=phone-1')).body.data
  await as('sales').patch(`/products/${first.id}?locale=sw`, { title: 'Simu 1' })
  expect((await guest.get(`/v1/products/${first.id}?locale=sw`)).body.data.title).toBe('Simu 1')
  expect((await guest.get(`/v1/products/${first.id}`)).body.data.title).toBe('Phone 1')
})

describe('an order', () => {
  test('is placed, read by its secret, paid and followed', async () => {
    for (const path of ['/v1/orders', '/v1/orders/']) {
      const placed = await guest.post(path, { kind: 'shop', ...sold })
      expect(placed.status).toBe(201)
      const { order, secret } = placed.body
      expect(codeOf(await guest.get(`/v1/orders/${order.id}`))).toBe('NOT_FOUND')
      for (const last of ['', '/']) {
        const { body } = await guest.get(`/v1/orders/${order.id}${last}`, { 'x-order-secret': secret })
        expect(body.data).toMatchObject({
          id: order.id,
          kind: 'shop',
          number: order.number,
          status: 'awaiting_payment',
          lines: [{ sku: 'PHN-1', quantity: 2 }],
        })
      }
      const paid = await guest.post('/v1/payments', {
        subject: { relationTo: 'orders', value: order.id },
        secret,
        provider: 'azampay',
        phone: '+255712345678',
      })
      expect(paid.status).toBe(202)
      expect((await guest.get(`/v1/payments/${paid.body.payment.id}`, { 'x-order-secret': secret })).body.data).toMatchObject({
        status: expect.any(String),
        subject: { type: 'orders', id: order.id },
        amount: { amount: order.total, currency: 'TZS' },
      })
    }
  })

  test('is made once for one Idempotency-Key, and may leave its kind out', async () => {
    const headers = { 'idempotency-key': 'v1-1' }
    const [first, second] = [await as('customer').post('/v1/orders', sold, headers), await as('customer').post('/v1/orders', sold, headers)]
    expect(first.status).toBe(201)
    expect(second.body).toEqual(first.body)
    expect(second.headers.get('idempotent-replayed')).toBe('true')
    const mine = (await as('customer').get('/v1/orders?kind=shop&status=awaiting_payment,paid')).body.data
    expect(mine.map(({ id }: { id: string }) => id)).toEqual([first.body.order.id])
  })

  test('of another kind is refused', async () => {
    expect(codeOf(await guest.post('/v1/orders', { ...sold, kind: 'hosting' }))).toBe('VALIDATION')
    expect(codeOf(await guest.get('/v1/orders?kind=hosting', { 'x-order-secret': 'x' }))).toBe('VALIDATION')
  })

  test('is moved on by those whose turn it is', async () => {
    const { body } = await as('customer').post('/v1/orders', sold)
    expect(codeOf(await as('student').post(`/v1/orders/${body.order.id}/cancel`, { reason: 'x' }))).toBe('NOT_FOUND')
    expect((await as('sales').post(`/v1/orders/${body.order.id}/cancel`, { reason: 'changed my mind' })).body.status).toBe('canceled')
  })
})

test('stock is counted and received through a key with the scope for it', async () => {
  const made = await as('sales').post('/api-keys', { name: 'Warehouse', scopes: ['stock:read', 'stock:write'] })
  const key = client(url, { authorization: `Bearer ${made.body.secret}` })
  const [row] = (await key.get(`/v1/stock?variant=${variant}`)).body.data
  expect(row).toMatchObject({ id: level, sku: 'PHN-1', variant })
  const received = await key.post(`/v1/stock/${level}/receive`, { quantity: 5, reason: 'delivery' })
  expect(received.body.level.onHand).toBe(row.onHand + 5)
  expect(codeOf(await key.get('/v1/orders'))).toBe('SCOPE_MISSING')
})

test('a caller can ask whom it acts for', async () => {
  expect(codeOf(await guest.get('/v1/me'))).toBe('UNAUTHENTICATED')
  expect((await as('sales').get('/v1/me')).body.data).toMatchObject({
    id: as('sales').user.id,
    email: as('sales').user.email,
    scopes: null,
  })
  const made = await as('sales').post('/api-keys', { name: 'x', scopes: ['catalogue:read'] })
  const { body } = await client(url, { authorization: `Bearer ${made.body.secret}` }).get('/v1/me')
  expect(body.data).toMatchObject({ id: as('sales').user.id, email: null, scopes: ['catalogue:read'] })
})

describe('a resource that ends', () => {
  const ends = { deprecated: '2030-01-01T00:00:00Z', sunset: '2030-07-01T00:00:00Z', instead: '/api/v2/things' }
  const ending = endpoint({
    method: 'get',
    path: '/ending',
    summary: 'End',
    access: ['anyone'],
    scope: 'any',
    ends,
    returns: z.object({ ok: z.boolean() }),
    handler: async () => ({ ok: true }),
  })

  test('says so on every answer, and then answers no more', async () => {
    payload.config.endpoints.unshift(ending)
    try {
      clock.set(new Date('2030-02-01T00:00:00Z'))
      const before = await guest.get('/ending?a=1')
      expect(before.status).toBe(200)
      clock.set(new Date('2030-07-02T00:00:00Z'))
      const after = await guest.get('/ending?a=2')
      expect({ status: after.status, code: codeOf(after) }).toEqual({ status: 410, code: 'GONE' })
      for (const { headers } of [before, after])
        expect([headers.get('deprecation'), headers.get('sunset'), headers.get('link')]).toEqual([
          '@1893456000',
          'Mon, 01 Jul 2030 00:00:00 GMT',
          '</api/v2/things>; rel="successor-version"',
        ])
    } finally {
      clock.reset()
      payload.config.endpoints.shift()
    }
  })

  test('says so on refusals too that come before it', async () => {
    const endpoints = [ending, ...payload.config.endpoints] as typeof payload.config.endpoints
    const config = { ...payload.config, endpoints }
    const told = async (status: number, path: string) => {
      const answer = withEndings({ config }, async () => Response.json({}, { status }))
      const { headers } = await answer(new Request(`${url}/api${path}`))
      return [headers.has('deprecation'), headers.get('sunset')]
    }
    for (const status of [400, 401, 403, 429]) expect(await told(status, '/ending/?a=1')).toEqual([true, 'Mon, 01 Jul 2030 00:00:00 GMT'])
    expect(await told(429, '/v1/products')).toEqual([false, null])
  })

  test('ends with all its addresses', () => {
    const [resource] = resourcesOf(payload.config)
    if (!resource) throw new Error('There are no resources.')
    const endpointsOf = (slug: string) => payload.collections[slug as 'orders'].config.endpoints || []
    const definitions = resourceEndpoints({ ...resource, ends }, endpointsOf).map(({ custom }) => custom?.definition)
    expect(definitions.every((definition) => definition.ends === ends)).toBe(true)
  })
})
