import { beforeAll, expect, test, vi } from 'vitest'
import { platform } from '../support/platform.ts'

const { payload, guest, as } = await platform({ jobs: true })
const { sendMail } = await import('../../platform/mail/send-mail.ts')
const { mailing } = await import('../../platform/mail/transport.ts')
const { withRequest } = await import('../../platform/transaction.ts')

const mailbox = async (to: string) => (await mailing(payload)).mailbox?.list(to) ?? []

beforeAll(async () => {
  await withRequest(payload, 'test', (req) =>
    sendMail(req, { to: 'asha@test.test', subject: 'Hello', text: 'very-secret', html: '<p>very-secret</p>' }),
  )
  await vi.waitFor(async () => expect(await mailbox('asha@test.test')).toHaveLength(1))
})

test('somebody signs up, confirms the address and signs in by what the mails say', async () => {
  const email = 'neema@test.test'
  const made = await guest.post('/users', { email, password: 'a long password', locale: 'sw' })
  expect(made.status).toBe(201)
  await expect.poll(() => mailbox(email)).toMatchObject([{ subject: 'Thibitisha barua pepe yako' }])
  expect((await guest.post('/users/login', { email, password: 'a long password' })).status).toBe(403)
  const [link = ''] = (await mailbox(email))[0]?.links ?? []
  const token = new URL(link).searchParams.get('token')
  expect((await guest.post(`/users/verify/${token}`)).status).toBe(200)
  expect((await guest.post('/users/login', { email, password: 'a long password' })).status).toBe(200)

  expect((await guest.post('/users/forgot-password', { email })).status).toBe(200)
  await expect
    .poll(async () => (await mailbox(email)).map(({ subject }) => subject))
    .toEqual(['Weka nenosiri jipya', 'Thibitisha barua pepe yako'])
  const [reset = ''] = (await mailbox(email))[0]?.links ?? []
  const password = 'an even longer password'
  expect((await guest.post('/users/reset-password', { token: new URL(reset).searchParams.get('token'), password })).status).toBe(200)
  expect((await guest.post('/users/login', { email, password })).status).toBe(200)
})

test.each(['outbox', 'mails', 'idempotency-keys', 'number-series', 'audit-log', 'jobs'])(
  '%s is read by its staff and written by nobody',
  async (collection) => {
    for (const nobody of [guest, as('customer'), as('sales')]) expect([401, 403]).toContain((await nobody.get(`/${collection}`)).status)
    const admin = as('admin')
    const list = await admin.get(`/${collection}?limit=1`)
    expect(list.status).toBe(200)
    expect((await admin.post(`/${collection}`, {})).status).toBe(403)
    const [document] = list.body.docs
    if (!document) return
    expect((await admin.patch(`/${collection}/${document.id}`, {})).status).toBe(403)
    expect((await admin.delete(`/${collection}/${document.id}`)).status).toBe(403)
    expect((await admin.delete(`/${collection}?where[id][exists]=true`)).status).toBe(403)
  },
)

test('what a mail says is shown to nobody', async () => {
  for (const staff of [as('admin'), as('support'), as('developer')]) {
    const { status, body } = await staff.get('/mails?showHiddenFields=true&select[body]=true')
    expect(status).toBe(200)
    expect(body.docs[0]).not.toHaveProperty('body')
    const probed = await staff.get('/mails?where[body][like]=k1')
    expect([400, 403]).toContain(probed.status)
  }
  const { body } = await as('admin').gql('{ Mails { docs { subject body } } }')
  expect(body.data.Mails.docs).toContainEqual({ subject: 'Hello', body: null })
})

test('staff see when each job last ran', async () => {
  const { body } = await as('developer').get('/jobs?limit=100&sort=name')
  expect(body.docs.map(({ name }: { name: string }) => name)).toEqual(
    expect.arrayContaining(['outbox.deliver', 'shop.release-reservations']),
  )
  await expect
    .poll(async () => (await as('developer').get('/jobs?where[name][equals]=outbox.deliver')).body.docs[0])
    .toMatchObject({ status: 'waiting', lastRunAt: expect.any(String), lastDuration: expect.any(Number), lastError: null })
})

test('a change of roles and of settings is in the audit log', async () => {
  const admin = as('admin')
  const { user } = as('customer')
  expect((await admin.patch(`/users/${user.id}`, { roles: ['customer', 'supplier'] })).status).toBe(200)
  expect((await admin.post('/globals/settings', { shop: { guestCheckout: false } })).status).toBe(200)
  const { body } = await admin.get('/audit-log?sort=-createdAt&limit=2&depth=0')
  expect(body.docs).toMatchObject([
    { action: 'settings.update', by: admin.user.id },
    {
      action: 'users.update',
      document: user.id,
      by: admin.user.id,
      details: { changed: { roles: { from: ['customer'], to: ['customer', 'supplier'] } } },
    },
  ])
})
