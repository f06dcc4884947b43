import { beforeAll, describe, expect, test } from 'vitest'
import { type Platform, password, platform } from '../support/platform.ts'

let site: Platform

beforeAll(async () => {
  site = await platform()
})

const codeOf = ({ body }: { body: { errors: { data: { code: string; errors?: { path: string; code: string }[] } }[] } }) =>
  body.errors[0]?.data

describe('signing up', () => {
  test('makes a customer, whatever role is asked for', async () => {
    const made = await site.guest.post('/users', { email: 'new@test.test', password, roles: ['admin'], _verified: true })
    expect(made.status).toBe(201)
    const { docs } = await site.payload.find({ collection: 'users', where: { email: { equals: 'new@test.test' } }, showHiddenFields: true })
    expect(docs[0]).toMatchObject({ roles: ['customer'], _verified: false })
  })

  test('cannot be signed in with before the address is confirmed', async () => {
    const answer = await site.guest.post('/users/login', { email: 'new@test.test', password })
    expect([answer.status, codeOf(answer)?.code]).toEqual([403, 'UNVERIFIED'])
  })

  test.each([
    [{ email: 'weak@test.test', password: 'short' }, 'password', 'PASSWORD_WEAK'],
    [{ email: `${'a'.repeat(300)}@test.test`, password }, 'email', 'TOO_LONG'],
    [{ email: 'nobody', password }, 'email', 'INVALID'],
  ])('says what is wrong where it is wrong: %o', async (data, path, code) => {
    const answer = await site.guest.post('/users', data)
    expect(answer.status).toBe(400)
    expect(codeOf(answer)?.errors).toEqual([expect.objectContaining({ path, code })])
  })

  test('does not let the first comer own an empty installation', async () => {
    const answer = await site.guest.post('/users/first-register', { email: 'owner@test.test', password })
    expect([answer.status, codeOf(answer)?.code]).toEqual([404, 'NOT_FOUND'])
  })
})

describe('links in mails', () => {
  test('that were never sent are refused with their own code', async () => {
    const verify = await site.guest.post('/users/verify/0123456789abcdef')
    const reset = await site.guest.post('/users/reset-password', { token: '0123456789abcdef', password })
    expect([codeOf(verify)?.code, codeOf(reset)?.code]).toEqual(['INVALID_TOKEN', 'INVALID_TOKEN'])
  })

  test('do not set a password that is too weak', async () => {
    const token = await site.payload.forgotPassword({ collection: 'users', data: { email: 'customer@test.test' }, disableEmail: true })
    const weak = await site.guest.post('/users/reset-password', { token, password: 'short' })
    expect([weak.status, codeOf(weak)?.errors?.[0]?.code]).toEqual([400, 'PASSWORD_WEAK'])
    expect((await site.guest.post('/users/reset-password', { token, password: 'a new password' })).status).toBe(200)
  })
})

test('five wrong passwords lock an account, and the right one does not open it then', async () => {
  const tries = []
  for (let attempt = 0; attempt < 6; attempt++)
    tries.push(await site.guest.post('/users/login', { email: 'trader@test.test', password: 'wrong password' }))
  expect(codeOf(tries[0] as never)?.code).toBe('INVALID_CREDENTIALS')
  const right = await site.guest.post('/users/login', { email: 'trader@test.test', password })
  expect([right.status, codeOf(right)?.code]).toEqual([423, 'LOCKED'])
})
