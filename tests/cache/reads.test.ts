import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { platform } from '../support/platform.ts'

const site = await platform()
let category: string
let product: string

const etagOf = async (path: string, headers = {}) => (await site.guest.get(path, headers)).headers.get('etag')

beforeAll(async () => {
  const made = await site.as('marketing').post('/categories', { title: 'Lamps', slug: 'lamps' })
  category = made.body.doc.id
  const lamp = await site.as('sales').post('/products', {
    title: 'Lamp',
    slug: 'lamp',
    kind: 'physical',
    source: 'local',
    condition: 'new',
    price: 100_00,
    currency: 'TZS',
    published: true,
    category,
  })
  product = lamp.body.doc.id
})

describe('a plain read', () => {
  test('is kept: the second one has its tag, and a caller who has it gets 304', async () => {
    await site.guest.get('/products')
    const second = await site.guest.get('/products')
    const tag = second.headers.get('etag')
    expect(tag).toMatch(/^"[\w-]+"$/)
    const third = await site.guest.get('/products', { 'if-none-match': tag as string })
    expect([third.status, third.body]).toEqual([304, ''])
    expect(third.headers.get('x-request-id')).not.toBe(second.headers.get('x-request-id'))
  })

  test('shows a change at once', async () => {
    for (const title of ['One', 'Two', 'Three']) {
      await site.as('sales').patch(`/products/${product}`, { title })
      expect((await site.guest.get(`/products/${product}`)).body.title).toBe(title)
      expect((await site.guest.get(`/products/${product}`)).body.title).toBe(title)
    }
  })

  test('shows a change of what it is populated with', async () => {
    const nameOf = async () => (await site.guest.get(`/products/${product}?depth=1`)).body.category.title
    expect(await nameOf()).toBe('Lamps')
    await site.as('marketing').patch(`/categories/${category}`, { title: 'Lights' })
    expect(await nameOf()).toBe('Lights')
  })

  test('shows a change that decides a condition over a relation', async () => {
    const count = async (slug: string) => (await site.guest.get(`/products?depth=0&where[category.slug][equals]=${slug}`)).body.totalDocs
    expect([await count('lamps'), await count('bulbs')]).toEqual([1, 0])
    await site.as('marketing').patch(`/categories/${category}`, { slug: 'bulbs' })
    expect([await count('lamps'), await count('bulbs')]).toEqual([0, 1])
  })

  test('shows a change that decides an order over a relation', async () => {
    const { body } = await site.as('marketing').post('/categories', { title: 'Zebra', slug: 'zebra' })
    const other = await site.as('sales').post('/products', {
      title: 'Other',
      slug: 'other',
      kind: 'physical',
      source: 'local',
      condition: 'new',
      price: 100_00,
      currency: 'TZS',
      published: true,
      category: body.doc.id,
    })
    const first = async () => (await site.guest.get('/products?depth=0&sort=category.slug')).body.docs[0].id
    expect(await first()).toBe(product)
    await site.as('marketing').patch(`/categories/${body.doc.id}`, { slug: 'aardvark' })
    expect(await first()).toBe(other.body.doc.id)
  })

  test('shows that a document which it points at was deleted', async () => {
    const made = await site.as('marketing').post('/brands', { name: 'Acme', slug: 'acme' })
    await site.as('sales').patch(`/products/${product}`, { brand: made.body.doc.id })
    expect((await site.guest.get(`/products/${product}?depth=0`)).body.brand).toBe(made.body.doc.id)
    await site.payload.db.deleteOne({ collection: 'brands', where: { id: { equals: made.body.doc.id } } })
    const after = await site.guest.get(`/products/${product}?depth=1`)
    expect(after.body.brand?.name).toBeUndefined()
  })

  test('shows a change of a global', async () => {
    const name = async () => (await site.guest.get('/globals/settings')).body.brand.name
    await name()
    await site.as('admin').post('/globals/settings', { brand: { name: 'New name' } })
    expect(await name()).toBe('New name')
  })

  test('shows what a conditional update of the adapter wrote', async () => {
    await site.guest.get(`/products/${product}`)
    await site.payload.db.updateOne({
      collection: 'products',
      options: { atomic: true },
      where: { id: { equals: product } },
      data: { inStock: true },
    })
    expect((await site.guest.get(`/products/${product}`)).body.inStock).toBe(true)
  })

  test('shows a write whose transaction is gone', async () => {
    await site.guest.get(`/products/${product}`)
    const req = { transactionID: 'gone', payload: site.payload } as never
    await site.payload.db.updateOne({ collection: 'products', req, id: product, data: { weightGrams: 77 } })
    expect((await site.guest.get(`/products/${product}`)).body.weightGrams).toBe(77)
  })

  test('is kept apart for each query, language and origin', async () => {
    const tags = [await etagOf('/products?limit=1'), await etagOf('/products?limit=2')]
    expect(tags[0]).not.toBe(tags[1])
    const own = await site.guest.get('/products', { origin: site.url })
    const foreign = await site.guest.get('/products', { origin: 'https://evil.example' })
    expect(own.headers.get('access-control-allow-origin')).toBe(site.url)
    expect(foreign.headers.get('access-control-allow-origin')).toBeNull()
  })
})

