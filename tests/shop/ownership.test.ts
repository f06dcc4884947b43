import type { FlattenedField } from 'payload'
import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import type { Role } from '../../platform/roles.ts'
import type { Answer, Client } from '../support/platform.ts'
import { type Goods, type Placed, type Shop, shop } from './world.ts'

let it: Shop
let goods: Goods
let mine: Placed
let foreign: Placed
let guests: Placed

beforeAll(async () => {
  it = await shop()
  goods = await it.goods(100)
  mine = await it.order(goods, 1, { email: 'mine@example.test' }, it.as('customer'))
  foreign = await it.order(goods, 1, { email: 'foreign@example.test' }, it.as('student'))
  guests = await it.order(goods, 1, { email: 'guest@example.test' })
})

const ids = ({ body }: { body: { docs?: { id: string }[] } }) => (body.docs ?? []).map(({ id }) => id).sort()

test('customers see their own orders and no others, at any depth', async () => {
  const customer = it.as('customer')
  expect((await customer.get(`/orders/${mine.id}`)).status).toBe(200)
  expect(ids(await customer.get('/orders'))).toEqual([mine.id])
  expect((await customer.get('/orders/count')).body.totalDocs).toBe(1)
  for (const { id } of [foreign, guests])
    for (const depth of [0, 1, 2, 3]) expect((await customer.get(`/orders/${id}?depth=${depth}`)).status).toBe(404)
  for (const where of ['email][contains]=example', `items.variant][equals]=${goods.variant.id}`, 'total][greater_than]=0'])
    expect(ids(await customer.get(`/orders?where[${where}`))).toEqual([mine.id])
  expect(ids(await customer.get(`/orders?where[id][equals]=${foreign.id}`))).toEqual([])
})

test('a guest opens the one order whose secret it has', async () => {
  const own = { 'x-order-secret': guests.secret }
  expect((await it.guest.get(`/orders/${guests.id}`, own)).status).toBe(200)
  expect(ids(await it.guest.get('/orders', own))).toEqual([guests.id])
  for (const { id } of [mine, foreign]) expect((await it.guest.get(`/orders/${id}`, own)).status).toBe(404)
  for (const headers of [{}, { 'x-order-secret': '' }, { 'x-order-secret': 'wrong' }, { 'x-order-secret': "' or 1=1" }])
    expect([403, 404]).toContain((await it.guest.get(`/orders/${guests.id}`, headers as Record<string, string>)).status)
})

test('the hash of a secret is neither shown nor guessed by queries, not even by staff', async () => {
  for (const caller of [it.as('customer'), it.as('sales'), it.as('admin')]) {
    expect(JSON.stringify((await caller.get('/orders?depth=3')).body)).not.toContain('secretHash')
    const probe = await caller.get('/orders?where[secretHash][exists]=true')
    expect(probe.status === 400 || probe.body.docs.length === 0, JSON.stringify(probe.body)).toBe(true)
  }
})

test.each([
  ['sales', 'all'],
  ['treasury', 'all'],
  ['delivery', 'all'],
  ['support', 'all'],
  ['marketing', 'no'],
  ['instructor', 'no'],
] as [Role, string][])('%s sees %s orders of others', async (role, which) => {
  expect(ids(await it.as(role).get('/orders?sort=-createdAt'))).toEqual(which === 'all' ? [mine.id, foreign.id, guests.id].sort() : [])
})

describe('the books of the shop', () => {
  test.each(['stock-levels', 'stock-moves', 'reservations', 'carts'])('%s are closed to guests and customers', async (collection) => {
    for (const caller of [it.guest, it.as('customer')]) {
      expect((await caller.get(`/${collection}`)).status).toBe(403)
      expect([403, 404]).toContain((await caller.get(`/${collection}/${newId()}`)).status)
    }
  })

  test('do not shine through variants and products', async () => {
    for (const caller of [it.guest, it.as('customer')])
      for (const path of [`/variants/${goods.variant.id}?depth=3`, `/products/${goods.product.id}?depth=3`]) {
        const text = JSON.stringify((await caller.get(path)).body)
        for (const name of ['onHand', 'reserved', 'available', 'lowStockAt']) expect(text).not.toContain(name)
      }
    const probe = await it.guest.get('/variants?where[stock.available][greater_than]=0')
    expect(probe.status === 400 || probe.status === 403 || probe.body.docs.length === 0, JSON.stringify(probe.body)).toBe(true)
  })

  test('are written by nobody', async () => {
    for (const collection of ['orders', 'reservations', 'stock-moves', 'carts'])
      for (const role of ['admin', 'sales'] as const) {
        const path = collection === 'carts' ? null : `/${collection}`
        if (path) expect((await it.as(role).post(path, { order: mine.id })).status).toBe(403)
        expect([403, 404]).toContain((await it.as(role).delete(`/${collection}/${mine.id}`)).status)
      }
  })
})

