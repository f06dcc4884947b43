import { formatNames } from 'payload'
import { describe, expect, test } from 'vitest'
import { limitOf, limitOfField } from '../../platform/server/limit-rules.ts'
import { platform } from '../support/platform.ts'

const { url, payload, as, guest, gql, race } = await platform()

const post = (body: string, headers: Record<string, string> = { 'content-type': 'application/json' }) =>
  guest.post('/graphql', body, headers)
const codes = (body: { errors?: { extensions: { code: string } }[] }) => (body.errors ?? []).map(({ extensions }) => extensions.code)
const nested = (levels: number) => `{ Products { docs { ${'category { parent { '.repeat(levels)} id ${'} }'.repeat(levels)} } } }`
const doubled = (levels: number) =>
  `{ Products { docs { ...F0 } } } ${Array.from({ length: levels }, (_, i) => `fragment F${i} on Product { ...F${i + 1} ...F${i + 1} }`).join(' ')} fragment F${levels} on Product { id }`

describe('what cannot be run is refused before it costs anything', () => {
  test.each<[string, string, number, string]>([
    ['a syntax error', '{ Products {', 400, 'BAD_REQUEST'],
    ['an unknown field', '{ nope }', 400, 'VALIDATION'],
    ['deep nesting', nested(20), 400, 'TOO_COMPLEX'],
    ['very deep nesting', nested(5000), 400, 'BAD_REQUEST'],
    ['fragments that double and double', doubled(30), 400, 'TOO_COMPLEX'],
    [
      'fragments in a circle',
      '{ Products { docs { ...A } } } fragment A on Product { ...B } fragment B on Product { ...A }',
      400,
      'VALIDATION',
    ],
    ['many aliases', `{ ${Array.from({ length: 30 }, (_, i) => `a${i}: Products { totalDocs }`).join(' ')} }`, 400, 'TOO_COMPLEX'],
    ['introspection in a circle', `{ __schema { types { ${'fields { type { '.repeat(5)} name ${'} }'.repeat(5)} } } }`, 400, 'VALIDATION'],
    ['a subscription', 'subscription { nope }', 400, 'BAD_REQUEST'],
    ['two operations without a name', 'query a { __typename } query b { __typename }', 400, 'BAD_REQUEST'],
  ])('%s', async (_name, query, status, code) => {
    const answer = await gql(query)
    expect({ status: answer.status, code: codes(answer.body)[0] }).toEqual({ status, code })
    expect(answer.body.errors[0].extensions.requestId).toBe(answer.headers.get('x-request-id'))
  })

  test.each<[string, () => ReturnType<typeof post>, number, string]>([
    ['malformed JSON', () => post('{bad'), 400, 'MALFORMED_JSON'],
    ['several queries at once', () => post('[{"query":"{ __typename }"}]'), 400, 'BAD_REQUEST'],
    ['null', () => post('null'), 400, 'BAD_REQUEST'],
    ['a number as query', () => post('{"query":5}'), 400, 'BAD_REQUEST'],
    ['a list as variables', () => post('{"query":"{ __typename }","variables":[1]}'), 400, 'BAD_REQUEST'],
    ['another content type', () => post('{"query":"{ __typename }"}', { 'content-type': 'text/plain' }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['no query', () => guest.get('/graphql'), 400, 'BAD_REQUEST'],
    ['a change by GET', () => guest.get(`/graphql?query=${encodeURIComponent('mutation { logoutUser }')}`), 405, 'METHOD_NOT_ALLOWED'],
    ['another method', () => guest.put('/graphql', {}), 405, 'METHOD_NOT_ALLOWED'],
    ['a wrong variable', () => gql('query ($id: String!) { Product(id: $id) { id } }', { id: {} }), 400, 'VALIDATION'],
    ['a missing variable', () => gql('query ($id: String!) { Product(id: $id) { id } }'), 400, 'VALIDATION'],
  ])('%s', async (_name, ask, status, code) => {
    const answer = await ask()
    expect({ status: answer.status, code: codes(answer.body)[0] }).toEqual({ status, code })
  })
})

test('a document that was answered is weighed again with other variables', async () => {
  const shelves = Array.from({ length: 120 }, (_, i) => `c${i}: category { id }`).join(' ')
  const query = `query ($all: Boolean!) { Products { totalDocs docs @include(if: $all) { ${shelves} } } }`
  for (const [all, status] of [
    [false, 200],
    [true, 400],
    [false, 200],
  ] as const)
    expect((await gql(query, { all })).status).toBe(status)
})

test('queries may come by GET, with or without a trailing slash', async () => {
  const query = encodeURIComponent('{ Products { totalDocs } }')
  for (const path of ['/graphql', '/graphql/'])
    expect((await guest.get(`${path}?query=${query}`)).body).toEqual({ data: { Products: { totalDocs: 0 } } })
})

test('the schema may be asked for', async () => {
  const { body } = await gql('{ __schema { queryType { name } mutationType { name } } }')
  expect(body.data.__schema).toEqual({ queryType: { name: 'Query' }, mutationType: { name: 'Mutation' } })
})

test('nothing is offered that cannot be answered', async () => {
  const { body } = await guest.gql('{ __schema { queryType { fields { name } } } }')
  const names = body.data.__schema.queryType.fields.map(({ name }: { name: string }) => name)
  expect(names).toContain('Products')
  expect(names.filter((name: string) => /access/i.test(name))).toEqual([])
})

test('errors carry code, status and request id; what nobody expected is masked', async () => {
  const { status, body } = await gql('{ Users { docs { email } } Products(limit: -1) { totalDocs } }')
  expect(status).toBe(200)
  expect(
    body.errors.map(({ extensions: { code, status } }: { extensions: object & { code: string; status: number } }) => ({ code, status })),
  ).toEqual(
    expect.arrayContaining([
      { code: 'FORBIDDEN', status: 403 },
      { code: 'VALIDATION', status: 400 },
    ]),
  )
  const products = payload.collections.products?.config
  const broken = () => {
    throw new Error('the password of the database is hunter2')
  }
  products?.hooks.beforeOperation.push(broken as never)
  try {
    const masked = await gql('{ Products { totalDocs } }')
    expect(masked.status).toBe(200)
    expect(codes(masked.body)).toEqual(['INTERNAL'])
    expect(JSON.stringify(masked.body)).not.toContain('hunter2')
  } finally {
    products?.hooks.beforeOperation.pop()
  }
})

test('a creation may leave out what has a default, and a sign-in sets the cookie', async () => {
  const { body } = await as('admin').gql('mutation { createBrand(data: { name: "Tecno", slug: "tecno" }) { id name } }')
  expect(body.data?.createBrand).toMatchObject({ name: 'Tecno', id: expect.stringMatching(/^[\da-f-]{36}$/) })
  const { email } = as('support').user
  const signIn = await gql(`mutation { loginUser(email: "${email}", password: "demo-vior-2026") { user { id } } }`)
  expect(signIn.body.data.loginUser.user.id).toBe(as('support').user.id)
  expect(signIn.headers.get('set-cookie')).toMatch(/payload-token=.+HttpOnly/)
})

test('of many changes of one document at once none is lost to a race', async () => {
  const { body } = await as('admin').post('/brands', { name: 'Itel', slug: 'itel' })
  const answers = await race(16, (n) =>
    as('admin').gql(`mutation { updateBrand(id: "${body.doc.id}", data: { name: "Itel ${n}" }) { id } }`),
  )
  expect(answers.flatMap((answer) => codes(answer.body))).toEqual([])
})

test('each limited route is limited as a mutation too', async () => {
  const { body } = await gql('{ __schema { mutationType { fields { name } } } }')
  const fields = body.data.__schema.mutationType.fields.map(({ name }: { name: string }) => name)
  const { singular } = formatNames('users')
  const same = { login: 'login', 'forgot-password': 'forgotPassword', 'reset-password': 'resetPassword', unlock: 'unlock', '': 'create' }
  for (const [route, verb] of Object.entries(same)) {
    const field = `${verb}${singular}`
    expect(fields).toContain(field)
    expect(limitOfField(field)).toBe(limitOf({ method: 'POST', url: `${url}/api/users/${route}` }))
  }
})
