import Database from 'libsql'
import { MongoClient } from 'mongodb'
import type { CollectionConfig, GlobalConfig, PayloadRequest } from 'payload'
import { beforeAll, describe, expect, test } from 'vitest'
import { kernel } from '../support/kernel.ts'

const open = { create: () => true, read: () => true, update: () => true, delete: () => true }
const id = { name: 'id', type: 'text' } as const

/** The name of a collection that only this file has. */
const slug = (name: string) => name as 'users'

/** Who may see a book hangs on its author's country. */
const books: CollectionConfig = {
  slug: 'books',
  access: { ...open, read: () => ({ 'author.country.open': { equals: true } }) },
  versions: { drafts: true },
  fields: [
    { ...id },
    { name: 'title', type: 'text' },
    { name: 'author', type: 'relationship', relationTo: slug('authors') },
    { name: 'about', type: 'relationship', relationTo: [slug('authors'), slug('countries')] },
    { name: 'parts', type: 'array', fields: [{ name: 'editor', type: 'relationship', relationTo: slug('authors') }] },
    { name: 'readers', type: 'relationship', relationTo: slug('authors'), hasMany: true },
  ],
}

const authors: CollectionConfig = {
  slug: 'authors',
  access: open,
  fields: [
    { ...id },
    { name: 'name', type: 'text' },
    { name: 'country', type: 'relationship', relationTo: slug('countries') },
    { name: 'house', type: 'relationship', relationTo: slug('houses') },
    { name: 'books', type: 'join', collection: slug('books'), on: 'author' },
  ],
}

const countries: CollectionConfig = {
  slug: 'countries',
  access: open,
  fields: [
    { ...id },
    { name: 'name', type: 'text' },
    { name: 'open', type: 'checkbox', defaultValue: true },
    {
      name: 'authors',
      type: 'join',
      collection: slug('authors'),
      on: 'country',
      where: { 'house.name': { not_equals: 'closed' } },
      defaultSort: 'name',
    },
  ],
}

const houses: CollectionConfig = {
  slug: 'houses',
  access: open,
  fields: [{ ...id }, { name: 'name', type: 'text' }, { name: 'authors', type: 'join', collection: slug('authors'), on: 'house' }],
}

/** In the order of another collection, when nobody says in which. */
const shelves: CollectionConfig = {
  slug: 'shelves',
  access: open,
  defaultSort: 'house.name',
  fields: [{ ...id }, { name: 'house', type: 'relationship', relationTo: slug('houses') }],
}

/** What is seen of an offer hangs on the clock. */
const offers: CollectionConfig = {
  slug: 'offers',
  access: open,
  custom: { publicCache: { seconds: 30 } },
  fields: [{ ...id }, { name: 'title', type: 'text' }],
}
const ledger: CollectionConfig = {
  slug: 'ledger',
  access: open,
  custom: { publicCache: false },
  fields: [{ ...id }, { name: 'sum', type: 'number' }],
}

const doors: CollectionConfig = {
  slug: 'doors',
  access: open,
  endpoints: [
    {
      path: '/knock',
      method: 'get',
      handler: async (req) => {
        await req.payload.create({ collection: slug('doors'), req, data: { id: String(performance.now()), name: 'knocked' } as never })
        return Response.json((await req.payload.count({ collection: slug('doors'), req })).totalDocs)
      },
    },
    { path: '/time', method: 'get', handler: async () => Response.json(performance.now()) },
    {
      path: '/caller',
      method: 'get',
      handler: async (req) => {
        await req.payload.count({ collection: slug('doors'), req })
        return Response.json({ ...Object.fromEntries(req.headers), language: req.locale })
      },
    },
    {
      path: '/ending',
      method: 'get',
      handler: async (req) => {
        const { totalDocs } = await req.payload.count({ collection: slug('doors'), req })
        return Response.json(hasEnded({ deprecated: '2026-01-01', sunset }) ? 'gone' : totalDocs)
      },
    },
  ],
  fields: [{ ...id }, { name: 'name', type: 'text' }],
}

