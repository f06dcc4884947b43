import { formatNames } from 'payload'
import { beforeAll, describe, expect, test } from 'vitest'
import { routesOf } from '../../platform/routes.ts'
import { type Client, client } from '../support/client.ts'
import { platform } from '../support/platform.ts'

const { payload, url, guest, as, clock, race } = await platform()
const { forPeople } = await import('../../platform/server/graphql-schema.ts')
const { areasOf, scopesOf } = await import('../../platform/keys/areas.ts')
const { scopesFor } = await import('../../platform/keys/scopes.ts')

const areas = areasOf(payload.config)
const everything = scopesOf(areas).map(({ value }) => value)

const unknown = '01900000-0000-7000-8000-000000000000'

/** Makes a key for somebody and answers what it can do. */
async function keyFor(owner: Client, scopes: string[], more: Record<string, unknown> = {}) {
  const { status, body } = await owner.post('/api-keys', { name: 'A program', scopes, ...more })
  expect(status).toBe(201)
  return {
    ...client(url, { authorization: `Bearer ${body.secret}` }),
    key: body.key as { id: string; prefix: string },
    secret: body.secret as string,
  }
}

const codeOf = ({ body }: { body: { errors?: { data?: { code: string } }[] } }) => body.errors?.[0]?.data?.code

let product: { id: string }

beforeAll(async () => {
  await as('admin').post('/locations', { name: 'Shop', code: 'SHOP', default: true })
  const { body } = await as('sales').post('/products', { title: 'Phone', slug: 'phone', price: 1_500_000, published: true })
  product = body.doc
})

test('a key is shown once, stored as a hash, and seen by its owner and by staff only', async () => {
  const { key, secret } = await keyFor(as('customer'), ['catalogue:read'])
  expect(secret).toMatch(/^vior_[\w-]{27}$/)
  expect(secret.startsWith(key.prefix)).toBe(true)
  for (const allowed of [as('customer'), as('developer'), as('support')]) {
    const { status, body } = await allowed.get(`/api-keys/${key.id}?showHiddenFields=true`)
    expect(status).toBe(200)
    expect(body).not.toHaveProperty('hash')
    expect(JSON.stringify(body)).not.toContain(secret)
  }
  expect((await as('student').get(`/api-keys/${key.id}`)).status).toBe(404)
  expect((await guest.get(`/api-keys/${key.id}`)).status).toBe(403)
  expect(codeOf(await as('admin').patch(`/api-keys/${key.id}`, { name: 'x' }))).toBe('FIELD_READ_ONLY')
  expect(codeOf(await as('admin').patch(`/api-keys/${key.id}`, {}))).toBe('FORBIDDEN')
  const { docs } = await payload.find({ collection: 'api-keys', where: { id: { equals: key.id } }, showHiddenFields: true })
  expect(docs[0]?.hash).not.toContain(secret)
})

test('a key does what its owner may do, within its scopes', async () => {
  const sales = await keyFor(as('sales'), ['catalogue:read', 'catalogue:write'])
  expect((await sales.patch(`/products/${product.id}`, { title: 'Telephone' })).status).toBe(200)
  expect((await sales.get('/products')).body.totalDocs).toBe(1)

  const refused = await sales.get('/orders')
  expect({ status: refused.status, code: codeOf(refused), scopes: refused.body.errors[0].data.scopes }).toEqual({
    status: 403,
    code: 'SCOPE_MISSING',
    scopes: ['orders:read'],
  })

  const customer = await keyFor(as('customer'), everything)
  expect(codeOf(await customer.patch(`/products/${product.id}`, { title: 'Mine' }))).toBe('FORBIDDEN')
  expect(codeOf(await customer.get('/stock-levels'))).toBe('FORBIDDEN')
  expect((await customer.get('/users')).body.docs.map(({ id }: { id: string }) => id)).toEqual([as('customer').user.id])
})

test('scopes hold for what is populated, joined, queried by GraphQL and asked by another method', async () => {
  const key = await keyFor(as('sales'), ['stock:read'])
  const { body: made } = await as('sales').post('/variants', { product: product.id, sku: 'PHN-1' })
  const { body } = await key.get(`/stock-levels?where[variant][equals]=${made.doc.id}&depth=3`)
  expect(body.docs.length).toBeGreaterThan(0)
  expect(body.docs[0].variant.sku).toBe('PHN-1')
  expect(body.docs[0].variant.product).toBe(product.id)

  const asked = await key.gql('{ StockLevels { totalDocs } Products { totalDocs } meUser { user { email } } }')
  expect(asked.body.data).toEqual({ StockLevels: { totalDocs: body.totalDocs }, Products: null, meUser: null })
  expect(asked.body.errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code).sort()).toEqual([
    'FORBIDDEN',
    'SCOPE_MISSING',
  ])
  const changed = await key.gql(`mutation { updateProduct(id: "${product.id}", data: { title: "x" }) { id } }`)
  expect(changed.body.data.updateProduct).toBeNull()

  expect(
    codeOf(
      await key.ask('POST', '/stock-levels', 'limit=1', {
        'x-http-method-override': 'GET',
        'content-type': 'application/x-www-form-urlencoded',
      }),
    ),
  ).toBe('SCOPE_MISSING')
})

