import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { type Answer, platform } from '../support/platform.ts'

const { guest, as, payload, rest } = await platform()

const seed = Number(process.env.FUZZ_SEED ?? 2026)
const runs = Number(process.env.FUZZ_RUNS ?? 150)

const fields = [
  'id',
  'title',
  'slug',
  'price',
  'currency',
  'published',
  'category',
  'category.title',
  'images',
  'variants',
  'variants.sku',
  'description',
  'seo',
  'seo.title',
  'createdAt',
  'kind',
  'nope',
  'a.b.c',
  '_id',
  '__proto__',
  'constructor',
  '',
  ' ',
  'title.en',
  '$where',
  'id.x',
]
const operators = [
  'equals',
  'not_equals',
  'in',
  'not_in',
  'all',
  'exists',
  'greater_than',
  'less_than_equal',
  'like',
  'not_like',
  'contains',
  'near',
  'within',
  'intersects',
  'nope',
  '$gt',
  '__proto__',
  '',
]
const values = fc.oneof(
  fc.constantFrom(
    '',
    'true',
    'false',
    'null',
    '0',
    '-1',
    '1e309',
    'NaN',
    '01900000-0000-7000-8000-000000000000',
    '2020-01-01',
    'x'.repeat(3000),
    '%',
    '_',
    "'",
    '"',
    '\\',
    '[',
    '(',
    '*',
    '{}',
    '[]',
    '1,2,3',
    ',',
    'é',
    '\u0000',
    '\ud83d',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.double().map(String),
)

const pair = fc
  .tuple(fc.constantFrom(...fields), fc.constantFrom(...operators), values)
  .map(([field, operator, value]): [string, string] => [`where[${field}][${operator}]`, value])
const joined = fc
  .tuple(fc.constantFrom('and', 'or', 'AND', 'nor'), fc.constantFrom('0', '1', 'x', ''), pair)
  .map(([word, at, [name, value]]): [string, string] => [name.replace('where', `where[${word}][${at}]`), value])
const other = fc.oneof(
  fc.tuple(
    fc.constantFrom('sort'),
    fc.oneof(fc.constantFrom(...fields, ...fields.map((field) => `-${field}`), 'title,-price', '--x'), values),
  ),
  fc.tuple(fc.constantFrom('limit', 'page', 'depth', 'draft', 'pagination', 'trash'), values),
  fc.tuple(
    fc.constantFrom('locale', 'fallback-locale', 'fallbackLocale'),
    fc.oneof(fc.constantFrom('sw', 'all', '*', 'none', 'null', 'fr'), values),
  ),
  fc.tuple(
    fc.constantFrom(...fields).map((field) => `select[${field}]`),
    fc.oneof(fc.constantFrom('true', 'false', '1'), values),
  ),
  fc.tuple(
    fc.constantFrom(...fields).map((field) => `populate[${field}][title]`),
    fc.constantFrom('true', 'x'),
  ),
  fc.tuple(
    fc.constantFrom(
      'joins[variants][limit]',
      'joins[variants][sort]',
      'joins[variants][where][sku][equals]',
      'joins[variants][page]',
      'joins[variants][count]',
      'joins[nope][limit]',
      'joins',
      'joins[variants]',
    ),
    values,
  ),
  fc.tuple(
    fc.constantFrom(
      'where',
      'select',
      'populate',
      'sort[]',
      'where[]',
      'where[title]',
      'where[title][equals][]',
      'where[title][in][]',
      'where[and]',
      'where[or][]',
      'where[__proto__][x]',
      'select[]',
      'depth[]',
      'locale[]',
      'draft[x]',
      'data',
      'flattenLocales',
      'q',
      'showHiddenFields',
      'overrideAccess',
      'duplicateFromID',
    ),
    values,
  ),
)

const queries = fc
  .array(fc.oneof({ weight: 3, arbitrary: pair }, joined, { weight: 2, arbitrary: other }), { minLength: 1, maxLength: 4 })
  .map((list) => {
    const written = list.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value.toWellFormed())}`)
    return written.join('&')
  })

const raw = fc.string({ unit: 'grapheme-ascii', maxLength: 60 }).map((text) => text.replaceAll('#', ''))

beforeAll(async () => {
  const { body } = await as('sales').post('/products', { title: 'Phone', slug: 'phone', price: 100_000, published: true })
  await as('sales').post('/variants', { product: body.doc.id, sku: 'PHN-1' })
})

const isFine = ({ status, body }: Answer, asked: string) => {
  expect(status, `${asked} → ${JSON.stringify(body).slice(0, 300)}`).toBeLessThan(500)
  if (status >= 400) expect(body.errors?.[0]?.data?.code, asked).toMatch(/^[A-Z_]+$/)
}

const collections = () => payload.config.collections.map(({ slug }) => slug)

test.each(['guest', 'admin'] as const)(
  'no question to a list of products makes the server fail: %s',
  async (who) => {
    const caller = who === 'guest' ? guest : as('admin')
    const paths = fc.constantFrom('/products', '/products/count', '/products/versions', '/products/01900000-0000-7000-8000-000000000000')
    await fc.assert(
      fc.asyncProperty(paths, fc.oneof({ weight: 6, arbitrary: queries }, raw), async (path, query) =>
        isFine(await caller.get(`${path}?${query}`), `${path}?${query}`),
      ),
      { seed, numRuns: runs, interruptAfterTimeLimit: 25_000 },
    )
  },
  60_000,
)

test('nor to any other collection, whatever its fields', async () => {
  const named = fc.constantFrom(...collections()).chain((slug) => {
    const { flattenedFields } = payload.collections[slug as 'users'].config
    const names = [...flattenedFields.map(({ name }) => name), 'id', 'nope']
    return fc.record({
      slug: fc.constant(slug),
      query: fc
        .array(fc.tuple(fc.constantFrom(...names), fc.constantFrom(...operators), values), { minLength: 1, maxLength: 3 })
        .map((list) =>
          list
            .map(([field, operator, value]) => `where[${field}][${operator}]=${encodeURIComponent(value.toWellFormed())}&sort=${field}`)
            .join('&'),
        ),
    })
  })
  await fc.assert(
    fc.asyncProperty(named, async ({ slug, query }) => isFine(await as('admin').get(`/${slug}?${query}`), `/${slug}?${query}`)),
    { seed, numRuns: 2 * runs, interruptAfterTimeLimit: 40_000 },
  )
}, 90_000)

test('nor does any body', async () => {
  const words = fc.constantFrom(
    'title',
    'name',
    'slug',
    'email',
    'password',
    'price',
    'items',
    'scopes',
    'roles',
    'status',
    'id',
    'description',
    'layout',
    'seo',
    'where',
    'data',
    'sessions',
    '_status',
    '__proto__',
    'subject',
    'variant',
    'quantity',
  )
  const body = fc.oneof(
    fc.dictionary(words, fc.jsonValue({ maxDepth: 4 }), { maxKeys: 6 }).map((value) => JSON.stringify(value)),
    fc.json({ maxDepth: 3 }),
    fc.string({ unit: 'binary', maxLength: 40 }).map((text) => text.toWellFormed()),
  )
  const methods = fc.constantFrom('POST', 'PATCH', 'PUT', 'DELETE')
  const paths = fc.oneof(
    fc.constantFrom(...collections()).map((slug) => `/${slug}`),
    fc.constantFrom(...collections()).map((slug) => `/${slug}/01900000-0000-7000-8000-000000000000`),
    fc.constantFrom(
      '/users/login',
      '/users/forgot-password',
      '/users/reset-password',
      '/users/unlock',
      '/users/verify/x',
      '/users/refresh-token',
      '/globals/settings',
      '/orders/checkout',
      '/v1/orders',
      '/v1/payments',
      '/initiate-payment',
      '/azam-callback',
      '/payments/azampay/webhook',
      '/carts',
      '/api-keys',
      '/products/access/x',
      '/products/x/duplicate',
      '/media',
      '/payload-preferences/x',
      '/access',
      '/payload-jobs/run',
      '/products/versions/x',
      '/globals/settings/access',
      '/users/init',
      '/users/first-register',
    ),
  )
  await fc.assert(
    fc.asyncProperty(methods, paths, body, fc.boolean(), async (method, path, text, admin) => {
      const headers = { 'content-type': 'application/json', ...(admin && { authorization: `JWT ${as('admin').token}` }) }
      isFine(await rest(method, path, text, headers), `${method} ${path} ${text}`)
    }),
    { seed, numRuns: 2 * runs, interruptAfterTimeLimit: 40_000 },
  )
}, 90_000)