const front: GlobalConfig = {
  slug: 'front',
  access: { read: () => true, update: () => true },
  versions: { drafts: true },
  fields: [
    { name: 'headline', type: 'text' },
    { name: 'book', type: 'relationship', relationTo: slug('books') },
  ],
}

/** When one of the addresses ends, in the time of the tests. */
const sunset = new Date(Date.now() + 86_400_000).toISOString()

const { payload } = await kernel({
  collections: [books, authors, countries, houses, shelves, offers, ledger, doors],
  globals: [front],
  answers: true,
})
const { api } = await import('../../platform/api.ts')
const { makeCache } = await import('../../platform/cache/cache.ts')
const { watchOthers } = await import('../../platform/cache/others.ts')
const { recorded } = await import('../../platform/cache/recorder.ts')
const { versionsOf } = await import('../../platform/cache/versions.ts')
const { clock } = await import('../../platform/clock.ts')
const { hasEnded } = await import('../../platform/ending.ts')
const { inTransaction, withRequest } = await import('../../platform/transaction.ts')
const { cachedApi } = await import('../../platform/server/read-cache.ts')

const cache = makeCache(payload)
const answer = cachedApi({ cache, origins: ['http://here.test'] }, (request) => api(payload, request))

type Data = Record<string, unknown>
// biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape.
type Body = any

const write = (collection: string, key: string, data: Data) =>
  payload.update({ collection: slug(collection), id: key, data: data as never })
const add = (collection: string, key: string, data: Data) =>
  payload.create({ collection: slug(collection), data: { id: key, ...data } as never })

/** Adds a house from outside this process. */
async function beside(name: string) {
  const { clientConfig, connection } = payload.db as unknown as { clientConfig?: { url: string }; connection?: { name: string } }
  if (clientConfig) {
    const file = new Database(clientConfig.url.replace('file:', ''))
    file.prepare("insert into houses (id, name, updated_at, created_at) values (?, ?, '2026-01-01', '2026-01-01')").run([name, name])
    return void file.close()
  }
  const client = await new MongoClient(process.env.MONGO_TEST_URL as string).connect()
  await client.db(connection?.name).collection<{ _id: string; name: string }>('houses').insertOne({ _id: name, name })
  await client.close()
}

/** What a visitor sees, and whether it came from what is kept. */
async function see(path: string, headers: Record<string, string> = {}): Promise<{ body: Body; kept: boolean; status: number }> {
  const { hits } = cache.figures()
  const response = await answer(new Request(`http://here.test/api${path}`, { headers }))
  return { status: response.status, body: await response.json(), kept: cache.figures().hits > hits }
}

/** What the API says past the cache of answers, where only rows are remembered. */
const past = async (path: string): Promise<Body> => (await api(payload, new Request(`http://here.test/api${path}`))).json()

/** That `path` is kept until `change` happens, and shows it at once; so are the rows that it is made of. */
async function showsAtOnce(path: string, change: () => Promise<unknown>, shown: (body: Body) => unknown) {
  const before = await see(path)
  expect((await see(path)).kept).toBe(true)
  for (let n = 0; n < 3; n++) expect(await past(path)).toEqual(before.body)
  await change()
  const after = await see(path)
  expect(after.kept).toBe(false)
  expect(shown(after.body)).not.toEqual(shown(before.body))
  expect((await see(path)).body).toEqual(after.body)
  for (let n = 0; n < 3; n++) expect(await past(path)).toEqual(after.body)
}