test('at every address that is described a key with one scope is let in where that scope is named, and nowhere else', async () => {
  const key = await keyFor(as('admin'), ['catalogue:read'])
  type Described = { security: { key?: string[] }[] }
  const { paths } = (await guest.get('/openapi.json')).body as { paths: Record<string, Record<string, Described>> }
  const operations = Object.entries(paths).flatMap(([path, all]) =>
    Object.entries(all).map(([method, { security }]) => ({ path, method, security })),
  )
  const wrong: string[] = []
  let refused = 0
  const perTime = 25
  for (let from = 0; from < operations.length; from += perTime)
    await Promise.all(
      operations.slice(from, from + perTime).map(async ({ path, method, security }) => {
        const address = path.replace(/^\/api/, '').replaceAll(/\{\w+\}/g, unknown)
        const answer = method === 'get' ? await key.get(address) : await key.ask(method.toUpperCase(), address, '{}')
        const named = security.some((way) => way.key && (way.key.length === 0 || way.key.includes('catalogue:read')))
        const isRefused = codeOf(answer) === 'SCOPE_MISSING'
        if (isRefused) refused++
        if (isRefused === named) wrong.push(`${method} ${path}: ${answer.status} ${codeOf(answer) ?? ''}`)
      }),
    )
  expect(wrong).toEqual([])
  expect(refused).toBeGreaterThan(200)
  expect((await key.get('/openapi.json')).status).toBe(200)
})

test('a key cannot make itself more than it is', async () => {
  const key = await keyFor(as('admin'), everything)
  const tries = [
    key.post('/api-keys', { name: 'more', scopes: ['catalogue:read'] }),
    key.get('/api-keys'),
    key.post('/users/refresh-token'),
    key.post('/users/login', { email: as('admin').user.email, password: 'demo-vior-2026' }),
    key.post('/users/logout'),
    key.post('/users/unlock', { email: as('admin').user.email }),
    key.get('/payload-preferences/x'),
    key.get('/payload-locked-documents'),
    key.get('/access'),
    key.get('/nothing-here'),
  ]
  for (const answer of await Promise.all(tries))
    expect({ status: answer.status, code: codeOf(answer) }).toEqual({ status: 403, code: 'SCOPE_MISSING' })
  const minted = await key.gql('mutation { refreshTokenUser { refreshedToken } }')
  expect(minted.body.data?.refreshTokenUser ?? null).toBeNull()
})

test.each(['vior_nonsense', 'vior_', 'vior_%F0%9F'])('a key that is not known is refused, not taken for a guest: %s', async (secret) => {
  const answer = await guest.get('/products', { authorization: `Bearer ${secret}` })
  expect({ status: answer.status, code: codeOf(answer) }).toEqual({ status: 401, code: 'INVALID_KEY' })
  expect(answer.headers.get('www-authenticate')).toContain('Bearer')
  expect(answer.body.requestId).toBe(answer.headers.get('x-request-id'))
})

test('a revoked key ends at once; its owner or a developer revokes it, nobody else', async () => {
  const mine = await keyFor(as('customer'), ['catalogue:read'])
  expect((await mine.get('/products')).status).toBe(200)
  expect((await as('student').post(`/api-keys/${mine.key.id}/revoke`)).status).toBe(404)
  expect((await as('customer').post(`/api-keys/${mine.key.id}/revoke`, { reason: 'lost' })).body.status).toBe('revoked')
  expect(codeOf(await mine.get('/products'))).toBe('INVALID_KEY')
  expect(codeOf(await as('customer').post(`/api-keys/${mine.key.id}/revoke`))).toBe('ILLEGAL_TRANSITION')
  const other = await keyFor(as('customer'), ['catalogue:read'])
  expect((await as('developer').post(`/api-keys/${other.key.id}/revoke`)).status).toBe(200)
  const { body } = await as('admin').get(`/audit-log?where[document][equals]=${mine.key.id}&sort=createdAt`)
  expect(body.docs.map(({ action }: { action: string }) => action)).toEqual(['api-keys.create', 'api-keys.revoke'])
})

test('a key ends when its time is over', async () => {
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString()
  const key = await keyFor(as('customer'), ['catalogue:read'], { expiresAt })
  expect((await key.get('/products')).status).toBe(200)
  clock.advance(3_700_000)
  expect(codeOf(await key.get('/products'))).toBe('INVALID_KEY')
  clock.reset()
  const past = await as('customer').post('/api-keys', { name: 'x', scopes: ['catalogue:read'], expiresAt: '2020-01-01T00:00:00Z' })
  expect(past.body.errors[0].data).toMatchObject({ code: 'VALIDATION', errors: [{ path: 'expiresAt' }] })
})

