import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { platform } from '../support/platform.ts'
import { raw } from '../support/raw.ts'

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

describe('what is kept', () => {
  const path = '/products?depth=1'
  const asked = async (headers: Record<string, string>) => {
    const response = await fetch(`${site.url}/api${path}`, { headers })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }

  test('has a tag for each encoding, which saves sending it again, also to pages of others', async () => {
    const tags = new Map<string, string>()
    for (const encoding of ['br', 'gzip', 'identity'])
      for (const origin of [site.url, 'https://evil.example']) {
        const headers = { 'accept-encoding': encoding, origin }
        const first = await asked(headers)
        const tag = first.headers.get('etag') as string
        expect(first.headers.get('content-encoding')).toBe(encoding === 'identity' ? null : encoding)
        expect(first.headers.get('vary')).toMatch(/Origin.*Accept-Encoding/)
        const again = await asked({ ...headers, 'if-none-match': tag })
        expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', tag])
        for (const name of ['access-control-allow-origin', 'access-control-allow-credentials', 'vary', 'cache-control'])
          expect(again.headers.get(name), name).toBe(first.headers.get(name))
        expect(first.headers.get('access-control-allow-origin')).toBe(origin === site.url ? site.url : null)
        tags.set(encoding, tag)
      }
    expect(new Set(tags.values()).size).toBe(3)
    for (const tag of tags.values()) expect(tag).toMatch(/^"[\w-]+"$/)
    await site.as('sales').patch(`/products/${product}`, { title: 'Changed' })
    expect((await asked({ 'accept-encoding': 'br', 'if-none-match': tags.get('br') as string })).status).toBe(200)
  })

  test('is told with all that others are told with', async () => {
    await site.as('sales').patch(`/products/${product}`, { title: 'Made anew' })
    const told = async () => {
      const names = [...(await asked({ 'accept-encoding': 'br' })).headers.entries()].filter(
        ([name]) => !/^(date|x-request-id)$/.test(name),
      )
      return Object.fromEntries(names)
    }
    const made = await told()
    expect(await told()).toEqual(made)
    expect(made['content-security-policy']).toContain("default-src 'none'")
  })

  test('is told by its head alone, too', async () => {
    const { headers } = await asked({})
    const head = await fetch(`${site.url}/api${path}`, { method: 'HEAD' })
    expect([head.status, head.headers.get('etag'), await head.text()]).toEqual([200, headers.get('etag'), ''])
  })

  test('answers GraphQL that is asked by an address', async () => {
    const query = `/graphql?query=${encodeURIComponent('{ Products { docs { category { slug } } } }')}`
    const slugs = async () => JSON.stringify((await site.guest.get(query)).body.data)
    expect(await slugs()).not.toContain('shelf')
    // On MongoDB a process hears of its own writes, too, a moment later.
    await expect.poll(async () => (await site.guest.get(query)).headers.has('etag')).toBe(true)
    await site.as('marketing').patch(`/categories/${category}`, { slug: 'shelf' })
    expect(await slugs()).toContain('shelf')
  })

  test('knows a path over relations however it is written', async () => {
    const count = async () => (await site.guest.get('/products?depth=0&where[category__slug][equals]=board')).body.totalDocs
    expect([await count(), await count()]).toEqual([0, 0])
    await site.as('marketing').patch(`/categories/${category}`, { slug: 'board' })
    expect(await count()).toBe(1)
  })

  test('is never the answer of another address that leads there by detours', async () => {
    const query = `query=${encodeURIComponent('{ Products { totalDocs } }')}&limit=1`
    const { hostname, port } = new URL(site.url)
    const ask = (path: string) => raw(site.url, `GET ${path}?${query} HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: close\r\n\r\n`)
    for (const path of ['/api/graphql/../products', '/api/graphql/%2e%2e/products', '/api/graphql\\..\\products']) {
      expect(await ask(path), path).toContain('"docs"')
      expect((await site.guest.get(`/products?${query}`)).body.docs, path).toBeDefined()
    }
    expect(await ask('/api/products/../graphql')).toContain('"totalDocs"')
  })

  test('speaks of nobody: neither their request nor their limits', async () => {
    const [first, second] = [await asked({ 'x-request-id': 'first' }), await asked({ 'x-request-id': 'second' })]
    expect([first, second].map(({ headers }) => headers.get('x-request-id'))).toEqual(['first', 'second'])
    for (const { headers } of [first, second])
      expect([...headers.keys()].filter((name) => /^(ratelimit|set-cookie|retry-after)/.test(name))).toEqual([])
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

  test('by whoever stands in between either', async () => {
    const asked = [
      site.as('customer').get('/users/me'),
      site.as('customer').get('/products'),
      site.guest.get('/orders', { 'x-order-secret': 'mine' }),
      site.guest.get('/products', { cookie: 'session=1' }),
      site.guest.get('/products/nope'),
      site.guest.get('/%00'),
      site.guest.gql('{ Products { totalDocs } }'),
    ]
    for (const { headers } of await Promise.all(asked)) expect(headers.get('cache-control')).toBe('no-store')
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