beforeAll(async () => {
  await add('countries', 'zw', { name: 'Zimbabwe' })
  await add('countries', 'tz', { name: 'Tanzania' })
  await add('houses', 'baobab', { name: 'Baobab' })
  await add('authors', 'yvonne', { name: 'Yvonne', country: 'zw', house: 'baobab' })
  await add('authors', 'gurnah', { name: 'Gurnah', country: 'tz' })
  await add('books', 'nehanda', {
    title: 'Nehanda',
    author: 'yvonne',
    about: { relationTo: 'countries', value: 'zw' },
    _status: 'published',
  })
  await add('books', 'paradise', { title: 'Paradise', author: 'gurnah', parts: [{ editor: 'yvonne' }], _status: 'published' })
  await payload.updateGlobal({ slug: 'front' as never, data: { headline: 'Read', book: 'nehanda', _status: 'published' } as never })
})

describe('a kept answer shows at once', () => {
  const titles = (body: Body) => body.docs.map(({ title }: Data) => title)

  test('a document that joins it', () =>
    showsAtOnce(
      '/authors/yvonne?depth=0',
      () => add('books', 'tongues', { title: 'Tongues', author: 'yvonne', _status: 'published' }),
      (body) => body.books.docs.length,
    ))

  test('what decides the condition of a join', () =>
    showsAtOnce(
      '/countries/zw?depth=0',
      () => write('houses', 'baobab', { name: 'closed' }),
      (body) => body.authors.docs.length,
    ))

  test('what decides a condition that the caller puts to a join', () =>
    showsAtOnce(
      '/countries/zw?depth=0&joins[authors][where][house.name][equals]=open',
      () => write('houses', 'baobab', { name: 'open' }),
      (body) => body.authors.docs.length,
    ))

  test('a change two relations away in its condition', () =>
    showsAtOnce('/books?depth=0&where[author.country.name][equals]=Zanzibar', () => write('countries', 'tz', { name: 'Zanzibar' }), titles))

  test('a change two relations away in its order', async () => {
    await write('countries', 'zw', { name: 'B' })
    await showsAtOnce(
      '/books?depth=0&sort=author.country.name',
      () => write('countries', 'tz', { name: 'A' }),
      (body) => titles(body)[0],
    )
  })

  test('a change behind a relation to several collections, or in rows', async () => {
    await showsAtOnce('/books?depth=0&where[parts.editor.name][equals]=Vera', () => write('authors', 'yvonne', { name: 'Vera' }), titles)
    await showsAtOnce(
      '/books/nehanda?depth=1',
      () => write('countries', 'zw', { name: 'Great' }),
      (body) => body.about.value.name,
    )
  })

  test('a change behind a path as GraphQL writes it', async () => {
    await showsAtOnce(
      '/books?depth=0&where[author__country__name][equals]=Pemba',
      () => write('countries', 'tz', { name: 'Pemba' }),
      titles,
    )
    const path = '/books?depth=0&where[or][0][and][0][author__country__name][equals]=Unguja'
    await showsAtOnce(path, () => write('countries', 'tz', { name: 'Unguja' }), titles)
  })

  test('a change that decides a condition within a condition', async () => {
    await write('books', 'paradise', { readers: ['yvonne'], _status: 'published' })
    const { recording } = await recorded(() =>
      payload.db
        .find({ collection: slug('books'), where: { readers: { contains: { 'country.name': { equals: 'B' } } } } })
        .catch(() => undefined),
    )
    expect([...recording.dependencies.keys()]).toEqual(expect.arrayContaining(['books', 'authors', 'countries']))
  })

  test('a change that decides the order in which a collection stands by itself', async () => {
    const { recording } = await recorded(() => payload.db.find({ collection: slug('shelves') }))
    expect([...recording.dependencies.keys()]).toEqual(expect.arrayContaining(['shelves', 'houses']))
  })

  test('a change that decides who may see it', () => showsAtOnce('/books?depth=0', () => write('countries', 'tz', { open: false }), titles))

  test('that what it points at is gone', async () => {
    await add('houses', 'short', { name: 'Short' })
    await write('authors', 'gurnah', { house: 'short' })
    const path = '/authors/gurnah?depth=1'
    expect((await see(path)).body.house.name).toBe('Short')
    expect((await see(path)).kept).toBe(true)
    await payload.delete({ collection: slug('houses'), id: 'short' })
    const { kept, body } = await see(path)
    expect([kept, body.house?.name]).toEqual([false, undefined])
  })

  test('a draft, a version and what is published of it', async () => {
    const draft = '/books/nehanda?draft=true&depth=0'
    await showsAtOnce(
      draft,
      () => payload.update({ collection: slug('books'), id: 'nehanda', draft: true, data: { title: 'Draft' } as never }),
      (body) => body.title,
    )
    await showsAtOnce(
      '/books/nehanda?depth=0',
      () => write('books', 'nehanda', { title: 'Published', _status: 'published' }),
      (body) => body.title,
    )
    expect((await see(draft)).body.title).toBe('Published')
  })

  test('a global, its drafts, and what it points at', async () => {
    const set = (data: Data, draft = false) => payload.updateGlobal({ slug: 'front' as never, draft, data: data as never })
    await showsAtOnce(
      '/globals/front?depth=0',
      () => set({ headline: 'New', _status: 'published' }),
      (body) => body.headline,
    )
    await showsAtOnce(
      '/globals/front?depth=0&draft=true',
      () => set({ headline: 'Newer' }, true),
      (body) => body.headline,
    )
    await showsAtOnce(
      '/globals/front?depth=1',
      () => write('books', 'nehanda', { title: 'Nehanda again', _status: 'published' }),
      (body) => body.book.title,
    )
  })

  test('the versions of a global that were thinned out', async () => {
    const { bump, of } = versionsOf(payload.db)
    bump([])
    const before = of('global:front')
    await payload.db.deleteVersions({ globalSlug: 'front', where: { id: { equals: 'none' } } } as never)
    expect(of('global:front')).toBeGreaterThan(before)
  })
})