test('a key of somebody whose address is not confirmed, or who is gone, is nobody’s', async () => {
  const key = await keyFor(as('trader'), ['account:read'])
  expect((await key.get('/users/me')).body.user.id).toBe(as('trader').user.id)
  await payload.update({ collection: 'users', id: as('trader').user.id, data: { _verified: false } })
  expect(codeOf(await key.get('/users/me'))).toBe('INVALID_KEY')
  await payload.update({ collection: 'users', id: as('trader').user.id, data: { _verified: true } })
  expect((await key.get('/users/me')).status).toBe(200)
  await payload.delete({ collection: 'users', id: as('trader').user.id })
  expect(codeOf(await key.get('/users/me'))).toBe('INVALID_KEY')
})

describe('making a key', () => {
  test.each<[string, unknown, number, string]>([
    ['without a scope', { name: 'x', scopes: [] }, 400, 'VALIDATION'],
    ['with a scope that does not exist', { name: 'x', scopes: ['everything'] }, 400, 'VALIDATION'],
    ['without a name', { scopes: ['catalogue:read'] }, 400, 'VALIDATION'],
    ['for somebody else', { name: 'x', scopes: ['catalogue:read'], owner: unknown }, 400, 'VALIDATION'],
  ])('%s is refused', async (_name, body, status, code) => {
    const answer = await as('customer').post('/api-keys', body)
    expect({ status: answer.status, code: codeOf(answer) }).toEqual({ status, code })
  })

  test('needs somebody who signed in', async () => {
    expect(codeOf(await guest.post('/api-keys', { name: 'x', scopes: ['catalogue:read'] }))).toBe('UNAUTHENTICATED')
  })

  test('is possible 20 times, and again when one is revoked', async () => {
    const learner = as('learner')
    const answers: Awaited<ReturnType<Client['post']>>[] = []
    for (let n = 0; n < 21; n++) answers.push(await learner.post('/api-keys', { name: `Key ${n}`, scopes: ['catalogue:read'] }))
    expect(answers.map(({ status }) => status)).toEqual([...Array(20).fill(201), 409])
    await learner.post(`/api-keys/${answers[0]?.body.key.id}/revoke`)
    expect((await learner.post('/api-keys', { name: 'again', scopes: ['catalogue:read'] })).status).toBe(201)
  })

  test('is possible 20 times also for 50 at once', async () => {
    const answers = await race(50, (n) => as('agent').post('/api-keys', { name: `Key ${n}`, scopes: ['catalogue:read'] }))
    expect(answers.map(({ status }) => status).sort()).toEqual([...Array(20).fill(201), ...Array(30).fill(409)])
  })

  test('twice with one Idempotency-Key makes one', async () => {
    const answers = await race(4, () =>
      as('client').post('/api-keys', { name: 'once', scopes: ['catalogue:read'] }, { 'idempotency-key': 'k1' }),
    )
    expect(new Set(answers.map(({ body }) => body.secret)).size).toBe(1)
    expect((await as('client').get('/api-keys')).body.totalDocs).toBe(1)
  })
})

describe('every address has its scope', () => {
  test('each collection and global is in an area, but for those that no key may reach', () => {
    const known = Object.values(areas).flatMap(({ collections = [], globals = [] }) => [...collections, ...globals])
    const none = ['api-keys', 'api-usage', 'connections']
    const slugs = [...payload.config.collections, ...payload.config.globals]
      .map(({ slug }) => slug)
      .filter((slug) => !slug.startsWith('payload-'))
    expect(
      slugs.filter((slug) => !known.includes(slug) && !none.includes(slug)),
      'put them into an area of config.custom.areas',
    ).toEqual([])
  })

  test('each endpoint of our own says what a key needs, and every scope exists', () => {
    const own = routesOf(payload.config).filter(({ definition }) => definition)
    const silent = own.filter(({ owner, definition }) => owner.kind === 'platform' && definition?.scope === undefined)
    expect(silent.map(({ pattern }) => pattern)).toEqual([])
    const scopes = own.flatMap((route) => scopesFor(payload.config, route))
    expect(scopes.filter((scope) => !everything.includes(scope))).toEqual([])
  })

  test('each field of GraphQL asks the access of a collection in an area, or is for people only', async () => {
    const { body } = await as('admin').gql('{ __schema { queryType { fields { name } } mutationType { fields { name } } } }')
    const { queryType, mutationType } = body.data.__schema
    const names = Object.values(areas).flatMap(({ collections = [], globals = [] }) => [...collections, ...globals])
    const words = [...names, 'api-keys', 'api-usage', 'connections'].map((slug) => {
      const { graphQL } = [...payload.config.collections, ...payload.config.globals].find((each) => each.slug === slug) ?? {}
      return (
        (graphQL as { singularName?: string; name?: string } | undefined)?.singularName ?? formatNames(slug).singular.replaceAll(' ', '')
      )
    })
    const fields = [...queryType.fields, ...mutationType.fields].map(({ name }: { name: string }) => name)
    expect(fields.filter((name) => !forPeople.test(name) && !words.some((word) => name.includes(word.slice(0, -1))))).toEqual([])
  })
})
