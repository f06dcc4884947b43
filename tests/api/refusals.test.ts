import { beforeAll, describe, expect, test } from 'vitest'
import { deepest, isTooDeep } from '../../platform/nesting.ts'
import { platform } from '../support/platform.ts'

const { guest, as, payload } = await platform()

const unknown = '01900000-0000-7000-8000-000000000000'

type Faults = { path: string; code: string }[]

const faultsOf = (body: { errors?: { data: { errors?: Faults } }[] }) =>
  body.errors?.[0]?.data.errors?.map(({ path, code }) => `${path} ${code}`)

let brand: string

beforeAll(async () => {
  brand = (await as('admin').post('/brands', { name: 'Tecno', slug: 'tecno' })).body.doc.id
})

describe('a question that a field does not understand names the field', () => {
  test.each([
    ['an operator of places for a text', 'where[title][near]=1', 'where.title.near UNKNOWN_OPERATOR'],
    ['a part of a date', 'where[createdAt][like]=2026', 'where.createdAt.like UNKNOWN_OPERATOR'],
    ['no date', 'where[createdAt][greater_than]=soon', 'where.createdAt.greater_than INVALID'],
    ['no number', 'where[price][equals]=cheap', 'where.price.equals INVALID'],
    ['several values where one is meant', 'where[slug][equals]=a&where[slug][equals]=b', 'where.slug.equals INVALID'],
    ['a byte that is no text', 'where[slug][like]=%00', 'where.slug.like INVALID'],
    ['a name of the database', 'where[_id][equals]=1', 'where._id UNKNOWN_PATH'],
    ['deep inside', 'where[or][0][and][0][price][like]=1', 'where.or.0.and.0.price.like UNKNOWN_OPERATOR'],
    ['of a related document', 'where[category.createdAt][equals]=x', 'where.category.createdAt.equals INVALID'],
    ['an order of what has none', 'sort=description', 'sort UNKNOWN_PATH'],
    ['an order by what there are several of', 'sort=variants.sku', 'sort UNKNOWN_PATH'],
    ['an order of nothing', 'sort=-', 'sort INVALID'],
    ['an order by what there is not', 'sort=nosuch', 'sort UNKNOWN_PATH'],
    ['a join without end', 'joins[variants][limit]=1e300', 'joins.variants.limit INVALID'],
    ['a condition in one piece that is no JSON', 'where=nonsense', 'where INVALID'],
    ['a condition in one piece that is no object', 'where=5', 'where INVALID'],
  ])('%s', async (_name, query, fault) => {
    for (const path of ['/products', `/products/${unknown}`].slice(0, query.startsWith('joins') ? 2 : 1)) {
      const { status, body } = await guest.get(`${path}?${query}`)
      expect({ status, faults: faultsOf(body) }).toEqual({ status: 400, faults: [fault] })
    }
  })

  test.each([
    'where[title][like]=phone',
    'where[price][less_than]=100',
    'where[createdAt][greater_than]=2026-01-01',
    'where[id][in]=a,b',
    'where[category][exists]=false',
    'where[category.slug][equals]=x',
    'where[title.sw][contains]=x',
    'where={"slug":{"equals":"a"}}',
    'sort=-price,title',
    'joins[variants][limit]=2&joins[variants][sort]=sku',
  ])('what it understands is answered: %s', async (query) => {
    expect((await guest.get(`/products?${query}`)).status).toBe(200)
  })
})

describe('a body whose shape is not that of the fields names them', () => {
  test.each<[string, string, unknown, string[]]>([
    ['an object for a text', '/brands', { name: {}, slug: 'x' }, ['name INVALID']],
    ['a list for a text', '/brands', { name: ['x'], slug: 'x' }, ['name INVALID']],
    ['nothing for a group', '/products', { title: 'x', slug: 'x', price: 1, seo: null }, ['seo INVALID']],
    [
      'garbage for a document of the editor',
      '/products',
      { title: 'x', slug: 'x', price: 1, description: { root: { type: 'root', children: ['x'] } } },
      ['description INVALID'],
    ],
    ['a text for a document of the editor', '/products', { title: 'x', slug: 'x', price: 1, description: 'x' }, ['description INVALID']],
  ])('%s', async (_name, path, body, faults) => {
    const answer = await as('admin').post(path, body)
    expect({ status: answer.status, faults: faultsOf(answer.body) }).toEqual({ status: 400, faults })
  })

  test('also of the settings', async () => {
    const { status, body } = await as('admin').post('/globals/settings', { contacts: null, shop: 5 })
    expect({ status, faults: faultsOf(body)?.sort() }).toEqual({ status: 400, faults: ['contacts INVALID', 'shop INVALID'] })
  })
})