describe('a write', () => {
  const heading = '/authors/yvonne?depth=0'
  const withTransaction = (work: (req: PayloadRequest) => Promise<unknown>) =>
    withRequest(payload, 'test', (req) => inTransaction(req, () => work(req)))
  const rename = (name: string, req?: Partial<PayloadRequest>) =>
    payload.db.updateOne({ collection: slug('authors'), id: 'yvonne', data: { name }, req })

  test('inside a transaction changes nothing for others before its commit, and what is read there is not kept', async () => {
    await see(heading)
    await withTransaction(async (req) => {
      await rename('Inside', req)
      const { recording } = await recorded(() =>
        payload.db.findOne({ collection: slug('authors'), req, where: { id: { equals: 'yvonne' } } }),
      )
      expect(recording.spoiled).toBe(true)
      const outside = await see(heading)
      expect([outside.kept, outside.body.name]).toEqual([true, 'Vera'])
    })
    expect((await see(heading)).body.name).toBe('Inside')
  })

  test('that is rolled back leaves what is kept', async () => {
    await see(heading)
    await withTransaction(async (req) => {
      await rename('Never', req)
      throw new Error('undo')
    }).catch(() => undefined)
    expect(await see(heading)).toMatchObject({ kept: true, body: { name: 'Inside' } })
  })

  test('whose transaction is gone shows at once', () =>
    showsAtOnce(
      heading,
      () => rename('Gone', { transactionID: 'gone' } as never),
      (body) => body.name,
    ))

  test('that fails, or of whose commit nobody knows, counts as a change', async () => {
    await see(heading)
    await payload.db.create({ collection: slug('authors'), data: { id: 'yvonne' } as never }).catch(() => undefined)
    expect((await see(heading)).kept).toBe(false)
    const { commitTransaction } = payload.db
    payload.db.commitTransaction = async (transaction) => {
      await commitTransaction(transaction)
      throw new Error('The answer of the database was lost.')
    }
    try {
      await expect(withTransaction((req) => rename('Unknown', req))).rejects.toThrow('lost')
    } finally {
      payload.db.commitTransaction = commitTransaction
    }
    expect(await see(heading)).toMatchObject({ kept: false, body: { name: 'Unknown' } })
  })

  test('done by a read makes it one that is not kept', async () => {
    const first = await see('/doors/knock')
    const second = await see('/doors/knock')
    expect([second.kept, second.body]).toEqual([false, first.body + 1])
  })
})

