import { describe, expect, test } from 'vitest'
import { limitOf, rules } from '../../platform/server/limit-rules.ts'
import { platform } from '../support/platform.ts'

const { guest, gql, as, race } = await platform({ env: { RATE_LIMIT: 'on', TRUST_PROXY: 'loopback' } })
const { addressKey } = await import('../../platform/server/limits.ts')

/** Somebody behind an address of their own. */
const from = (address: string) => ({ 'x-forwarded-for': address })

test('the sign-ins of one account are limited wherever they come from, and the answer says when to come back', async () => {
  const [, byEmail] = rules.signIn
  const answers = await race(byEmail.points + 5, (n) =>
    guest.post('/users/login', { email: 'Victim@test.test', password: 'x' }, from(`198.51.100.${n}`)),
  )
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(byEmail.points)
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(5)
  expect(refused[0]?.body.errors[0].data).toMatchObject({ code: 'RATE_LIMITED', limit: 'signIn' })
  expect(refused[0]?.body.requestId).toBe(refused[0]?.headers.get('x-request-id'))
  expect(Number(refused[0]?.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(refused[0]?.headers.get('ratelimit-remaining')).toBe('0')
  expect(refused[0]?.headers.get('ratelimit-limit')).toBe(String(byEmail.points))
  const other = await guest.post('/users/login', { email: 'other@test.test', password: 'x' }, from('198.51.100.1'))
  expect(other.status).toBe(401)
})

test('the limit cannot be walked around by another spelling of the path or the address', async () => {
  for (const path of ['/users/login/', '/users/LOGIN', '/USERS/login//'])
    expect(limitOf({ method: 'POST', url: `http://h/api${path}` })).toBe('signIn')
  const [byAddress] = rules.signIn
  await race(byAddress.points, (n) =>
    guest.post('/users/login', { email: `a${n}@test.test`, password: 'x' }, from(`2001:db8:1:1::${n + 1}`)),
  )
  expect((await guest.post('/users/login', { email: 'b@test.test', password: 'x' }, from('2001:db8:1:1:ffff::1'))).status).toBe(429)
  expect((await guest.post('/users/login', { email: 'b@test.test', password: 'x' }, from('2001:db8:1:2::1'))).status).toBe(401)
})

test('lists as files are limited, however they are asked for', async () => {
  for (const [method, path] of [
    ['GET', '/orders/export'],
    ['POST', '/Orders/EXPORT/'],
    ['GET', '/transaction-log/export'],
  ] as const)
    expect(limitOf({ method, url: `http://h/api${path}` })).toBe('export')
  const [rule] = rules.export
  const answers = await race(rule.points + 2, () => as('sales').get('/orders/export'))
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(2)
})

test('the tries of one GraphQL document are counted one by one', async () => {
  const document = `mutation { ${Array.from({ length: 15 }, (_, n) => `t${n}: loginUser(email: "aliased@test.test", password: "x${n}") { token }`).join(' ')} }`
  const { body, headers } = await gql(document)
  expect([headers.get('ratelimit-remaining'), Number(headers.get('retry-after')) > 0]).toEqual(['0', true])
  const first = await gql('mutation { loginUser(email: "once@test.test", password: "x") { token } }')
  const [, byEmail] = rules.signIn
  expect([first.headers.get('ratelimit-remaining'), first.headers.get('retry-after')]).toEqual([expect.stringMatching(/^[1-9]/), null])
  expect([`${byEmail.points};w=${byEmail.seconds}`, `${rules.signIn[0].points};w=${rules.signIn[0].seconds}`]).toContain(
    first.headers.get('ratelimit-policy'),
  )
  const codes = body.errors.map(({ extensions }: { extensions: { code: string } }) => extensions.code)
  expect(codes.filter((code: string) => code === 'RATE_LIMITED')).toHaveLength(5)
})

test('carts are not opened without end', async () => {
  const [rule] = rules.cart
  const answers = await race(rule.points + 2, () => guest.post('/carts', {}, from('203.0.113.8')))
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(2)
  expect((await guest.post('/carts', {}, from('203.0.113.7'))).status).toBe(201)
})

test('somebody who is signed in has a limit of their own', async () => {
  const [rule] = rules.checkout
  const nothing = { items: [], email: 'a@test.test' }
  const there = from('203.0.113.9')
  const guests = await race(rule.points + 1, () => guest.post('/orders/checkout', nothing, there))
  expect(guests.filter(({ status }) => status === 429)).toHaveLength(1)
  expect((await as('customer').post('/orders/checkout', nothing, there)).status).toBe(400)
})

test.each([
  ['signUp', '/users', { email: 'nope' }],
  ['payment', '/initiate-payment/', {}],
] as const)('tries of %s are counted, also those that fail', async (limit, path, body) => {
  const [rule] = rules[limit]
  const answers = await race(rule.points + 2, () => guest.post(path, body, from('203.0.113.30')))
  expect(answers.filter(({ status }) => status === 400)).toHaveLength(rule.points)
  const refused = answers.filter(({ status }) => status === 429)
  expect(refused.map(({ body }) => [body.errors[0].data.code, body.errors[0].data.limit])).toEqual(
    refused.map(() => ['RATE_LIMITED', limit]),
  )
  expect((await guest.post(path, body, from('203.0.113.31'))).status).toBe(400)
})

test('a new password is asked for only so often', async () => {
  const [, byEmail] = rules.password
  const answers = await race(byEmail.points + 1, (n) =>
    guest.post('/users/forgot-password', { email: as('customer').user.email }, from(`192.0.2.${n}`)),
  )
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(1)
})

describe('an address is counted', () => {
  test.each([
    ['192.0.2.1', '192.0.2.1'],
    ['::ffff:192.0.2.1', '192.0.2.1'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::', '2001:db8:1:2::/64'],
    ['2001:db8::5', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s as %s', (address, key) => expect(addressKey(address)).toBe(key))
})

test('what is limited says how the tightest rule stands, also on success', async () => {
  const [rule] = rules.checkout
  const answers = []
  for (let n = 0; n < 3; n++)
    answers.push(await as('learner').post('/orders/checkout', { items: [], email: 'a@test.test' }, from('203.0.113.20')))
  expect(answers.map(({ headers }) => headers.get('ratelimit-remaining'))).toEqual([1, 2, 3].map((n) => String(rule.points - n)))
  expect(answers[0]?.headers.get('ratelimit-policy')).toBe(`${rule.points};w=${rule.seconds}`)
  expect(Number(answers[0]?.headers.get('ratelimit-reset'))).toBeGreaterThan(0)
  expect((await guest.get('/products', from('203.0.113.20'))).headers.get('ratelimit-limit')).toBeNull()
})

test('everything that an API key does counts, by REST and by GraphQL, whatever its owner does besides', async () => {
  const [rule] = rules.key
  const made = await as('developer').post('/api-keys', { name: 'x', scopes: ['catalogue:read'] })
  const headers = { authorization: `Bearer ${made.body.secret}` }
  const first = await guest.get('/products', headers)
  expect([first.headers.get('ratelimit-limit'), first.headers.get('ratelimit-remaining')]).toEqual([
    String(rule.points),
    String(rule.points - 1),
  ])
  const rest = await race(rule.points, (n) =>
    n % 20 ? guest.get('/products?limit=1', headers) : guest.post('/graphql', { query: '{ Products { totalDocs } }' }, headers),
  )
  const refused = rest.filter(({ status }) => status === 429)
  expect(refused).toHaveLength(1)
  expect(refused[0]?.body.errors[0].data).toMatchObject({ code: 'RATE_LIMITED', limit: 'key' })
  expect((await as('developer').get('/products')).status).toBe(200)
})
