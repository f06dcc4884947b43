import { beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { type World, world } from './world.ts'

let it: World

beforeAll(async () => {
  it = await world()
})

const path = '/globals/connections'
const secrets = ['secret-of-the-first', 'key-of-the-first', 'secret-of-the-second', 'hunter2']

const enter = async (data: object) => {
  const answer = await it.as('admin').post(path, data)
  expect(answer.status).toBe(200)
  return answer
}

/** A second AzamPay that tells this platform what became of charges, and how often somebody asked it for a token. */
async function another() {
  const { startAzampaySimulator } = await import('../../plugins/payments/providers/azampay-simulator.ts')
  const simulator = await startAzampaySimulator({ callbackUrl: `${it.url}/api/azam-callback` })
  onTestFinished(() => simulator.stop())
  return simulator
}

const nothing = { appName: '', clientId: '', clientSecret: null, apiKey: null, tokenHost: '', checkoutHost: '' }

test('only admins may read or change the connections', async () => {
  for (const caller of [it.guest, it.as('treasury'), it.as('developer'), it.as('marketing'), it.as('customer')]) {
    expect([401, 403]).toContain((await caller.get(path)).status)
    expect([401, 403]).toContain((await caller.post(path, { smtp: { url: 'smtp://127.0.0.1:9' } })).status)
  }
  expect((await it.as('admin').get(path)).status).toBe(200)
})

test('keys that are entered are used by the next payment, and the simulated phones again once they are taken away', async () => {
  const ways = async () => (await it.guest.get('/payment-providers')).body.providers
  expect(await ways()).toContainEqual(expect.objectContaining({ name: 'azampay', simulated: true }))
  const first = await it.pending()
  expect(await it.prompts(first.phone)).toHaveLength(1)

  const [one, two] = [await another(), await another()]
  const account = { appName: 'Shop', clientId: 'id', clientSecret: secrets[0], apiKey: secrets[1] }
  await enter({ azampay: { ...account, tokenHost: one.url, checkoutHost: `${one.url}/` } })
  expect(await ways()).toContainEqual(expect.objectContaining({ name: 'azampay', simulated: false }))
  const second = await it.pending()
  expect([one.prompts(second.phone).length, (await it.prompts(second.phone)).length]).toEqual([1, 0])

  await enter({ azampay: { clientSecret: secrets[2], tokenHost: two.url, checkoutHost: two.url } })
  const third = await it.pending()
  expect([one.prompts(third.phone).length, two.prompts(third.phone).length]).toEqual([0, 1])
  await two.act(third.reference, { action: 'approve' })
  await it.quiet()
  expect(await it.orderState(third.order)).toBe('paid')
  // What was asked of the account before can still be paid.
  await one.act(second.reference, { action: 'approve' })
  await it.quiet()
  expect(await it.orderState(second.order)).toBe('paid')

  await enter({ azampay: nothing })
  const fourth = await it.pending()
  expect(await it.prompts(fourth.phone)).toHaveLength(1)
})

test('a new secret asks for a new token at the same address', async () => {
  const tokens: unknown[] = []
  const { createServer } = await import('node:http')
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const asked = request.url?.includes('Token')
    if (asked) tokens.push(JSON.parse(body).clientSecret)
    const token = { data: { accessToken: 'abc', expire: new Date(Date.now() + 3_600_000).toISOString() }, success: true }
    response.end(JSON.stringify(asked ? token : { success: true, transactionId: `T-${Date.now()}`, message: '' }))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close().closeAllConnections())
  const host = `http://127.0.0.1:${(server.address() as { port: number }).port}`
  const account = { appName: 'Shop', clientId: 'id', clientSecret: secrets[0], apiKey: secrets[1] }
  await enter({ azampay: { ...account, tokenHost: host, checkoutHost: host } })
  await it.pending()
  await it.pending()
  await enter({ azampay: { clientSecret: secrets[2] } })
  await it.pending()
  expect(tokens).toEqual([secrets[0], secrets[2]])
})