describe('callers at the same time', () => {
  const slow = () => {
    const made = Promise.withResolvers<void>()
    let times = 0
    const make = async () => {
      const mine = ++times
      await payload.find({ collection: slug('houses') })
      await made.promise
      return Response.json(mine)
    }
    return { make, finish: made.resolve, times: () => times }
  }
  const bodyOf = (found: Awaited<ReturnType<typeof cache.answer>>) => (found instanceof Response ? 'not kept' : found.body.toString())

  test('share one answer', async () => {
    const { make, finish, times } = slow()
    const all = Promise.all([1, 2, 3].map(() => cache.answer('shared', make)))
    finish()
    expect((await all).map(bodyOf)).toEqual(['1', '1', '1'])
    expect(times()).toBe(1)
  })

  test('do not share one that was begun before a change', async () => {
    const { make, finish } = slow()
    const before = cache.answer('split', make)
    await write('countries', 'zw', { name: 'Changed' })
    const after = cache.answer('split', make)
    finish()
    expect([bodyOf(await before), bodyOf(await after)]).toEqual(['1', '2'])
  })

  test('make their own when the one that they wait for fails or is not for others', async () => {
    let times = 0
    const make = async () => {
      times++
      await payload.find({ collection: slug('houses') })
      if (times === 1) throw new Error('broken')
      return Response.json(times)
    }
    const [first, second] = await Promise.allSettled([cache.answer('fails', make), cache.answer('fails', make)])
    expect(first.status).toBe('rejected')
    expect(second.status === 'fulfilled' && bodyOf(second.value)).toBe('2')
  })
})

describe('an answer made of others', () => {
  const page = (path: string) => async () => {
    const inner = await answer(new Request(`http://here.test/api${path}`))
    return new Response(`<h1>${inner.status === 200 ? (await inner.json()).name : inner.status}</h1>`)
  }
  const shown = async (key: string, path: string) => {
    const found = await cache.answer(key, page(path))
    return found instanceof Response ? `not kept: ${await found.text()}` : found.body.toString()
  }

  test('depends on what they depend on, also when those were kept already', async () => {
    await see('/authors/yvonne?depth=0')
    for (const name of ['Hit', 'Again']) {
      await shown('page', '/authors/yvonne?depth=0')
      await write('authors', 'yvonne', { name })
      expect(await shown('page', '/authors/yvonne?depth=0')).toBe(`<h1>${name}</h1>`)
    }
  })

  test('is not kept when one of them comes from elsewhere than the database, or failed', async () => {
    expect(await shown('clock', '/doors/time')).toMatch('not kept')
    expect(await shown('nowhere', '/nowhere')).toMatch('not kept')
  })

  test('ends when the part ends that is oldest', async () => {
    await add('offers', 'one', { title: 'One' })
    await see('/offers/one')
    clock.advance(20_000)
    const make = async () => {
      const inner = await answer(new Request('http://here.test/api/offers/one'))
      return Response.json({ title: (await inner.json()).title })
    }
    const kept = await cache.answer('part', make)
    expect(kept).not.toBeInstanceOf(Response)
    expect(cache.get('part')).toBeDefined()
    clock.advance(11_000)
    expect(cache.get('part')).toBeUndefined()
  })
})

