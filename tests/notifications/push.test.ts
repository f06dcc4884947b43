import { createECDH, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { shop } from '../shop/world.ts'
import { password } from '../support/platform.ts'

const it = await shop({ jobs: true })
const { isPushService } = await import('../../platform/notifications/push-address.ts')
const goods = await it.goods(100)

/** Decrypts as a browser does; it comes with the library that encrypts. */
const { decrypt } = createRequire(createRequire(import.meta.url).resolve('web-push'))('http_ece') as {
  decrypt: (body: Buffer, options: object) => Buffer
}

type Arrived = { path: string; headers: Record<string, string | string[] | undefined>; body: Buffer }

const arrived: Arrived[] = []
let status = 201
const service = createServer(async (request, response) => {
  arrived.push({ path: request.url ?? '', headers: request.headers, body: Buffer.concat(await Array.fromAsync(request)) })
  response.writeHead(status).end()
}).listen(0, '127.0.0.1')
await once(service, 'listening')
afterAll(() => void service.close())
const address = `http://127.0.0.1:${(service.address() as AddressInfo).port}`

/** A browser that subscribes. */
function browser(name: string) {
  const keys = createECDH('prime256v1')
  keys.generateKeys()
  const auth = randomBytes(16)
  return {
    subscription: { endpoint: `${address}/${name}`, keys: { p256dh: keys.getPublicKey('base64url'), auth: auth.toString('base64url') } },
    read: ({ body }: Arrived) =>
      JSON.parse(decrypt(body, { version: 'aes128gcm', privateKey: keys, authSecret: auth.toString('base64url') }).toString()),
  }
}

const sales = it.as('sales')
const subscribe = (subscription: object, by = sales) => by.post('/push-subscriptions/subscribe', subscription)
const subscriptions = () => it.count('push-subscriptions')
const order = () => it.order(goods, 1, {}, it.as('customer'))
const pushes = (state: object) => it.count('outbox', { subscriber: { equals: 'notifications.push' }, ...state })

beforeEach(async () => {
  arrived.length = 0
  status = 201
  await it.payload.delete({ collection: 'push-subscriptions', where: {} })
})

describe('a browser that subscribed', () => {
  test('is told, encrypted for it alone and signed by this installation', async () => {
    const { subscription, read } = browser('one')
    expect((await subscribe(subscription)).status).toBe(201)
    const { id, number } = await order()
    await expect.poll(() => arrived.length).toBe(1)
    const [message] = arrived as [Arrived]
    expect(read(message)).toEqual({
      id: expect.any(String),
      title: `New order ${number}`,
      text: expect.any(String),
      path: `/admin/collections/orders/${id}`,
    })
    const { publicKey } = (await sales.get('/push-subscriptions/key')).body
    expect(message.headers.authorization).toMatch(new RegExp(`^vapid t=[\\w.-]+, k=${publicKey}$`))
    expect(message.headers['content-encoding']).toBe('aes128gcm')
    await expect.poll(() => pushes({ status: { equals: 'pending' } })).toBe(0)
    expect(arrived).toHaveLength(1)
  })

  test('is told what nobody has read, each browser by itself', async () => {
    for (const name of ['one', 'two']) await subscribe(browser(name).subscription)
    await order()
    await expect.poll(() => arrived.map(({ path }) => path).sort()).toEqual(['/one', '/two'])
  })

  test('belongs to whoever uses it now', async () => {
    const { subscription } = browser('shared')
    await subscribe(subscription)
    await subscribe(subscription, it.as('treasury'))
    expect(await it.count('push-subscriptions', { user: { equals: sales.user.id } })).toBe(0)
    expect(await subscriptions()).toBe(1)
  })

  test('is forgotten when its owner has come with twenty others since', async () => {
    const first = browser('number-0').subscription
    for (let number = 0; number <= 20; number++) {
      await subscribe(number === 0 ? first : browser(`number-${number}`).subscription)
      it.clock.advance(1000)
    }
    expect(await subscriptions()).toBe(20)
    expect((await sales.post('/push-subscriptions/known', { endpoint: first.endpoint })).body).toEqual({ subscribed: false })
    it.clock.reset()
  })

  test.each([404, 410])('is forgotten when its service answers %i', async (gone) => {
    await subscribe(browser('gone').subscription)
    status = gone
    await order()
    await expect.poll(subscriptions).toBe(0)
    expect(arrived).toHaveLength(1)
  })

  test('is tried again later when its service is in trouble, and not when it says no', async () => {
    await subscribe(browser('later').subscription)
    status = 503
    await order()
    await expect.poll(() => pushes({ status: { equals: 'pending' }, lastError: { contains: '503' } })).toBe(1)
    status = 403
    await order()
    await expect.poll(() => pushes({ status: { equals: 'dead' }, lastError: { contains: '403' } })).toBe(1)
    expect(await subscriptions()).toBe(1)
  })

  test('is told no more once it says so, and only by its owner', async () => {
    const { subscription } = browser('quiet')
    await subscribe(subscription)
    const known = async () => (await sales.post('/push-subscriptions/known', { endpoint: subscription.endpoint })).body
    expect(await known()).toEqual({ subscribed: true })
    await it.as('treasury').post('/push-subscriptions/unsubscribe', { endpoint: subscription.endpoint })
    expect(await subscriptions()).toBe(1)
    await sales.post('/push-subscriptions/unsubscribe', { endpoint: subscription.endpoint })
    expect(await subscriptions()).toBe(0)
    expect(await known()).toEqual({ subscribed: false })
  })
})

test('a browser in which somebody signs out, or is signed out, is told no more', async () => {
  const person = it.as('marketing')
  const signIn = async (name: string) => {
    const { token } = (await it.guest.post('/users/login', { email: person.user.email, password })).body
    const headers = { authorization: `JWT ${token}` }
    expect((await it.guest.post('/push-subscriptions/subscribe', browser(name).subscription, headers)).status).toBe(201)
    return headers
  }
  const [first] = [await signIn('first'), await signIn('second')]
  await subscribe(browser('third').subscription, person)
  expect((await it.guest.post('/users/logout', {}, first)).status).toBe(200)
  expect(await subscriptions()).toBe(2)
  await person.post(`/users/${person.user.id}/end-sessions`)
  expect(await subscriptions()).toBe(1)
})

test('nothing is sent to what is no push service', async () => {
  for (const endpoint of ['http://169.254.169.254/latest', 'https://evil.example/push', 'https://fcm.googleapis.com.evil.example/x'])
    expect((await subscribe({ ...browser('x').subscription, endpoint })).status).toBe(400)
  expect(isPushService(address, { mode: 'live' })).toBe(false)
  expect(isPushService('https://fcm.googleapis.com/fcm/send/abc', { mode: 'live' })).toBe(true)
  expect(isPushService('https://updates.push.services.mozilla.com/wpush/v2/abc', { mode: 'live' })).toBe(true)
  expect(isPushService('https://user:x@fcm.googleapis.com/fcm', { mode: 'live' })).toBe(false)
})

test('what a subscription holds is shown to nobody', async () => {
  await subscribe(browser('secret').subscription)
  const { docs } = (await sales.get('/push-subscriptions')).body
  expect(docs).toHaveLength(1)
  for (const field of ['address', 'auth', 'p256dh', 'hash']) expect(docs[0]).not.toHaveProperty(field)
})