test('mail goes to the server that was entered, and what was under way arrives', async () => {
  const { startSmtpSimulator } = await import('../../platform/mail/smtp-simulator.ts')
  const { sendMail } = await import('../../platform/mail/send-mail.ts')
  const { deliverOutbox } = await import('../../platform/outbox/deliver.ts')
  const { withRequest } = await import('../../platform/transaction.ts')
  const { mailing } = await import('../../platform/mail/transport.ts')
  const send = async (to: string) => {
    await withRequest(it.payload, 'test', (req) => sendMail(req, { to, subject: 'Karibu', text: 'Hello', html: '<p>Hello</p>' }))
    await deliverOutbox(it.payload)
  }
  const { mailbox } = await mailing(it.payload)
  await send('before@test.test')
  await vi.waitFor(() => expect(mailbox?.list('before@test.test')).toHaveLength(1))
  const [one, two] = [await startSmtpSimulator(), await startSmtpSimulator()]
  onTestFinished(async () => void (await Promise.all([one.stop(), two.stop()])))
  await enter({ smtp: { url: one.url } })
  await send('first@test.test')
  await vi.waitFor(() => expect(one.list('first@test.test')).toHaveLength(1))
  const { transport } = await mailing(it.payload)
  const underWay = transport.send({ id: 'x', from: 'a@test.test', to: 'slow@test.test', subject: 'a', text: 'a', html: '' })
  await enter({ smtp: { url: two.url } })
  await send('second@test.test')
  await underWay
  await vi.waitFor(() => expect(two.list('second@test.test')).toHaveLength(1))
  expect([one.list('slow@test.test').length, one.list('second@test.test').length]).toEqual([1, 0])
})