describe('what is not published', () => {
  let hidden: Goods
  let category: string

  beforeAll(async () => {
    const made = await it.as('marketing').post('/categories', { title: 'Secret shelf' })
    category = made.body.doc.id
    hidden = await it.goods(5, { title: 'Unreleased', published: false, category })
  })

  test('is hidden from guests and customers, and shown to staff', async () => {
    for (const caller of [it.guest, it.as('customer')]) {
      expect((await caller.get(`/products/${hidden.product.id}`)).status).not.toBe(200)
      expect((await caller.get(`/variants/${hidden.variant.id}`)).status).not.toBe(200)
      expect(ids(await caller.get(`/products?where[category][equals]=${category}`))).toEqual([])
      expect(ids(await caller.get(`/variants?where[product][equals]=${hidden.product.id}`))).toEqual([])
      expect(ids(await caller.get('/variants?where[product.title][equals]=Unreleased'))).toEqual([])
    }
    expect((await it.as('marketing').get(`/products/${hidden.product.id}`)).status).toBe(200)
  })

  test('does not come along with what points at it', async () => {
    const { product, variant } = goods
    const order = await it.order(goods, 1, {}, it.as('customer'))
    await it.as('sales').patch(`/products/${product.id}`, { published: false, summary: 'Internal remark' })
    const seen = await it.as('customer').get(`/orders/${order.id}?depth=3`)
    expect(seen.body.items[0]).toMatchObject({ title: product.title, quantity: 1 })
    expect(JSON.stringify(seen.body)).not.toContain('Internal remark')
    expect((await it.guest.get(`/variants/${variant.id}`)).status).not.toBe(200)
    const gql = await it.gql('query { Variants(limit: 100) { docs { id product { title summary } } } }')
    expect(JSON.stringify(gql.body)).not.toContain('Internal remark')
    await it.as('sales').patch(`/products/${product.id}`, { published: true })
    expect((await it.guest.get(`/variants/${variant.id}`)).status).toBe(200)
  })
})

