import { beforeEach, expect, test } from 'vitest'
import { audit } from '../../platform/audit/audit.ts'
import { auditLog } from '../../platform/audit/collection.ts'
import { auditChanges, auditGlobal } from '../../platform/audit/hooks.ts'
import { redacted } from '../../platform/audit/redacted.ts'
import { idField, newId } from '../../platform/ids.ts'
import { type Role, roleNames } from '../../platform/roles.ts'
import { inTransaction, withRequest } from '../../platform/transaction.ts'
import { kernel } from '../support/kernel.ts'

const { payload } = await kernel({
  collections: [
    {
      slug: 'users',
      auth: { useAPIKey: true, forgotPassword: { minRequestInterval: 0 } },
      hooks: auditChanges('users', { fields: ['roles', 'email'], secrets: ['password', 'apiKey', 'enableAPIKey'] }),
      fields: [idField(), { name: 'name', type: 'text' }, { name: 'roles', type: 'select', hasMany: true, options: [...roleNames] }],
    },
  ],
  globals: [
    {
      slug: 'settings',
      hooks: { afterChange: [auditGlobal('settings')] },
      fields: [
        { name: 'brand', type: 'group', fields: [{ name: 'name', type: 'text' }] },
        { name: 'rate', type: 'number' },
        { name: 'gatewaySecret', type: 'text' },
      ],
    },
  ],
})

type Entry = {
  action: string
  subject: string
  document: string
  by: unknown
  byName: string
  details: { changed: Record<string, unknown>; set: string[] }
  requestId: string
}

const entries = async () => (await payload.db.find({ collection: 'audit-log', where: {}, sort: 'createdAt' })).docs as unknown as Entry[]

beforeEach(async () => {
  await payload.db.deleteMany({ collection: 'audit-log', where: {} })
  await payload.db.deleteMany({ collection: 'users', where: {} })
})

const person = (roles: Role[] = ['customer']) =>
  payload.db.create({ collection: 'users', data: { id: newId(), email: `${newId()}@test.test`, roles } }) as Promise<{
    id: string
    email: string
  }>

/** Runs `work` as somebody. */
const as = <Result>(user: object | null, work: (req: Parameters<typeof audit>[0]) => Promise<Result>) =>
  withRequest(payload, 'test', (req) =>
    work(Object.assign(req, { user: user && { ...user, collection: 'users' }, payloadAPI: 'REST' as const })),
  )

test('an entry says who did what to which document, in the transaction of the deed', async () => {
  const admin = await person(['admin'])
  const refund = { collection: 'payments', id: newId(), details: { amount: 500_00, reason: 'Broken.' } }
  const failing = as(admin, (req) =>
    inTransaction(req, async () => {
      await audit(req, 'payments.refund', refund)
      throw new Error('No.')
    }),
  )
  await expect(failing).rejects.toThrow('No.')
  expect(await entries()).toEqual([])
  await as(admin, (req) => audit(req, 'payments.refund', refund))
  expect(await entries()).toMatchObject([
    {
      action: 'payments.refund',
      subject: 'payments',
      document: refund.id,
      by: admin.id,
      byName: admin.email,
      details: refund.details,
      requestId: expect.any(String),
    },
  ])
})

test('an entry of nobody says whether it was a guest or the platform', async () => {
  await as(null, (req) => audit(req, 'exports.read'))
  await withRequest(payload, 'job', (req) => audit(req, 'exports.read'))
  expect((await entries()).map(({ byName }) => byName)).toEqual(['guest', 'platform'])
})

test('a change of roles is noted with what was and what is, other changes are not', async () => {
  const [admin, user] = [await person(['admin']), await person()]
  await as(admin, (req) => payload.update({ collection: 'users', id: user.id, req, data: { name: 'Asha' } }))
  await as(admin, (req) => payload.update({ collection: 'users', id: user.id, req, data: { roles: ['customer', 'treasury'] } as never }))
  expect(await entries()).toMatchObject([
    {
      action: 'users.update',
      document: user.id,
      by: admin.id,
      details: { changed: { roles: { from: ['customer'], to: ['customer', 'treasury'] } } },
    },
  ])
})