test('a secret is read nowhere: not in an answer, not in the database, not in the audit log', async () => {
  const data = { smtp: { url: `smtp://user:${secrets[3]}@127.0.0.1:9` }, azampay: { clientSecret: secrets[0], apiKey: secrets[1] } }
  const entered = await enter(data)
  const { body } = await it.as('admin').get(path)
  expect(body.azampay).toMatchObject({ clientId: 'id', clientSecret: { set: true }, apiKey: { set: true } })
  const asked = await it.as('admin').gql('{ Connection { smtp { url } azampay { clientSecret apiKey } } }')
  expect(asked.body.data.Connection.smtp.url).toEqual({ set: true })
  const stored = await it.payload.db.findGlobal({ slug: 'connections' })
  const { docs } = await it.payload.find({
    collection: 'audit-log',
    where: { action: { equals: 'connections.update' } },
    sort: '-id',
    limit: 50,
  })
  expect(docs[0]?.details).toEqual({ set: ['smtp.url', 'azampay.clientSecret', 'azampay.apiKey'] })
  const all = JSON.stringify([entered.body, body, asked.body, stored, docs])
  for (const secret of secrets) expect(all).not.toContain(secret)
  expect(JSON.stringify(stored)).toMatch(/"k1\./)

  // What a form sends back of a secret changes nothing.
  await enter({ smtp: body.smtp, azampay: body.azampay })
  expect(await it.payload.db.findGlobal({ slug: 'connections' })).toMatchObject({ azampay: (stored as { azampay: object }).azampay })
})

test('a secret is entered as a text, left by what was read of it and taken away by null, over REST and GraphQL', async () => {
  const read = async () => (await it.as('admin').get(path)).body.smtp.url
  await enter({ smtp: { url: null } })
  expect(await read()).toEqual({ set: false })
  const change = (value: string) => it.as('admin').gql(`mutation { updateConnection(data: { smtp: { url: ${value} } }) { smtp { url } } }`)
  expect((await change('"smtp://127.0.0.1:9"')).body.data.updateConnection.smtp.url).toEqual({ set: true })
  expect((await change('{ set: true }')).body.data.updateConnection.smtp.url).toEqual({ set: true })
  const { connectionOf } = await import('../../platform/connections.ts')
  expect(await connectionOf(it.payload, 'smtp')).toEqual({ url: 'smtp://127.0.0.1:9' })
  for (const value of [1, true, [], ['x'], {}, { set: 'yes' }])
    expect((await it.as('admin').post(path, { smtp: { url: value } })).status, JSON.stringify(value)).toBe(400)
  await enter({ smtp: { url: null } })
  expect(await read()).toEqual({ set: false })
  const { components } = (await it.guest.get('/openapi.json')).body
  const shapeIn = (name: string) => components.schemas[name].properties.smtp.properties.url
  expect(shapeIn('Connection')).toMatchObject({ type: 'object', required: ['set'] })
  expect(shapeIn('ConnectionChanges')).toMatchObject({ type: ['string', 'null'] })
})

test('a secret of another key counts as empty, and everybody who can mend it is told which', async () => {
  const { connectionOf, unreadableConnections } = await import('../../platform/connections.ts')
  const { environment } = await import('../../platform/environment.ts')
  const { liveFindings } = await import('../../platform/server/live/findings.ts')
  const { noticesFor } = await import('../../platform/live-check.ts')
  await enter({ smtp: { url: 'smtp://127.0.0.1:9' }, azampay: { apiKey: 'key' } })
  const { seal } = await import('../../platform/secrets.ts')
  const [id, nonce, , tag] = seal('x').split('.')
  const foreign = [id, nonce, 'AAAA', tag].join('.')
  const stored = await it.payload.db.findGlobal({ slug: 'connections' })
  const warn = vi.spyOn(it.payload.logger, 'warn')
  onTestFinished(() => warn.mockRestore())
  await it.payload.db.updateGlobal({ slug: 'connections', data: { ...stored, smtp: { url: foreign } } as never })
  expect(await connectionOf(it.payload, 'smtp')).toEqual({})
  expect(await unreadableConnections(it.payload)).toEqual(['smtp.url'])
  await it.payload.db.updateGlobal({
    slug: 'connections',
    data: { ...stored, smtp: { url: foreign }, updatedAt: new Date().toISOString() } as never,
  })
  await connectionOf(it.payload, 'smtp')
  const told = warn.mock.calls.filter(([first]) => (first as { fields?: string[] }).fields)
  expect(told.map(([first]) => first)).toEqual([{ fields: ['smtp.url'] }])
  expect(JSON.stringify(told)).not.toContain(foreign)
  const { body } = await it.as('admin').get(path)
  expect([body.smtp.url, body.azampay.apiKey]).toEqual([{ set: true, unreadable: true }, { set: true }])
  const sentence = /cannot be read with the present PAYLOAD_SECRET .*: smtp\.url\./
  expect((await noticesFor(it.payload, environment)).map(({ what }) => what)).toEqual([expect.stringMatching(sentence)])
  const findings = await liveFindings(it.payload, { ...environment, mode: 'live' }, { outside: false })
  expect(findings).toContainEqual(expect.objectContaining({ severity: 'error', what: expect.stringMatching(sentence) }))
  await enter({ smtp: { url: null } })
  expect(await noticesFor(it.payload, environment)).toEqual([])
})

test('an address that cannot be one is refused', async () => {
  for (const data of [{ smtp: { url: 'https://mail.test' } }, { azampay: { tokenHost: 'nonsense' } }])
    expect((await it.as('admin').post(path, data)).status).toBe(400)
})

test('the check before going live takes keys that were entered', async () => {
  const { environment } = await import('../../platform/environment.ts')
  const { liveFindings } = await import('../../platform/server/live/findings.ts')
  const findings = async () => JSON.stringify(await liveFindings(it.payload, { ...environment, mode: 'live' }, { outside: false }))
  await enter({ azampay: nothing })
  expect(await findings()).toContain('No provider of mobile money')
  const account = { appName: 'Shop', clientId: 'id', clientSecret: secrets[0], apiKey: secrets[1] }
  await enter({ azampay: { ...account, environment: 'sandbox' } })
  expect(await findings()).toContain('AzamPay’s sandbox is set')
  await enter({ azampay: { environment: 'live' } })
  expect(await findings()).not.toMatch(/No provider of mobile money|AzamPay’s sandbox/)
})
