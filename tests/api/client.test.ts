import { beforeAll, describe, expect, test } from 'vitest'
import { client } from '../../platform/client/client.ts'
import { ApiError } from '../../platform/client/error.ts'
import { queryText } from '../../platform/client/query.ts'
import { outcomeOf } from '../../platform/client/send.ts'
import { password, platform } from '../support/platform.ts'

const { url, as, api } = await platform()

const keyFor = async (role: Parameters<typeof as>[0], scopes: string[]) =>
  (await as(role).post('/api-keys', { name: 'Client', scopes })).body.secret as string

let variant: string
let pickup: string

beforeAll(async () => {
  pickup = (await as('admin').post('/locations', { name: 'Shop', code: 'SHOP', default: true, pickup: true })).body.doc.id
  for (let n = 1; n <= 5; n++) {
    const { body } = await as('sales').post('/products', { title: `Phone ${n}`, slug: `phone-${n}`, price: n * 100_000, published: true })
    const made = await as('sales').post('/variants', { product: body.doc.id, sku: `PHN-${n}` })
    if (n === 1) variant = made.body.doc.id
  }
})

test('goes through a whole list, page by page', async () => {
  const guest = client({ url })
  const slugs: string[] = []
  for await (const { slug } of guest.each('GET /products', { limit: 2, sort: 'price' })) slugs.push(slug)
  expect(slugs).toEqual(['phone-1', 'phone-2', 'phone-3', 'phone-4', 'phone-5'])
})

test('buys: stock, order, payment, and what became of it', async () => {
  const sales = client({ url, key: await keyFor('sales', ['stock:read', 'stock:write']) })
  const {
    data: [level],
  } = await sales.call('GET /stock', { query: { variant } })
  await sales.call('POST /stock/:id/receive', { params: { id: level?.id ?? '' }, body: { quantity: 10, reason: 'delivery' } })

  const guest = client({ url })
  const body = { items: [{ variant, quantity: 2 }], email: 'asha@test.test', pickup }
  const { order, secret } = await guest.call('POST /orders', { body })
  expect((await guest.call('GET /orders/:id', { params: { id: order.id } }, { orderSecret: secret })).data).toMatchObject({
    kind: 'shop',
    total: { amount: 200_000, currency: 'TZS' },
  })
  const { payment } = await guest.call('POST /payments', {
    body: { subject: { relationTo: 'orders', value: order.id }, secret, provider: 'azampay', phone: '+255712345678' },
  })
  expect((await guest.call('GET /payments/:id', { params: { id: payment.id } }, { orderSecret: secret })).data.subject).toEqual({
    type: 'orders',
    id: order.id,
  })
})

test('does once what is sent twice with one key', async () => {
  const customer = client({ url })
  const body = { items: [{ variant, quantity: 1 }], email: 'juma@test.test', pickup }
  const twice = await Promise.all([1, 2].map(() => customer.call('POST /orders', { body }, { idempotencyKey: 'client-1' })))
  expect(twice[0]?.order.id).toBe(twice[1]?.order.id)
})

describe('a refusal', () => {
  test('says its code, every fault and a reference', async () => {
    const failure = await client({ url })
      .call('POST /orders', { body: { items: [], email: 'nope' } })
      .catch((error) => error)
    expect(failure).toBeInstanceOf(ApiError)
    expect(failure).toMatchObject({ status: 400, code: 'VALIDATION', requestId: expect.any(String) })
    expect(failure.faults.map(({ path }: { path: string }) => path).sort()).toEqual(['email', 'items'])
  })

  test('of a key tells which scope is missing', async () => {
    const key = await keyFor('customer', ['catalogue:read'])
    expect(
      await client({ url, key })
        .call('GET /orders')
        .catch((error) => error),
    ).toMatchObject({ status: 403, code: 'SCOPE_MISSING', details: { scopes: ['orders:read'] } })
  })
})

