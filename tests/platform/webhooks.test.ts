import { spawn, spawnSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { freePort, platform } from '../support/platform.ts'

const { payload, as, guest, clock, job } = await platform()
const { emit } = await import('../../platform/outbox/emit.ts')
const { inTransaction, withRequest } = await import('../../platform/transaction.ts')
const { newId } = await import('../../platform/ids.ts')
const { deliverWebhooks } = await import('../../platform/webhooks/deliver.ts')
const { faultOf, isPrivate, publicLookup } = await import('../../platform/webhooks/address.ts')
const { post } = await import('../../platform/webhooks/post.ts')

type Heard = { path: string; headers: Record<string, string>; body: string }

type Reply = (response: ServerResponse, heard: Heard) => void

const ok: Reply = (response) => void response.writeHead(204).end()

/** Somebody else's server, which notes what it is told. */
async function receiver(reply: Reply = ok) {
  const heard: Heard[] = []
  const state = { reply }
  const server = createServer(async (request: IncomingMessage, response) => {
    const body = (await Array.fromAsync(request.setEncoding('utf8') as AsyncIterable<string>)).join('')
    const one = { path: request.url ?? '', headers: request.headers as Record<string, string>, body }
    heard.push(one)
    state.reply(response, one)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/events`, heard, answer: (next: Reply) => (state.reply = next) }
}

const developer = as('developer')

const make = async (url: string, events = ['orders.paid'], name = 'Books') => {
  const { status, body } = await developer.post('/webhooks', { name, url, events })
  expect(status, JSON.stringify(body)).toBe(201)
  return body.doc as { id: string; secret: string; status: string }
}

const paid = (id = newId()) =>
  withRequest(payload, 'test', (req) => inTransaction(req, () => emit(req, 'orders.paid', { id, test: true }))).then(() => id)

const deliver = () => job('webhooks.deliver')

const deliveries = async (webhook: string) =>
  (await developer.get(`/webhook-deliveries?where[webhook][equals]=${webhook}&sort=createdAt&depth=0`)).body.docs

beforeEach(async () => {
  await payload.db.deleteMany({ collection: 'webhooks', where: {} })
  await payload.db.deleteMany({ collection: 'outbox', where: {} })
})

afterEach(() => clock.reset())

describe('a webhook', () => {
  test('is told of its events only, signed over time and body, and what it is told stands in the log', async () => {
    const { url, heard } = await receiver()
    const { id, secret } = await make(url)
    const order = await paid()
    await withRequest(payload, 'test', (req) => emit(req, 'orders.packed', { id: order, test: true }))
    expect(await deliver()).toEqual({ done: 1 })
    expect(heard).toHaveLength(1)
    const [{ headers, body }] = heard as [Heard]
    expect(JSON.parse(body)).toEqual({
      id: headers['webhook-id'],
      event: 'orders.paid',
      createdAt: expect.any(String),
      data: { id: order, test: true },
    })
    expect(headers).toMatchObject({ 'webhook-event': 'orders.paid', 'content-type': 'application/json' })
    expect(Math.abs(Number(headers['webhook-timestamp']) - Date.now() / 1000)).toBeLessThan(60)
    const expected = createHmac('sha256', secret).update(`${headers['webhook-timestamp']}.${body}`).digest('hex')
    expect(headers['webhook-signature']).toBe(`v1=${expected}`)
    expect(await deliveries(id)).toMatchObject([
      { status: 'delivered', responseCode: 204, attempt: 1, event: 'orders.paid', message: headers['webhook-id'], body },
    ])
    expect(await deliver()).toEqual({ done: 0 })
  })

  test('shows its secret once, and keeps it sealed', async () => {
    const { url } = await receiver()
    const { id, secret } = await make(url)
    expect(secret).toMatch(/^whsec_[\w-]{27}$/)
    for (const who of [developer, as('admin')]) {
      const { body } = await who.get(`/webhooks/${id}?showHiddenFields=true`)
      expect(JSON.stringify(body)).not.toContain(secret)
      expect(body).not.toHaveProperty('sealed')
      expect(body.secret ?? null).toBe(null)
    }
    const stored = await payload.db.findOne<{ id: string; sealed: string }>({ collection: 'webhooks', where: { id: { equals: id } } })
    expect(JSON.stringify(stored)).not.toContain(secret)
    const replaced = await developer.post(`/webhooks/${id}/secret`)
    expect(replaced.body.secret).toMatch(/^whsec_/)
    expect(replaced.body.secret).not.toBe(secret)
    expect((await developer.patch(`/webhooks/${id}`, { sealed: 'x' })).body.errors[0].data.code).toBe('FIELD_READ_ONLY')
    const { body: log } = await as('admin').get('/audit-log?where[subject][equals]=webhooks&sort=createdAt')
    expect(log.docs.map(({ action }: { action: string }) => action)).toEqual(
      expect.arrayContaining(['webhooks.create', 'webhooks.credentials']),
    )
    expect(JSON.stringify(log)).not.toContain('whsec_')
  })

  test('is the business of developers', async () => {
    const { url } = await receiver()
    const { id } = await make(url)
    const mine = { name: 'Mine', url, events: ['orders.paid'] }
    for (const who of [guest, as('customer'), as('sales')]) {
      expect((await who.post('/webhooks', mine)).status).toBe(403)
      expect((await who.get(`/webhooks/${id}`)).status).toBeGreaterThanOrEqual(403)
      expect((await who.get('/webhook-deliveries')).status).toBe(403)
      expect((await who.post(`/webhooks/${id}/secret`)).status).toBeGreaterThanOrEqual(401)
      expect((await who.post(`/webhooks/${id}/pause`, {})).status).toBeGreaterThanOrEqual(401)
    }
  })

  test('is refused for what cannot be told', async () => {
    const wrong = [
      { url: 'http://example.com/events', events: ['orders.paid'] },
      { url: 'ftp://example.com', events: ['orders.paid'] },
      { url: 'https://name:password@example.com', events: ['orders.paid'] },
      { url: 'nonsense', events: ['orders.paid'] },
      { url: 'https://example.com', events: ['no.such'] },
      { url: 'https://example.com', events: [] },
    ]
    for (const body of wrong) expect((await developer.post('/webhooks', { name: 'Wrong', ...body })).status, JSON.stringify(body)).toBe(400)
  })
})

describe('what does not arrive', () => {
  test('is sent again later, with the same id and a new signature, until it does', async () => {
    const { url, heard, answer } = await receiver((response) => void response.writeHead(503).end('busy'))
    const { id } = await make(url)
    await paid()
    await deliver()
    await deliver()
    expect(heard).toHaveLength(1)
    answer(ok)
    clock.advance(60_000)
    expect(await deliver()).toEqual({ done: 1 })
    expect(heard.map(({ headers }) => headers['webhook-id'])).toEqual([heard[0]?.headers['webhook-id'], heard[0]?.headers['webhook-id']])
    expect(heard[1]?.headers['webhook-signature']).not.toBe(heard[0]?.headers['webhook-signature'])
    expect(await deliveries(id)).toMatchObject([
      { status: 'failed', responseCode: 503, attempt: 1, error: 'The answer was 503.' },
      { status: 'delivered', responseCode: 204, attempt: 2 },
    ])
    expect((await developer.get(`/webhooks/${id}`)).body.failures).toBe(0)
  })

  test('because it was led elsewhere is not followed', async () => {
    const elsewhere = await receiver()
    const { url } = await receiver((response) => void response.writeHead(307, { location: elsewhere.url }).end())
    const { id } = await make(url)
    await paid()
    await deliver()
    expect(elsewhere.heard).toEqual([])
    expect(await deliveries(id)).toMatchObject([{ status: 'failed', responseCode: 307 }])
  })

  test('holds up no other webhook', async () => {
    let finish = () => {}
    const silent = await receiver((response) => {
      finish = () => void response.writeHead(200).end()
    })
    const quick = await receiver()
    await make(silent.url, ['orders.paid'], 'Silent')
    await make(quick.url, ['orders.paid'], 'Quick')
    await paid()
    const first = deliverWebhooks(payload)
    await expect.poll(() => [silent.heard.length, quick.heard.length]).toEqual([1, 1])
    await paid()
    const second = deliverWebhooks(payload)
    await expect.poll(() => [silent.heard.length, quick.heard.length]).toEqual([1, 2])
    finish()
    await expect.poll(() => silent.heard.length).toBe(2)
    finish()
    await Promise.all([first, second])
  })

  test('for long enough pauses the webhook and tells whoever made it; nothing that waits is lost', async () => {
    const { url, heard, answer } = await receiver((response) => void response.writeHead(500).end())
    const { id } = await make(url)
    for (let n = 0; n < 19; n++) await paid()
    for (let n = 0; n < 19; n++) await deliver()
    expect((await developer.get(`/webhooks/${id}`)).body).toMatchObject({ status: 'active', failures: 19 })
    clock.advance(61 * 60_000)
    await deliver()
    expect((await developer.get(`/webhooks/${id}`)).body).toMatchObject({ status: 'paused', failures: 20 })
    expect(await deliver()).toEqual({ done: 0 })
    expect(heard).toHaveLength(20)
    await job('outbox.deliver')
    const { docs } = await payload.find({ collection: 'mails', where: { to: { equals: developer.user.email } } })
    expect(docs).toMatchObject([{ subject: 'The webhook “Books” was paused' }])
    // While it is paused, nothing new is kept for it.
    await paid()
    answer(ok)
    expect((await developer.post(`/webhooks/${id}/resume`, {})).body).toEqual({ id, status: 'active' })
    clock.advance(86_400_000)
    expect(await deliver()).toEqual({ done: 19 })
    expect(new Set(heard.slice(20).map(({ headers }) => headers['webhook-id'])).size).toBe(19)
  })

  test('because the other side is gone for good pauses it at once', async () => {
    const { url } = await receiver((response) => void response.writeHead(410).end())
    const { id } = await make(url)
    await paid()
    await deliver()
    expect((await developer.get(`/webhooks/${id}`)).body.status).toBe('paused')
  })
})

describe('what was sent', () => {
  test('is sent again by hand, with the id that it had', async () => {
    const { url, heard } = await receiver()
    const { id } = await make(url)
    await paid()
    await deliver()
    const [delivery] = await deliveries(id)
    expect((await as('sales').post(`/webhook-deliveries/${delivery.id}/resend`)).status).toBe(403)
    expect((await developer.post(`/webhook-deliveries/${delivery.id}/resend`)).status).toBe(202)
    await deliver()
    expect(heard).toHaveLength(2)
    expect(heard[1]?.body).toBe(heard[0]?.body)
    expect(heard[1]?.headers['webhook-id']).toBe(heard[0]?.headers['webhook-id'])
    await developer.post(`/webhooks/${id}/pause`, {})
    const refused = await developer.post(`/webhook-deliveries/${delivery.id}/resend`)
    expect([refused.status, refused.body.errors[0].data.code]).toEqual([409, 'WEBHOOK_PAUSED'])
  })

  test('stays in the log when the webhook is deleted; what waits for it does not', async () => {
    const { url } = await receiver((response) => void response.writeHead(500).end())
    const { id } = await make(url)
    await paid()
    await deliver()
    const [delivery] = await deliveries(id)
    expect((await developer.delete(`/webhooks/${id}`)).status).toBe(200)
    expect((await payload.db.count({ collection: 'outbox', where: { subscriber: { equals: `webhook:${id}` } } })).totalDocs).toBe(0)
    const refused = await developer.post(`/webhook-deliveries/${delivery.id}/resend`)
    expect(refused.body.errors[0].data.code).toBe('DELIVERY_FORGOTTEN')
  })
})

describe('an address', () => {
  test('of a network of somebody’s own is told from one on the internet', () => {
    const inside = [
      '127.0.0.1',
      '10.1.2.3',
      '172.31.0.1',
      '192.168.1.1',
      '169.254.169.254',
      '100.100.0.1',
      '0.0.0.0',
      '224.0.0.1',
      '255.255.255.255',
    ]
    const inside6 = [
      '::1',
      '::',
      'fc00::1',
      'fe80::1%eth0',
      '::ffff:10.0.0.1',
      '::ffff:a00:1',
      '64:ff9b::a00:1',
      '2002:a00:1::',
      '2001:db8::1',
      'ff02::1',
    ]
    expect([...inside, ...inside6, 'no address'].filter((address) => !isPrivate(address))).toEqual([])
    expect(['1.1.1.1', '8.8.8.8', '172.32.0.1', '2606:4700::1111', '2a00:1450:4001::200e'].filter(isPrivate)).toEqual([])
  })

  test('in live mode is one on the internet, however it is written', () => {
    const inside = [
      'https://localhost',
      'https://127.1',
      'https://0x7f000001',
      'https://2130706433',
      'https://[::1]',
      'https://[::ffff:10.0.0.1]',
      'https://169.254.169.254/latest',
    ]
    expect(inside.map((url) => faultOf(url, 'live')).filter((fault) => !fault)).toEqual([])
    expect(faultOf('https://example.com/events?key=1', 'live')).toBe(undefined)
    expect(faultOf('http://localhost:3000', 'live')).toBeTruthy()
    expect(faultOf('http://localhost:3000', 'sandbox')).toBe(undefined)
    expect(faultOf('http://192.168.1.7', 'sandbox')).toBeTruthy()
  })

  test('is reached however it is written', async () => {
    const told = await post(' HTTPS://127.0.0.1:1/', {}, '{}', { mode: 'sandbox' })
    expect(told).toMatchObject({ ok: false, error: expect.stringContaining('ECONNREFUSED') })
  })

  test('that a name leads to is looked at when the connection is made', async () => {
    const found = await new Promise((resolve) =>
      publicLookup('localhost', { all: true }, (error, addresses) => resolve(error ?? addresses)),
    )
    expect(found).toMatchObject({ code: 'EACCES' })
    expect(await post('https://127.0.0.1:1', {}, '{}', { mode: 'live' })).toEqual({
      ok: false,
      ms: 0,
      error: 'Only addresses on the internet are told.',
    })
  })
})

describe('an event', () => {
  test('that nobody declared is noticed, and so is one that says something else', async () => {
    const tell = (event: string, data: object) => withRequest(payload, 'test', (req) => emit(req, event, data as never))
    await expect(tell('orders.vanished', { id: newId() })).rejects.toThrow('nobody has declared it')
    await expect(tell('orders.paid', { number: 5 })).rejects.toThrow('says something else')
  })

  test('is offered for every name in the catalogue, in REST and GraphQL alike', async () => {
    const { eventsOf } = await import('../../platform/outbox/event.ts')
    const names = Object.keys(eventsOf(payload.config))
    expect(names.length).toBeGreaterThan(15)
    const { url } = await receiver()
    const { id } = await make(url, names)
    const { body } = await developer.gql('query ($id: String!) { Webhook(id: $id) { events secret } }', { id })
    expect(body.data.Webhook).toEqual({ events: expect.any(Array), secret: null })
    expect(body.data.Webhook.events).toHaveLength(names.length)
  })
})

describe('the receivers of the documentation', () => {
  const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/webhooks.md'), 'utf8')
  const python = spawnSync('python3', ['--version']).status === 0

  const runs: [language: string, command: string, file: string][] = [
    ['js', process.execPath, 'receiver.mjs'],
    ['python', 'python3', 'receiver.py'],
  ]

  test.for(runs)('in %s: take what is genuine, once', async ([language, command, file], { skip }) => {
    skip(language === 'python' && !python, 'Python is not installed')
    const [, code = ''] = new RegExp(`^\`\`\`${language}\n([\\s\\S]*?)^\`\`\``, 'm').exec(page) ?? []
    const folder = mkdtempSync(path.join(tmpdir(), 'vior-receiver-'))
    writeFileSync(path.join(folder, file), code)
    const port = await freePort()
    const address = `http://127.0.0.1:${port}/events`
    const { id, secret } = await make(address)
    const child = spawn(command, [path.join(folder, file)], { env: { ...process.env, SECRET: secret, PORT: String(port) } })
    onTestFinished(() => {
      child.kill()
      rmSync(folder, { recursive: true })
    })
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
    })
    await expect.poll(() => said, { timeout: 10_000 }).toBe('ready\n')

    const order = await paid()
    expect(await deliver()).toEqual({ done: 1 })
    const [first] = await deliveries(id)
    expect((await developer.post(`/webhook-deliveries/${first.id}/resend`)).status).toBe(202)
    await deliver()
    await expect.poll(async () => (await deliveries(id)).length).toBe(2)
    expect(await deliveries(id)).toMatchObject([{ status: 'delivered' }, { status: 'delivered', message: first.message }])
    expect(said).toBe(`ready\norders.paid ${order}\n`)

    const body = JSON.stringify({ id: newId(), event: 'orders.paid', createdAt: new Date().toISOString(), data: { id: order } })
    const send = async (timestamp: string, signature: string) =>
      (await fetch(address, { method: 'POST', body, headers: { 'webhook-timestamp': timestamp, 'webhook-signature': signature } })).status
    const signed = (timestamp: number, key = secret) =>
      [String(timestamp), `v1=${createHmac('sha256', key).update(`${timestamp}.${body}`).digest('hex')}`] as const
    const at = Math.floor(Date.now() / 1000)
    expect(await send(...signed(at, 'another secret'))).toBe(400)
    expect(await send(...signed(at - 3600))).toBe(400)
    expect(await send('soon', 'v1=é')).toBe(400)
    expect(await send(String(at), '')).toBe(400)
    expect(await send(...signed(at))).toBe(204)
  })
})
