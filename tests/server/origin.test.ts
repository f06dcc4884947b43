import { describe, expect, test } from 'vitest'
import { sameOrigin } from '../../platform/server/origin.ts'
import { password, platform } from '../support/platform.ts'

const { url, guest, as } = await platform()

const customer = as('customer')
const signIn = await guest.post('/users/login', { email: customer.user.email, password })
const cookie = signIn.headers.getSetCookie()[0]?.split(';')[0] ?? ''

const rename = (headers: Record<string, string>) => guest.patch(`/users/${customer.user.id}`, { name: 'Renamed' }, headers)

describe('a change with a cookie', () => {
  test.each([
    ['from our own page', { origin: url }, 200],
    ['from our own page, without naming it', { 'sec-fetch-site': 'same-origin' }, 200],
    ['from a foreign page', { origin: 'https://evil.example' }, 403],
    ['from a page that hides where it is', { origin: 'null' }, 403],
    ['from a neighbouring site', { 'sec-fetch-site': 'same-site' }, 403],
    ['from a foreign page that does not name itself', { 'sec-fetch-site': 'cross-site' }, 403],
    ['from our name on another port', { origin: 'http://127.0.0.1:1' }, 403],
    ['from nobody knows where', {}, 403],
  ])('%s is answered %i', async (_name, headers, status) => {
    const answer = await rename({ cookie, ...headers })
    expect(answer.status).toBe(status)
    if (status === 403) expect(answer.body.errors[0].data.code).toBe('ORIGIN_NOT_ALLOWED')
  })
})

test('a token in a header is proof enough, wherever the request comes from', async () => {
  expect((await customer.patch(`/users/${customer.user.id}`, { name: 'Renamed' }, { origin: 'https://partner.example' })).status).toBe(200)
})

test('a plain form of a foreign page is refused even without cookies', async () => {
  const form = new FormData()
  form.set('_payload', JSON.stringify({ email: customer.user.email, password }))
  const answer = await guest.post('/users/login', form, { origin: 'https://evil.example' })
  expect(answer.body.errors[0].data.code).toBe('ORIGIN_NOT_ALLOWED')
})

test('reading with a cookie works for those who do not say where they come from, and not for foreign pages', async () => {
  expect((await guest.get('/users/me', { cookie })).body.user.id).toBe(customer.user.id)
  expect((await guest.get('/users/me', { cookie, origin: 'https://evil.example' })).body.user).toBe(null)
})

test('GraphQL stands behind the same check', async () => {
  const ask = (headers: Record<string, string>) => guest.post('/graphql', { query: '{ meUser { user { id } } }' }, { cookie, ...headers })
  expect((await ask({ origin: 'https://evil.example' })).status).toBe(403)
  expect((await ask({ origin: url })).body.data.meUser.user.id).toBe(customer.user.id)
})

test('a page is ours by the public address or by the name it was asked under', () => {
  const publicUrl = 'https://shop.example'
  expect(sameOrigin({ origin: 'https://shop.example', host: 'internal:3000' }, publicUrl)).toBe(true)
  expect(sameOrigin({ origin: 'http://localhost:3000', host: 'localhost:3000' }, publicUrl)).toBe(true)
  expect(sameOrigin({ origin: 'https://shop.example.evil.example', host: 'shop.example' }, publicUrl)).toBe(false)
  expect(sameOrigin({ host: 'shop.example' }, publicUrl)).toBe(undefined)
})