describe('nothing of anybody in particular is kept', () => {
  test('neither of who is signed in, nor for them', async () => {
    const hidden = await site.as('sales').post('/products', {
      title: 'Hidden',
      slug: 'hidden',
      kind: 'physical',
      source: 'local',
      condition: 'new',
      price: 1,
      currency: 'TZS',
      published: false,
    })
    const path = `/products/${hidden.body.doc.id}`
    expect((await site.as('sales').get(path)).status).toBe(200)
    expect((await site.guest.get(path)).status).toBe(404)
    expect((await site.as('sales').get(path)).headers.get('etag')).toBeNull()
  })

  test('nor with a secret or an unknown cookie', async () => {
    await site.guest.get('/products')
    expect(await etagOf('/products', { 'x-cart-secret': 'mine' })).toBeNull()
    expect(await etagOf('/products', { cookie: 'session=1' })).toBeNull()
    expect(await etagOf('/products', { cookie: 'theme=dark' })).toBeDefined()
  })

  test('nor what failed', async () => {
    const id = newId()
    expect((await site.guest.get(`/products/${id}`)).status).toBe(404)
    const made = await site.as('sales').post('/products', {
      id,
      title: 'Late',
      slug: 'late',
      kind: 'physical',
      source: 'local',
      condition: 'new',
      price: 1,
      currency: 'TZS',
      published: true,
    })
    expect([made.status, (await site.guest.get(`/products/${id}`)).status]).toEqual([201, 200])
  })
})

describe('many readers and writers at once', () => {
  test('no read that starts after a write was answered sees the older state', async () => {
    let written = 1000
    const seconds = 6
    const end = Date.now() + seconds * 1000
    const stale: string[] = []
    let reads = 0
    const writer = async (index: number) => {
      while (Date.now() < end) {
        const next = ++written
        const { status } = await site.as('sales').patch(`/products/${product}`, { weightGrams: next })
        if (status === 200) acknowledged[index] = next
      }
    }
    // One writer at a time owns the number, so that later is larger; others disturb what readers depend on.
    const acknowledged = [0]
    const disturb = async (index: number) => {
      while (Date.now() < end)
        await site.as('marketing').patch(`/categories/${category}`, { description: `Note ${index} ${Math.random()}` })
    }
    const read = async () => {
      while (Date.now() < end) {
        const atLeast = acknowledged[0] as number
        const { body } = await site.guest.get(`/products/${product}?depth=${reads % 2}`)
        reads++
        if (body.weightGrams < atLeast) stale.push(`read ${body.weightGrams} after ${atLeast} was answered`)
      }
    }
    await Promise.all([writer(0), ...[1, 2, 3].map(disturb), ...Array.from({ length: 50 }, read)])
    expect(stale).toEqual([])
    expect(reads).toBeGreaterThan(100)
    expect(acknowledged[0]).toBeGreaterThan(1000)
  }, 60_000)
})