describe('how long an answer is kept', () => {
  test('is bounded where time decides what is seen', async () => {
    await see('/offers?depth=0')
    expect((await see('/offers?depth=0')).kept).toBe(true)
    clock.advance(31_000)
    expect((await see('/offers?depth=0')).kept).toBe(false)
  })

  test('is not at all of what no visitor may read', async () => {
    const make = async () => {
      await payload.count({ collection: 'outbox' })
      return Response.json('counted')
    }
    expect(await cache.answer('hidden', make)).toBeInstanceOf(Response)
  })

  test('is not at all where the collection says so', async () => {
    await see('/ledger?depth=0')
    expect((await see('/ledger?depth=0')).kept).toBe(false)
  })

  test('is bounded by the end of the address that makes it', async () => {
    await see('/doors/ending')
    expect((await see('/doors/ending')).kept).toBe(true)
    clock.set(new Date(sunset))
    expect(await see('/doors/ending')).toMatchObject({ kept: false, body: 'gone' })
    clock.reset()
  })

  test('does not hang on anything of the caller that is not in its key', async () => {
    const headers = {
      accept: 'text/plain',
      'accept-language': 'fr, sw;q=0.5',
      cookie: 'theme=dark; cart=1.2',
      origin: 'https://evil.example',
      'user-agent': 'Somebody',
      'x-request-id': 'mine',
    }
    const { body } = await see('/doors/caller', headers)
    expect(body).toMatchObject({ 'accept-language': 'sw', origin: 'null' })
    for (const name of ['accept', 'cookie', 'user-agent']) expect(body[name]).toBeUndefined()
    expect((await see('/doors/caller', { 'accept-language': 'sw-TZ', origin: 'http://other.test', 'user-agent': 'Another' })).kept).toBe(
      true,
    )
    expect((await see('/doors/caller', { 'accept-language': 'sn' })).kept).toBe(false)
  })

  test('is not at all with a secret, with a cookie that is not known, or for a part', async () => {
    for (const headers of [
      { authorization: 'JWT a.b.c' },
      { cookie: 'payload-token=a.b.c' },
      { cookie: 'theme=dark; session=1' },
      { 'x-cart-secret': 'mine' },
      { 'x-api-key': 'mine' },
      { range: 'bytes=0-1' },
      { 'x-payload-http-method-override': 'GET' },
    ] as Record<string, string>[]) {
      await see('/houses?depth=0', headers)
      expect((await see('/houses?depth=0', headers)).kept, JSON.stringify(headers)).toBe(false)
    }
  })

  test('is bounded by how much there is room for', async () => {
    const small = makeCache(payload, { all: 20_000, one: 5_000 })
    const make = (size: number) => async () => {
      await payload.find({ collection: slug('houses') })
      return new Response('x'.repeat(size))
    }
    for (let n = 0; n < 20; n++) await small.answer(`key ${n}`, make(1000))
    const { bytes, evicted, entries } = small.figures()
    expect(bytes).toBeLessThanOrEqual(20_000)
    expect([entries + evicted, small.get('key 0'), small.get('key 19') === undefined]).toEqual([20, undefined, false])
    const large = await small.answer('large', make(6000))
    expect(large instanceof Response && (await large.text()).length).toBe(6000)
    expect(small.figures().entries).toBe(entries)
  })

  test('ends when somebody beside this process writes', async () => {
    const others = watchOthers(payload)
    await expect.poll(() => cache.figures().trusted).toBe(1)
    await see('/houses?depth=0')
    await beside('Written beside')
    await expect.poll(async () => (await see('/houses?depth=0')).body.docs.map(({ name }: Data) => name)).toContain('Written beside')
    await others.stop()
  })

  test('is not at all while others may write unheard', async () => {
    const end = versionsOf(payload.db).watchedBy(() => false)
    await see('/houses?depth=0')
    expect((await see('/houses?depth=0')).kept).toBe(false)
    expect(cache.figures().trusted).toBe(0)
    end()
    await see('/houses?depth=0')
    expect((await see('/houses?depth=0')).kept).toBe(true)
  })
})
