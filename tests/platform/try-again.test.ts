import { beforeEach, describe, expect, test } from 'vitest'
import { platform } from '../support/platform.ts'

const { payload, as, guest, job } = await platform()
const { newId } = await import('../../platform/ids.ts')
const { sendMail } = await import('../../platform/mail/send-mail.ts')
const { withRequest } = await import('../../platform/transaction.ts')
const { shared } = await import('../../platform/instance.ts')

const heard: unknown[] = []
let broken = false

payload.config.custom.subscribers.push({
  event: 'test.happened',
  name: 'test.listen',
  handle: async (_req: unknown, data: unknown) => {
    if (broken) throw new Error('No.')
    heard.push(data)
  },
})

const dead = async (subscriber = 'test.listen', event = 'test.happened') => {
  const id = newId()
  const at = new Date().toISOString()
  const data = { id, event, subscriber, data: { id }, status: 'dead', attempts: 12, lastError: 'No.', createdAt: at, updatedAt: at }
  await payload.db.create({ collection: 'outbox', data })
  return id
}

const statusOf = async (collection: 'outbox' | 'mails', id: string) =>
  ((await payload.db.findOne({ collection, where: { id: { equals: id } } })) as { status: string } | null)?.status

beforeEach(async () => {
  broken = false
  heard.length = 0
  await payload.db.deleteMany({ collection: 'outbox', where: {} })
})

describe('messages that were given up', () => {
  test('are tried again together, those that are chosen and no others', async () => {
    const [first, second, third] = [await dead(), await dead(), await dead()]
    const tried = await as('developer').post('/outbox/retry', { ids: [first, second], reason: 'The server is back.' })
    expect([tried.status, tried.body]).toEqual([200, { done: 2, refused: [], left: 0 }])
    await job('outbox.deliver')
    expect(heard).toHaveLength(2)
    expect([await statusOf('outbox', first as string), await statusOf('outbox', third as string)]).toEqual(['delivered', 'dead'])
    const history = await payload.find({ collection: 'transitions', where: { document: { equals: first } } })
    expect(history.docs).toMatchObject([{ from: 'dead', to: 'pending', reason: 'The server is back.' }])
  })

  test('are tried again by what they have in common, so many at a time', async () => {
    for (let n = 0; n < 205; n++) await dead()
    const other = await dead('test.other')
    const developer = as('developer')
    const where = { subscriber: { equals: 'test.listen' } }
    expect((await developer.post('/outbox/retry', { where })).body).toEqual({ done: 200, refused: [], left: 5 })
    expect((await developer.post('/outbox/retry', { where })).body).toEqual({ done: 5, refused: [], left: 0 })
    expect((await developer.post('/outbox/retry', { where })).body).toEqual({ done: 0, refused: [], left: 0 })
    expect(await statusOf('outbox', other)).toBe('dead')
  })

  test('are for those who look after them, and for sound questions', async () => {
    const id = await dead()
    expect((await guest.post('/outbox/retry', { ids: [id] })).status).toBe(401)
    expect((await as('sales').post('/outbox/retry', { ids: [id] })).status).toBe(403)
    const wrong = [{ ids: [] }, { ids: ['x'] }, { where: [] }, { all: true }, { where: { 'no.such': { equals: 1 } } }]
    for (const body of wrong) expect((await as('developer').post('/outbox/retry', body)).status, JSON.stringify(body)).toBe(400)
    expect(await statusOf('outbox', id)).toBe('dead')
  })
})

describe('a mail that failed', () => {
  const written = async () => {
    const mail = { to: 'asha@test.test', subject: 'Hello', text: 'Hello', html: '<p>Hello</p>' }
    const { id } = await withRequest(payload, 'test', (req) => sendMail(req, mail))
    return id
  }
  const failing = (code: string, responseCode: number) => {
    const send = async () => {
      const error = Object.assign(new Error('550 No such mailbox'), { code, responseCode })
      throw Object.assign(error, { lasting: true })
    }
    shared(payload).mailing = { opened: Promise.resolve({ transport: { send, close: async () => undefined } }) }
  }

  test('says so with its history, and is sent when staff have it tried again', async () => {
    const id = await written()
    failing('EENVELOPE', 550)
    await job('outbox.deliver')
    const support = as('support')
    const { body: mail } = await support.get(`/mails/${id}`)
    expect(mail).toMatchObject({ status: 'failed', error: '550 No such mailbox' })
    expect(mail).not.toHaveProperty('body')
    delete shared(payload).mailing
    expect((await as('sales').post(`/mails/${id}/retry`)).status).toBe(403)
    expect((await support.post(`/mails/${id}/retry`)).body).toEqual({ id, status: 'waiting' })
    await job('outbox.deliver')
    expect((await support.get(`/mails/${id}`)).body).toMatchObject({ status: 'sent', error: null, sentAt: expect.any(String) })
    const history = await payload.find({ collection: 'transitions', where: { document: { equals: id } }, sort: 'createdAt' })
    expect(history.docs.map(({ verb }) => verb)).toEqual(['fail', 'retry', 'send'])
    expect((await support.post(`/mails/${id}/retry`)).body.errors[0].data).toMatchObject({ code: 'ILLEGAL_TRANSITION', status: 'sent' })
  })

  test('cannot be tried again once what it said is forgotten; many can at once', async () => {
    const [kept, forgotten] = [await written(), await written()]
    failing('EENVELOPE', 550)
    await job('outbox.deliver')
    delete shared(payload).mailing
    await payload.db.updateOne({ collection: 'mails', id: forgotten, data: { body: null, bodyUntil: null } })
    const tried = await as('support').post('/mails/retry', {})
    expect(tried.body).toEqual({ done: 1, refused: [{ id: forgotten, code: 'ILLEGAL_TRANSITION' }], left: 0 })
    await job('outbox.deliver')
    expect([await statusOf('mails', kept), await statusOf('mails', forgotten)]).toEqual(['sent', 'failed'])
  })
})
