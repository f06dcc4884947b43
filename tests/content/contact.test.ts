import { beforeAll, describe, expect, test } from 'vitest'
import { type Platform, platform } from '../support/platform.ts'

let site: Platform

beforeAll(async () => {
  site = await platform({ env: { RATE_LIMIT: 'on', TRUST_PROXY: '1' } })
})

const ticket = async () => (await site.guest.get('/contact-messages/ticket')).body.ticket as string

/** What a person sends who took some time over it. */
async function typed(data: Record<string, unknown> = {}) {
  const form = { name: 'Asha Juma', email: 'asha@example.com', message: 'Do you repair phones?', ticket: await ticket(), ...data }
  site.clock.advance(5_000)
  return form
}

let visitors = 0

/** Every visitor comes from another address. */
const send = (body: unknown) => site.guest.post('/contact-messages/send', body, { 'x-forwarded-for': `198.51.100.${++visitors}` })

const stored = async (where: string) => (await site.as('support').get(`/contact-messages?${where}`)).body.docs

const mails = async () => (await site.payload.find({ collection: 'mails', limit: 100, sort: '-createdAt' })).docs

describe('a message', () => {
  test('is stored, and mailed to the address of the house with the way to answer', async () => {
    const { status, body } = await send(await typed({ subject: 'A screen', phone: '0712 345 678' }))
    expect([status, body]).toEqual([201, { received: true }])
    const [message] = await stored('where[subject][equals]=A screen')
    expect(message).toMatchObject({
      name: 'Asha Juma',
      email: 'asha@example.com',
      phone: '+255712345678',
      status: 'new',
      message: 'Do you repair phones?',
    })
    expect(message.ticket).toBeUndefined()
    await site.job('outbox.deliver')
    await site.job('outbox.deliver')
    const [mail] = (await fetch(`${site.url}/sandbox/mail?to=hello@demo.test`, { headers: { accept: 'application/json' } }).then((answer) =>
      answer.json(),
    )) as { subject: string; text: string }[]
    expect(mail?.subject).toBe('A screen – Asha Juma')
    expect(mail?.text).toContain('Do you repair phones?')
    expect(mail?.text).toContain('+255712345678')
  })

  test('sent twice counts once', async () => {
    const form = await typed({ subject: 'Twice' })
    const answers = await site.race(5, () => send(form))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201, 201, 201])
    expect(await stored('where[subject][equals]=Twice')).toHaveLength(1)
  })

  test('of a machine that fills in what people do not see is kept apart, and mailed to nobody', async () => {
    await site.job('outbox.deliver')
    const before = (await mails()).length
    expect((await send(await typed({ subject: 'Cheap pills', website: 'https://spam.example' }))).status).toBe(201)
    const [message] = await stored('where[subject][equals]=Cheap pills')
    expect(message.status).toBe('spam')
    await site.job('outbox.deliver')
    expect(await mails()).toHaveLength(before)
  })

  test('can be read by nobody but staff, and changed by nobody', async () => {
    const [message] = await stored('limit=1')
    expect((await site.guest.get('/contact-messages')).status).toBe(403)
    expect((await site.guest.get(`/contact-messages/${message.id}`)).status).toBe(403)
    expect((await site.as('customer').get('/contact-messages')).status).toBe(403)
    expect((await site.as('delivery').get('/contact-messages')).status).toBe(403)
    expect([400, 403]).toContain(
      (await site.guest.post('/contact-messages', { name: 'x', email: 'x@example.com', message: 'hello' })).status,
    )
    expect([400, 403]).toContain((await site.as('admin').patch(`/contact-messages/${message.id}`, { message: 'else' })).status)
  })

  test('goes from new to answered by a button', async () => {
    await send(await typed({ subject: 'Answer me' }))
    const [{ id }] = await stored('where[subject][equals]=Answer me')
    expect((await site.as('customer').post(`/contact-messages/${id}/answer`, {})).status).toBe(403)
    expect((await site.as('support').post(`/contact-messages/${id}/answer`, {})).body).toEqual({ id, status: 'answered' })
    expect((await site.as('support').post(`/contact-messages/${id}/mark-spam`, {})).status).toBe(409)
    expect((await site.as('support').post(`/contact-messages/${id}/reopen`, {})).body.status).toBe('new')
  })
})

describe('a form', () => {
  const codeOf = async (form: Record<string, unknown>) => (await send(form)).body.errors[0].data.code

  test('that was filled in faster than anybody types is refused', async () => {
    expect(await codeOf({ name: 'A', email: 'a@example.com', message: 'hello there', ticket: await ticket() })).toBe('FORM_TOO_FAST')
  })

  test('that was open for more than a day is refused', async () => {
    const form = await typed()
    site.clock.advance(86_400_000)
    expect(await codeOf(form)).toBe('FORM_EXPIRED')
  })

  test.each(['', 'x', 'mg3.abc.def', `${(Date.now() - 10_000).toString(36)}.AAAAAAAAAAAA.${'a'.repeat(32)}`])(
    'with the ticket %j, which is not ours, is refused',
    async (made) => {
      expect(['FORM_UNKNOWN', 'VALIDATION']).toContain(await codeOf({ ...(await typed()), ticket: made }))
    },
  )

  test('names everything that is wrong at once', async () => {
    const { status, body } = await send({
      ...(await typed()),
      name: '',
      email: 'nobody',
      message: 'x',
      subject: 'a\r\nBcc: all@example.com',
      more: 1,
    })
    expect(status).toBe(400)
    expect(body.errors[0].data.errors.map(({ path }: { path: string }) => path).sort()).toEqual([
      'email',
      'message',
      'more',
      'name',
      'subject',
    ])
  })

  test('is taken from one caller ten times in ten minutes', async () => {
    const forms = []
    for (let at = 0; at < 12; at++) forms.push(await typed({ subject: 'Flood' }))
    const answers = []
    for (const form of forms) answers.push((await site.as('student').post('/contact-messages/send', form)).status)
    expect(answers.filter((status) => status === 201)).toHaveLength(10)
    expect(answers.at(-1)).toBe(429)
  })
})

test('spam is forgotten after a month, messages are not', async () => {
  const before = (await stored('where[status][not_equals]=spam&limit=100')).length
  site.clock.advance(31 * 86_400_000)
  await site.job('contact-messages.forget-spam')
  expect(await stored('where[status][equals]=spam')).toEqual([])
  expect(await stored('where[status][not_equals]=spam&limit=100')).toHaveLength(before)
})
