import { connect as connectRaw } from 'node:net'
import { io, type Socket } from 'socket.io-client'
import { afterAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { shared } from '../../platform/instance.ts'
import type { Joined } from '../../platform/server/sockets.ts'
import { password, platform } from '../support/platform.ts'

const { url, payload, as, guest } = await platform()
const { hashSecret, newSecret } = await import('../../platform/secrets.ts')

const open: Socket[] = []
afterAll(() => {
  for (const socket of open) socket.disconnect()
})

const connect = (headers: Record<string, string> = {}, auth: Record<string, string> = {}) =>
  new Promise<Socket>((resolve, reject) => {
    const socket = io(url, { transports: ['websocket'], extraHeaders: headers, auth, forceNew: true, reconnection: false })
    open.push(socket)
    socket.once('connect', () => resolve(socket))
    socket.once('connect_error', reject)
  })

const join = (socket: Socket, message: unknown): Promise<Joined> => socket.emitWithAck('join', message)

const customer = as('customer')
const own = { collection: 'users', id: customer.user.id }

describe('a document may be watched by those who may read it', () => {
  test('signed in by a token, as header or in the handshake', async () => {
    expect(await join(await connect({ authorization: `JWT ${customer.token}` }), own)).toEqual({ ok: true })
    expect(await join(await connect({}, { token: customer.token }), own)).toEqual({ ok: true })
  })

  test('signed in by the cookie', async () => {
    const { headers } = await guest.post('/users/login', { email: customer.user.email, password })
    const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect(await join(await connect({ cookie, origin: url }), own)).toEqual({ ok: true })
  })

  test('as a guest by the secret of an order, and not by another', async () => {
    const id = newId()
    const secret = newSecret()
    await payload.db.create({
      collection: 'orders',
      data: {
        id,
        number: 'V-TEST-0001',
        status: 'awaiting_payment',
        kind: 'shop',
        email: 'guest@test.test',
        currency: 'TZS',
        items: [],
        subtotal: 0,
        shippingTotal: 0,
        taxTotal: 0,
        total: 0,
        secretHash: hashSecret(secret),
      },
    })
    const socket = await connect()
    expect(await join(socket, { collection: 'orders', id, secret: newSecret() })).toEqual({ ok: false, code: 'NOT_FOUND' })
    expect(await join(socket, { collection: 'orders', id })).toEqual({ ok: false, code: 'NOT_FOUND' })
    expect(await join(socket, { collection: 'orders', id, secret })).toEqual({ ok: true })
  })

  test('and by nobody else, who cannot tell it from one that does not exist', async () => {
    const strangers = await Promise.all([
      connect(),
      connect({ authorization: `JWT ${as('student').token}` }),
      connect({ authorization: 'JWT nonsense' }),
    ])
    for (const socket of strangers) {
      expect(await join(socket, own)).toEqual({ ok: false, code: 'NOT_FOUND' })
      expect(await join(socket, { collection: 'users', id: newId() })).toEqual({ ok: false, code: 'NOT_FOUND' })
      expect(await join(socket, { collection: 'constructor', id: 'x' })).toEqual({ ok: false, code: 'NOT_FOUND' })
    }
  })

  test('no longer once the session has ended', async () => {
    const { body, headers } = await guest.post('/users/login', { email: as('learner').user.email, password })
    const socket = await connect({}, { token: body.token })
    const cookie = headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const closed = new Promise((resolve) => socket.once('disconnect', resolve))
    await guest.post('/users/logout', undefined, { cookie, origin: url })
    expect(await closed).toBe('io server disconnect')
    const later = await connect({}, { token: body.token })
    expect(await join(later, { collection: 'users', id: as('learner').user.id })).toEqual({ ok: false, code: 'NOT_FOUND' })
  })
})

describe('a connection ends', () => {
  const ending = (socket: Socket) => new Promise((resolve) => socket.once('disconnect', resolve))

  test('when a role is taken away by which it watched', async () => {
    const { id } = await payload.create({
      collection: 'contact-messages',
      data: { name: 'A', email: 'a@test.test', message: 'Hello there.' } as never,
    })
    const message = { collection: 'contact-messages', id: String(id) }
    const person = as('trader')
    await as('admin').patch(`/users/${person.user.id}`, { roles: ['trader', 'support'] })
    const socket = await connect({ authorization: `JWT ${person.token}` })
    expect(await join(socket, message)).toEqual({ ok: true })
    const ended = ending(socket)
    await as('admin').patch(`/users/${person.user.id}`, { roles: ['trader'] })
    expect(await ended).toBe('io server disconnect')
    expect(await join(await connect({ authorization: `JWT ${person.token}` }), message)).toEqual({ ok: false, code: 'NOT_FOUND' })
  })

  test('when the key is revoked by which it watched', async () => {
    const { body } = await customer.post('/api-keys', { name: 'Watcher', scopes: ['account:read'] })
    const socket = await connect({ authorization: `Bearer ${body.secret}` })
    expect(await join(socket, own)).toEqual({ ok: true })
    const ended = ending(socket)
    await customer.post(`/api-keys/${body.key.id}/revoke`, { reason: 'lost' })
    expect(await ended).toBe('io server disconnect')
  })

  test('when its token does', async () => {
    const claims = Buffer.from(JSON.stringify({ exp: Date.now() / 1000 + 0.3 })).toString('base64url')
    expect(await ending(await connect({}, { token: `a.${claims}.b` }))).toBe('io server disconnect')
  })
})

test('whoever watches hears that the document changed, and nothing of what it says', async () => {
  const socket = await connect({ authorization: `JWT ${customer.token}` })
  const other = await connect()
  await join(socket, own)
  const heard: unknown[] = []
  other.on('changed', (message) => heard.push(message))
  const changed = new Promise((resolve) => socket.once('changed', resolve))
  shared(payload).hint?.(own.collection, own.id)
  expect(await changed).toEqual(own)

  expect(await socket.emitWithAck('leave', own)).toEqual({ ok: true })
  socket.on('changed', (message) => heard.push(message))
  shared(payload).hint?.(own.collection, own.id)
  // What was sent before the answer to a later question has arrived before it.
  await Promise.all([socket.emitWithAck('leave', own), other.emitWithAck('leave', own)])
  expect(heard).toEqual([])
})

test('bad messages are refused and harm nobody', async () => {
  const socket = await connect()
  for (const message of [
    null,
    5,
    'x',
    [],
    {},
    { collection: 1, id: 2 },
    { collection: 'users', id: 'x'.repeat(100) },
    { ...own, surprise: 1 },
  ])
    expect(await join(socket, message)).toEqual({ ok: false, code: 'BAD_REQUEST' })
  socket.emit('join')
  socket.emit('join', own, 'not a function')
  const gone = new Promise((resolve) => socket.once('disconnect', resolve))
  socket.emit('join', { collection: 'x'.repeat(100_000), id: 'x' })
  await gone
  expect(await join(await connect({}, { token: customer.token }), own)).toEqual({ ok: true })
})

test('one connection watches a hundred documents and no more', async () => {
  const ids = Array.from({ length: 101 }, newId)
  for (const [n, id] of ids.entries())
    await payload.db.create({ collection: 'brands', data: { id, name: `Brand ${n}`, slug: `brand-${n}` } })
  const socket = await connect()
  const answers: Joined[] = []
  for (const id of ids) answers.push(await join(socket, { collection: 'brands', id }))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(100)
  expect(answers.at(-1)).toEqual({ ok: false, code: 'TOO_MANY' })
})

test('a foreign page may not connect, and other upgrades are not kept open', async () => {
  await expect(connect({ origin: 'https://evil.example' })).rejects.toThrow()
  const { hostname, port } = new URL(url)
  const ended = new Promise((resolve) => {
    const socket = connectRaw(Number(port), hostname, () =>
      socket.write(
        `GET /elsewhere HTTP/1.1\r\nHost: ${hostname}:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n`,
      ),
    )
    socket.resume().once('close', resolve)
  })
  await ended
})