test('when something was made is not for callers to say', async () => {
  const before = (await guest.get(`/brands/${brand}`)).body
  for (const value of ['2000-01-01T00:00:00.000Z', 'nonsense', { a: 1 }, null])
    expect((await as('admin').patch(`/brands/${brand}`, { createdAt: value, updatedAt: value })).status).toBe(200)
  const { createdAt, updatedAt } = (await guest.get(`/brands/${brand}`)).body
  expect(createdAt).toBe(before.createdAt)
  expect(new Date(updatedAt).getTime()).toBeGreaterThanOrEqual(new Date(before.updatedAt).getTime())
})

test('sessions are made by signing in only', async () => {
  const session = { id: 'mine', createdAt: '2026-01-01T00:00:00Z', expiresAt: '2036-01-01T00:00:00Z' }
  const { status, body } = await guest.post('/users', { email: 'forger@test.test', password: 'a long password', sessions: [session] })
  expect({ status, faults: faultsOf(body) }).toEqual({ status: 400, faults: ['sessions FIELD_READ_ONLY'] })
})

test('versions of what has none are not there', async () => {
  for (const path of ['/brands/versions', `/brands/versions/${unknown}`, '/globals/settings/versions', '/payload-jobs/versions'])
    expect((await as('admin').get(path)).status).toBe(404)
})

test('a preference that is not there cannot be deleted', async () => {
  expect((await as('admin').delete('/payload-preferences/nothing')).status).toBe(404)
})

describe('what is nested without end', () => {
  const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`

  test('is refused as JSON, as GraphQL and in a form', async () => {
    const json = { 'content-type': 'application/json' }
    const admin = as('admin')
    const form = new FormData()
    form.set('_payload', `{"name":"x","slug":"y","more":${deep(100_000)}}`)
    const answers = [
      await admin.post('/brands', `{"name":"x","slug":"y","more":${deep(5_000)}}`, json),
      await guest.post('/orders/checkout', deep(5_000), json),
      await admin.post('/brands', form),
    ]
    for (const { status, body } of answers) expect({ status, code: body.errors[0].data.code }).toEqual({ status: 400, code: 'BAD_REQUEST' })
    const asked = await guest.post('/graphql', `{"query":"{ __typename }","variables":{"a":${deep(5_000)}}}`, json)
    expect({ status: asked.status, code: asked.body.errors[0].extensions.code }).toEqual({ status: 400, code: 'BAD_REQUEST' })
  })

  test('is told from texts that only look so', () => {
    expect(isTooDeep(JSON.stringify({ text: '['.repeat(1_000) }))).toBe(false)
    expect(isTooDeep(JSON.stringify({ text: `"\\${'{'.repeat(1_000)}` }))).toBe(false)
    expect(isTooDeep(deep(deepest))).toBe(false)
    expect(isTooDeep(deep(deepest + 1))).toBe(true)
  })
})

test('an address to come back to that is none is a fault of whoever sent it', async () => {
  const { status, body } = await guest.post('/initiate-payment', {
    subject: { relationTo: 'orders', value: unknown },
    provider: 'azampay',
    returnUrl: '',
  })
  expect({ status, faults: faultsOf(body)?.every((fault) => fault.startsWith('returnUrl')) }).toEqual({ status: 400, faults: true })
})

test('a change or a deletion of many is done to all of them or to none', async () => {
  const admin = as('admin')
  const make = async (name: string) => (await admin.post('/brands', { name, slug: name })).body.doc.id
  const many = [await make('many-a'), await make('many-b'), await make('many-c')]
  const them = `where[id][in]=${many.join(',')}`
  const taken = await admin.patch(`/brands?${them}`, { slug: 'the-same' })
  expect([taken.status, taken.body.errors[0].data.errors.length > 0]).toEqual([400, true])
  const slugs = async () => (await guest.get(`/brands?${them}&sort=slug`)).body.docs.map(({ slug }: { slug: string }) => slug)
  expect(await slugs()).toEqual(['many-a', 'many-b', 'many-c'])
  await admin.post('/products', { title: 'x', slug: 'of-many-b', price: 1, brand: many[1] })
  const kept = await admin.delete(`/brands?${them}`)
  expect(kept.status).toBe(400)
  expect(await slugs()).toEqual(['many-a', 'many-b', 'many-c'])
  expect((await admin.patch(`/brands?${them}`, { name: 'All of them' })).status).toBe(200)
})

test('the platform asks as it likes', async () => {
  expect((await payload.find({ collection: 'brands', where: { name: { like: 'Tecno' } }, sort: '-createdAt' })).totalDocs).toBe(1)
})