describe('a question tells no more than reading', () => {
  const refusal = ({ status, body }: Answer) => [status, body.errors?.[0]?.data?.code, body.errors?.[0]?.data?.errors]

  /** Asks for a right and a wrong guess; both must be refused alike. */
  const alike = async (client: Client, ask: (guess: string) => string, ...paths: string[]) => {
    const [right, wrong] = await Promise.all(['foreign', 'nobody'].map((guess) => client.get(ask(guess))))
    expect(refusal(right as Answer)).toEqual(refusal(wrong as Answer))
    const faults = paths.map((path) => ({ path, code: 'UNKNOWN_PATH', message: 'This path cannot be queried.' }))
    expect(refusal(right as Answer)).toEqual([400, 'VALIDATION', faults])
  }

  test.each([
    ['the e-mail of who ordered', 'orders', 'customer.email'],
    ['the same in the manner of GraphQL', 'orders', 'customer__email'],
    ['two steps away', 'payments', 'payer.name'],
    ['what is held behind a join', 'variants', 'stock.location.name'],
    ['what is not published, behind a join', 'products', 'variants.sku'],
    ['what is not published, behind a line', 'orders', 'items.product.title'],
    ['a product behind its variant', 'variants', 'product.title'],
  ])('%s is not guessed by conditions, orders and counts', async (_name, collection, path) => {
    const customer = it.as('customer')
    const at = path.replaceAll('__', '.')
    for (const client of collection === 'products' || collection === 'variants' ? [customer, it.guest] : [customer]) {
      await alike(client, (guess) => `/${collection}?where[${path}][like]=${guess}`, `where.${at}`)
      await alike(client, (guess) => `/${collection}?where[or][0][and][0][${path}][not_like]=${guess}`, `where.${at}`)
      await alike(client, (guess) => `/${collection}/count?where[${path}][like]=${guess}`, `where.${at}`)
      const sorted = await client.get(`/${collection}?sort=-${path}`)
      expect(refusal(sorted)).toEqual([400, 'VALIDATION', [{ path: 'sort', code: 'UNKNOWN_PATH', message: expect.any(String) }]])
    }
  })

  test('nor by what joins are asked, nor by a condition within a condition', async () => {
    for (const client of [it.guest, it.as('customer')]) {
      await alike(client, (guess) => `/products?joins[variants][where][product.title][like]=${guess}`, 'joins.variants.where.product.title')
      await alike(client, (guess) => `/products?where[variants][contains][sku][like]=${guess}`, 'where.variants', 'where.variants.sku')
      expect((await client.get('/products?joins[variants][sort]=product.title')).status).toBe(400)
    }
  })

  test('nor over GraphQL', async () => {
    for (const ask of [it.as('customer').gql, it.guest.gql]) {
      for (const query of ['{ Variants(sort: "product.title") { docs { id } } }', '{ Products(sort: "-variants.sku") { docs { id } } }']) {
        const { body } = await ask(query)
        expect(body.errors?.[0]?.extensions?.code, JSON.stringify(body)).toBe('VALIDATION')
      }
      // The schema knows no paths into other collections.
      const { status, body } = await ask('{ Orders(where: { customer__email: { like: "foreign" } }) { docs { id } } }')
      expect({ status, code: body.errors?.[0]?.extensions?.code }).toEqual({ status: 400, code: 'VALIDATION' })
      const joined = await ask('{ Products { docs { variants(sort: "product.title") { docs { id } } } } }')
      expect(joined.body.errors?.[0]?.extensions?.code, JSON.stringify(joined.body)).toBe('VALIDATION')
    }
  })

  test('whatever relation it goes by: into no collection that the caller may not read as a whole', async () => {
    const { config, collections } = it.payload
    const paths = (fields: readonly FlattenedField[], before = ''): [string, string][] =>
      fields.flatMap((field): [string, string][] => {
        const path = `${before}${field.name}`
        if (field.type === 'join') return [field.collection].flat().map((slug) => [path, slug])
        if ('relationTo' in field) return Array.isArray(field.relationTo) ? [] : [[path, field.relationTo]]
        return 'flattenedFields' in field ? paths(field.flattenedFields, `${path}.`) : []
      })
    let asked = 0
    for (const [who, client] of [
      ['guest', it.guest],
      ['customer', it.as('customer')],
      ['marketing', it.as('marketing')],
    ] as const) {
      const req = { payload: it.payload, headers: new Headers(), user: who === 'guest' ? null : it.as(who).user } as never
      for (const { slug, flattenedFields } of config.collections)
        for (const [path, target] of paths(flattenedFields)) {
          if ((await collections[target as 'users'].config.access.read({ req })) === true) continue
          for (const query of [`where[${path}.createdAt][exists]=true`, `sort=${path}.createdAt`]) {
            const { status, body } = await client.get(`/${slug}?depth=0&${query}`)
            expect([400, 403], `${who} /${slug}?${query} → ${JSON.stringify(body)}`).toContain(status)
            asked++
          }
        }
    }
    expect(asked).toBeGreaterThan(50)
  })

  test('what the caller may read is asked for as before', async () => {
    expect(ids(await it.as('sales').get('/orders?where[customer.email][like]=student@'))).toEqual([foreign.id])
    expect((await it.as('sales').get('/orders?sort=customer.email,-customer.name')).status).toBe(200)
    for (const query of ['where[category.slug][equals]=x', 'sort=category.title', 'where[category.parent.slug][equals]=x'])
      expect((await it.guest.get(`/products?${query}`)).status, query).toBe(200)
    const customer = it.as('customer')
    expect(ids(await customer.get(`/orders?where[customer][equals]=${customer.user.id}`))).toContain(mine.id)
    expect(ids(await customer.get(`/orders?where[customer.id][equals]=${customer.user.id}`))).toContain(mine.id)
  })

  test('nor does what comes along: populated, selected or joined documents are those that the caller may read', async () => {
    for (const depth of [0, 1, 2, 3]) {
      const more = `depth=${depth}&populate[users][email]=true&populate[users][sessions]=true&select[secretHash]=true&select[customer]=true`
      const { body } = await it.rest('GET', `/orders?${more}`, undefined, { 'x-order-secret': guests.secret })
      expect(JSON.stringify(body)).not.toMatch(/secretHash|@test\.test/)
      const own = await it.as('customer').get(`/orders/${mine.id}?${more}`)
      expect(JSON.stringify(own.body)).not.toMatch(/secretHash|student@|"sid"/)
    }
  })
})

test('a place that is not for picking up is known to staff only', async () => {
  const depot = await it.as('sales').post('/locations', { name: 'Depot', code: 'DEPOT' })
  expect((await it.guest.get(`/locations/${depot.body.doc.id}`)).status).not.toBe(200)
  expect(ids(await it.guest.get('/locations'))).toEqual([it.store, it.outlet].sort())
  expect((await it.as('delivery').get(`/locations/${depot.body.doc.id}`)).status).toBe(200)
})