describe('when the API is busy', () => {
  const busy = (times: number, headers: Record<string, string>) => {
    let asked = 0
    const fetch: typeof globalThis.fetch = async () => {
      asked++
      return asked <= times
        ? Response.json({ errors: [{ message: 'busy', data: { code: 'BUSY' } }] }, { status: 503, headers })
        : Response.json({ data: [], next: null })
    }
    return { fetch, asked: () => asked }
  }

  test('it is asked again as often as is sensible', async () => {
    const soon = busy(2, { 'retry-after': '0' })
    expect(await client({ url, fetch: soon.fetch }).call('GET /brands')).toEqual({ data: [], next: null })
    expect(soon.asked()).toBe(3)
    const never = busy(99, { 'retry-after': '0' })
    expect(
      await client({ url, fetch: never.fetch, retries: 2 })
        .call('GET /brands')
        .catch((error) => error),
    ).toMatchObject({ code: 'BUSY' })
    expect(never.asked()).toBe(3)
  })

  test('it is not asked again unless it says when', async () => {
    const silent = busy(1, {})
    await client({ url, fetch: silent.fetch })
      .call('GET /brands')
      .catch(() => undefined)
    expect(silent.asked()).toBe(1)
  })
})

describe('the whole API', () => {
  test('reads documents: chosen, sorted, in parts, in a language', async () => {
    const { docs, totalDocs } = await api().find('products', {
      where: {
        and: [{ published: { equals: true } }, { or: [{ slug: { in: ['phone-2', 'phone-3'] } }, { price: { greater_than: 400_000 } }] }],
      },
      sort: ['-price', 'title'],
      limit: 2,
      select: { slug: true, price: true },
      locale: 'sw',
      depth: 0,
    })
    expect(docs).toEqual([
      { id: expect.any(String), slug: 'phone-5', price: 500_000 },
      { id: expect.any(String), slug: 'phone-3', price: 300_000 },
    ])
    expect(totalDocs).toBe(3)
    expect((await api().global('settings')).currency).toBe('TZS')
  })

  test('makes, changes and removes documents as far as the caller may', async () => {
    const sales = api('sales')
    const made = await sales.create('brands', { name: 'Jua & Co', slug: 'jua' })
    expect((await sales.change('brands', made.id, { name: 'Jua' })).name).toBe('Jua')
    expect(await outcomeOf(api('customer').change('brands', made.id, { name: 'Mine' }))).toMatchObject({
      ok: false,
      refusal: { status: 403, code: 'FORBIDDEN' },
    })
    await api('admin').remove('brands', made.id)
    expect(await outcomeOf(sales.one('brands', made.id))).toMatchObject({ ok: false, refusal: { code: 'NOT_FOUND' } })
  })

  test('asks endpoints, and tells of a refusal without throwing', async () => {
    const guest = api()
    const { cart, secret } = await guest.call('POST /carts')
    const headers = { 'x-cart-secret': secret }
    const body = { items: [{ variant, quantity: 1 }] }
    const filled = await guest.ask('PUT /carts/:id/items', { params: { id: cart.id }, body }, { locale: 'sw', headers })
    expect(filled.ok && filled.value.cart.count).toBe(1)
    expect(await guest.ask('GET /carts/:id', { params: { id: cart.id } })).toMatchObject({
      ok: false,
      refusal: { status: expect.any(Number), code: expect.any(String), requestId: expect.any(String) },
    })
    const inside = await guest.ask('POST /users/login', { body: { email: as('customer').user.email, password } })
    expect(inside.response.headers.getSetCookie().join()).toContain('payload-token=')
  })

  test('names are written into addresses so that they are read again as they were', () => {
    const text = queryText({ where: { 'a b': { in: ['ü&=', 2] } }, left: undefined, select: { x: true }, none: [] })
    expect(decodeURIComponent(text)).toBe('where[a b][in][0]=ü&=&where[a b][in][1]=2&select[x]=true&none[]=')
    expect(text).not.toContain('ü')
  })
})
