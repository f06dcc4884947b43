import { beforeAll, describe, expect, test } from 'vitest'
import { lexical, made, page, post, published } from '../content/world.ts'
import { type Platform, platform } from '../support/platform.ts'

let it: Platform

const titles = async (query: string) => {
  const { status, body } = await it.guest.get(`/search?${query}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return body.hits.map(({ doc }: { doc: { title: string } }) => doc.title) as string[]
}

beforeAll(async () => {
  it = await platform()
  const phones = await made(it, 'categories', { title: 'Phones', order: 1 })
  const network = await made(it, 'categories', { title: 'Network', order: 2 })
  const tecno = await made(it, 'brands', { name: 'Tecno' })
  const product = (title: string, more: object = {}) =>
    made(it, 'products', {
      title,
      summary: `${title}, for every day.`,
      price: 100_000,
      currency: 'TZS',
      kind: 'physical',
      source: 'local',
      condition: 'new',
      published: true,
      ...more,
    })
  await product('Spark smartphone', { category: phones.id, brand: tecno.id })
  await product('Camon smartphone', { category: phones.id, brand: tecno.id })
  await product('Router for wifi', { category: network.id })
  await product('Secret smartphone', { category: phones.id, published: false })
  await published(it, 'pages', page('Repairs'))
  await published(it, 'posts', post('How to choose a smartphone'))
  await made(it, 'faqs', {
    question: 'Do you mend tablets?',
    answer: lexical('Yes, with a warranty of three months.'),
    audience: 'general',
  })
  await made(it, 'posts', post('Draft about a smartphone'))
  await made(it, 'pages', page('Draft of a smartphone page'))
})

describe('a search', () => {
  test('finds products and posts by a word, and counts them by kind', async () => {
    const { body } = await it.guest.get('/search?q=smartphone')
    expect(body.kinds).toEqual({ products: 2, posts: 1 })
    expect(body.total).toBe(3)
    expect(body.facets.category).toEqual({ phones: 2 })
  })

  test('finds the answer to a question, whole', async () => {
    const { body } = await it.guest.get('/search?q=warranty')
    expect(body.hits).toEqual([
      { kind: 'faqs', doc: expect.objectContaining({ question: 'Do you mend tablets?', answer: expect.any(Object) }) },
    ])
  })

  test('finds by the beginning of a word', async () => {
    expect(await titles('q=rout')).toEqual(['Router for wifi'])
  })

  test.each([
    ['a wrong letter', 'smartphine'],
    ['a missing letter', 'smatphone'],
    ['letters that changed places', 'smartphoen'],
  ])('forgives %s', async (_, q) => {
    expect(await titles(`q=${q}&kind=products`)).toHaveLength(2)
  })

  test('forgives changed places in a short word', async () => {
    expect(await titles('q=wfii')).toEqual(['Router for wifi'])
  })

  test('wants every word, also those of the brand and the shelf', async () => {
    expect(await titles('q=tecno+spark')).toEqual(['Spark smartphone'])
    expect(await titles('q=spark+router')).toEqual([])
  })

  test('is narrowed to a kind and a category, and paged', async () => {
    expect((await titles('q=smartphone&kind=products&category=phones')).sort()).toEqual(['Camon smartphone', 'Spark smartphone'])
    expect(await titles('q=smartphone&category=network')).toEqual([])
    const { body } = await it.guest.get('/search?q=smartphone&limit=2&page=2')
    expect(body).toMatchObject({ page: 2, pages: 2, total: 3 })
    expect(body.hits).toHaveLength(1)
  })

  test('shows drafts and what is not on sale to nobody, whoever asks', async () => {
    for (const client of [it.guest, it.as('customer'), it.as('marketing')]) {
      const { body } = await client.get('/search?q=smartphone')
      expect(JSON.stringify(body)).not.toMatch(/draft|secret/i)
      expect(body.total).toBe(3)
    }
  })

  test('makes lists of one kind, narrowed by any condition and in any order', async () => {
    const rows = async (more: string) => {
      const { status, body } = await it.guest.get(`/search/rows?q=smartphone&kind=products${more}`)
      expect(status, JSON.stringify(body)).toBe(200)
      return [body.totalDocs, ...body.docs.map(({ title }: { title: string }) => title)]
    }
    const where = (condition: object) => `&where=${encodeURIComponent(JSON.stringify(condition))}`
    expect(await rows('&sort=title')).toEqual([2, 'Camon smartphone', 'Spark smartphone'])
    expect(await rows('&sort=-title&limit=1&page=2')).toEqual([2, 'Camon smartphone'])
    expect(await rows('&limit=1')).toHaveLength(2)
    expect(await rows(where({ slug: { equals: 'spark-smartphone' } }))).toEqual([1, 'Spark smartphone'])
    expect(await rows(where({ published: { equals: false } }))).toEqual([0])
    expect(await rows(where({ 'category.slug': { equals: 'network' } }))).toEqual([0])
    expect((await it.guest.get('/search/rows?q=smartphone&kind=users')).body.docs).toEqual([])
    expect((await it.guest.get('/search/rows?q=smartphone&kind=products&where={')).status).toBe(400)
    expect((await it.guest.get(`/search/rows?q=smartphone&kind=products${where({ 'no.such': { equals: 1 } })}`)).status).toBe(400)
  })

  test('refuses what makes no sense', async () => {
    for (const query of ['', 'q=', 'q=x&page=0', 'q=x&limit=1000', 'q=x&kind=../users', `q=${'x'.repeat(81)}`])
      expect((await it.guest.get(`/search?${query}`)).status).toBe(400)
    for (const q of ['%22%27%3B--', '%E2%80%8B%F0%9F%9A%80', '*', '(((', '__proto__', 'constructor'])
      expect((await it.guest.get(`/search?q=${q}`)).status).toBe(200)
  })
})

describe('a change is found at once', () => {
  test('when something is published, renamed, taken back and deleted', async () => {
    const marketing = it.as('marketing')
    const doc = await made(it, 'posts', post('Lantern news'))
    expect(await titles('q=lantern')).toEqual([])
    await marketing.patch(`/posts/${doc.id}`, { _status: 'published' })
    expect(await titles('q=lantern')).toEqual(['Lantern news'])
    await marketing.patch(`/posts/${doc.id}`, { title: 'Candle news', excerpt: 'Candles.', body: lexical('Wax.'), _status: 'published' })
    expect(await titles('q=lantern')).toEqual([])
    expect(await titles('q=candle')).toEqual(['Candle news'])
    await marketing.patch(`/posts/${doc.id}?draft=true`, { title: 'Torch news', _status: 'draft' })
    expect(await titles('q=torch')).toEqual([])
    expect(await titles('q=candle')).toEqual(['Candle news'])
    await marketing.delete(`/posts/${doc.id}`)
    expect(await titles('q=candle')).toEqual([])
  })

  test('when a brand gets another name', async () => {
    const { body } = await it.guest.get('/brands?where[name][equals]=Tecno')
    await it.as('marketing').patch(`/brands/${body.docs[0].id}`, { name: 'Zebronics' })
    expect((await titles('q=zebronics')).sort()).toEqual(['Camon smartphone', 'Spark smartphone'])
    expect(await titles('q=tecno')).toEqual([])
  })

  test('when it was written into the database with a date long past', async () => {
    const { docs } = await it.payload.find({ collection: 'products', limit: 1, depth: 0, locale: 'all' })
    const { id: _, createdAt: __, ...rest } = docs[0] as never as Record<string, unknown>
    await it.payload.db.create({
      collection: 'products',
      data: {
        ...rest,
        id: crypto.randomUUID(),
        slug: 'kettle',
        title: { en: 'Kettle' },
        published: true,
        createdAt: '2020-01-01T00:00:00.000Z',
        updatedAt: '2020-01-01T00:00:00.000Z',
      },
    })
    expect(await titles('q=kettle')).toEqual(['Kettle'])
  })
})

test.runIf(process.env.ENGINE === 'mongodb')('what another process writes is found within a second', async () => {
  const { docs } = await it.payload.find({ collection: 'products', limit: 1, where: { title: { equals: 'Router for wifi' } } })
  const { collections } = it.payload.db as unknown as {
    collections: Record<string, { collection: { updateOne: (which: object, what: object) => Promise<unknown> } }>
  }
  // Past everything that notes what this process writes.
  await collections.products?.collection.updateOne({ _id: docs[0]?.id }, { $set: { 'title.en': 'Harmonica', updatedAt: new Date() } })
  await expect.poll(() => titles('q=harmonica'), { timeout: 1000 }).toEqual(['Harmonica'])
})

describe('languages', () => {
  test('each has its own words, and English where there are none', async () => {
    const doc = await published(it, 'posts', post('Buying a bicycle'))
    const translated = { ...post('Kununua baiskeli'), _status: 'published' }
    expect((await it.as('marketing').patch(`/posts/${doc.id}?locale=sw`, translated)).status).toBe(200)
    expect(await titles('q=baiskeli&locale=sw')).toEqual(['Kununua baiskeli'])
    expect(await titles('q=bicycle&locale=sw')).toEqual(['Kununua baiskeli'])
    expect(await titles('q=baiskeli&locale=en')).toEqual([])
    expect(await titles('q=bicycle&locale=nd')).toEqual(['Buying a bicycle'])
  })
})