test('a new password, a reset and an API key are noted without their values', async () => {
  const user = await person()
  const secrets = ['a new long password', 'an even newer password', newId()] as const
  await as(user, (req) => payload.update({ collection: 'users', id: user.id, req, data: { password: secrets[0] } as never }))
  const token = await withRequest(payload, 'test', (req) =>
    payload.forgotPassword({ collection: 'users', req, disableEmail: true, data: { email: user.email } as never }),
  )
  await as(null, (req) => payload.resetPassword({ collection: 'users', req, overrideAccess: true, data: { token, password: secrets[1] } }))
  await as(user, (req) =>
    payload.update({ collection: 'users', id: user.id, req, data: { enableAPIKey: true, apiKey: secrets[2] } as never }),
  )
  const noted = await entries()
  expect(noted.map(({ action, document, details }) => [action, document, details.set.toSorted()])).toEqual([
    ['users.credentials', user.id, ['password']],
    ['users.credentials', user.id, ['password']],
    ['users.credentials', user.id, ['apiKey', 'enableAPIKey']],
  ])
  for (const secret of [...secrets, token]) expect(JSON.stringify(noted)).not.toContain(secret)
})

test('people whom staff make or delete are noted, sign-ups are not', async () => {
  const admin = await person(['admin'])
  const data = { email: `${newId()}@test.test`, password: 'a long password', roles: ['sales'] } as never
  await as(null, (req) =>
    payload.create({ collection: 'users', req, data: { ...(data as object), email: `${newId()}@test.test` } as never }),
  )
  const made = await as(admin, (req) => payload.create({ collection: 'users', req, data }))
  await as(admin, (req) => payload.delete({ collection: 'users', id: made.id, req }))
  expect((await entries()).map(({ action, document }) => [action, document])).toEqual([
    ['users.create', made.id],
    ['users.delete', made.id],
  ])
})

test('whoever deletes the own account stays named', async () => {
  const admin = await person(['admin'])
  await as(admin, (req) => payload.delete({ collection: 'users', id: admin.id, req }))
  expect(await entries()).toMatchObject([{ action: 'users.delete', document: admin.id, byName: admin.email }])
})

test('a change of settings is noted, without secrets', async () => {
  const admin = await person(['admin'])
  const change = (data: object) => as(admin, (req) => payload.updateGlobal({ slug: 'settings', req, data } as never))
  await change({ brand: { name: 'Duka' }, rate: 1800, gatewaySecret: 'very secret' })
  await change({ rate: 1800 })
  await change({ rate: 1600 })
  const noted = await entries()
  expect(noted.map(({ action }) => action)).toEqual(['settings.update', 'settings.update'])
  expect(noted[1]).toMatchObject({ by: admin.id, details: { changed: { rate: { from: 1800, to: 1600 } } } })
  expect(JSON.stringify(noted)).not.toContain('very secret')
})

test('nobody changes or deletes an entry through the API, admins included', () => {
  const admin = { req: { user: { id: newId(), roles: ['admin'] } } } as never
  const { create, update, delete: remove, read } = auditLog.access ?? {}
  expect([create, update, remove].map((rule) => rule?.(admin))).toEqual([false, false, false])
  expect(read?.(admin)).toBe(true)
  expect(read?.({ req: { user: { id: newId(), roles: ['developer'] } } } as never)).toBe(false)
})

test('what looks like a secret is left out wherever it stands, and what is endless is cut', () => {
  const cyclic: Record<string, unknown> = { name: 'Asha' }
  cyclic.self = cyclic
  expect(
    redacted({
      password: 'x',
      nested: [{ apiKey: 'x', 'X-Order-Secret': 'x', Authorization: 'x', resetPasswordToken: 'x', kept: 1 }],
      at: new Date(0),
      empty: null,
    }),
  ).toEqual({
    password: '[redacted]',
    nested: [
      { apiKey: '[redacted]', 'X-Order-Secret': '[redacted]', Authorization: '[redacted]', resetPasswordToken: '[redacted]', kept: 1 },
    ],
    at: '1970-01-01T00:00:00.000Z',
    empty: null,
  })
  expect(JSON.stringify(redacted(cyclic)).length).toBeLessThan(500)
  expect(JSON.stringify(redacted({ text: 'x'.repeat(1_000_000), list: Array.from({ length: 10_000 }, () => 1) })).length).toBeLessThan(
    5_000,
  )
})
