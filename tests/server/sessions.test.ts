import { io, type Socket } from 'socket.io-client'
import { afterEach, describe, expect, test } from 'vitest'
import { client } from '../support/client.ts'
import { password, platform } from '../support/platform.ts'

const { url, payload, as, guest, clock, job } = await platform()
const { deviceOf } = await import('../../platform/sessions/agent.ts')

const phone = 'Mozilla/5.0 (Linux; Android 14; SM-A155F) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Mobile Safari/537.36'
const laptop = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:143.0) Gecko/20100101 Firefox/143.0'

const sockets: Socket[] = []

afterEach(() => {
  clock.reset()
  for (const socket of sockets.splice(0)) socket.disconnect()
})

/** Signs in with a browser of this name. */
async function signIn(email: string, agent: string) {
  const { status, body } = await guest.post('/users/login', { email, password }, { 'user-agent': agent })
  expect(status).toBe(200)
  return { ...client(url, { authorization: `JWT ${body.token}`, 'user-agent': agent }), token: body.token as string }
}

const connect = (token: string) => {
  const socket = io(url, { auth: { token }, transports: ['websocket'], reconnection: false })
  sockets.push(socket)
  return new Promise<Socket>((resolve, reject) => {
    socket.once('connect', () => resolve(socket))
    socket.once('connect_error', reject)
  })
}

const sessionsOf = async (who: { get: typeof guest.get }, id: string) => (await who.get(`/users/${id}/sessions`)).body.sessions

describe('sessions', () => {
  test('are listed with browser and device, since when, when seen last, and which is this one', async () => {
    const { user } = as('student')
    const [onPhone, onLaptop] = [await signIn(user.email, phone), await signIn(user.email, laptop)]
    await onPhone.get('/users/me')
    await expect
      .poll(async () =>
        (await sessionsOf(onLaptop, user.id)).map(({ browser, system, current }: Record<string, unknown>) => [browser, system, current]),
      )
      .toEqual(
        expect.arrayContaining([
          ['Firefox', 'Windows', true],
          ['Chrome', 'Android', false],
          [null, null, false],
        ]),
      )
    const [first] = await sessionsOf(onLaptop, user.id)
    expect(first).toMatchObject({
      current: true,
      createdAt: expect.any(String),
      lastSeenAt: expect.any(String),
      expiresAt: expect.any(String),
    })
    expect(Object.keys(first).sort()).toEqual(['browser', 'createdAt', 'current', 'expiresAt', 'id', 'lastSeenAt', 'system'])
  })

  test('are noted at most every quarter of an hour', async () => {
    const { user } = as('learner')
    const agent = 'A browser that nobody else has'
    const here = await signIn(user.email, agent)
    const seen = async () =>
      (await payload.db.find<{ lastSeenAt: string }>({ collection: 'sign-ins', where: { agent: { equals: agent } } })).docs[0]?.lastSeenAt
    await here.get('/users/me')
    await expect.poll(seen).toBeTruthy()
    const before = await seen()
    clock.advance(5 * 60_000)
    await here.get('/users/me')
    await here.get('/users/me')
    expect(await seen()).toBe(before)
    clock.advance(11 * 60_000)
    await here.get('/users/me')
    await expect.poll(seen).not.toBe(before)
  })

  test('end one by one: what was signed in there is signed out, and its sockets are closed', async () => {
    const { user } = as('client')
    const [lost, kept] = [await signIn(user.email, phone), await signIn(user.email, laptop)]
    const [closing, staying] = [await connect(lost.token), await connect(kept.token)]
    await lost.get('/users/me')
    await expect
      .poll(async () => (await sessionsOf(kept, user.id)).some(({ system }: { system: string }) => system === 'Android'))
      .toBe(true)
    const other = (await sessionsOf(kept, user.id)).find(({ system }: { system: string }) => system === 'Android')
    const closed = new Promise((resolve) => closing.once('disconnect', resolve))
    const ended = await kept.post(`/users/${user.id}/sessions/${other.id}/end`)
    expect([ended.status, ended.body]).toEqual([200, { ended: 1 }])
    expect((await lost.get('/users/me')).body.user).toBe(null)
    expect(await closed).toBe('io server disconnect')
    expect(staying.connected).toBe(true)
    expect((await kept.get('/users/me')).body.user.id).toBe(user.id)
    expect((await kept.post(`/users/${user.id}/sessions/${other.id}/end`)).status).toBe(404)
    const audited = await as('admin').get(`/audit-log?where[action][equals]=users.end-sessions&where[document][equals]=${user.id}`)
    expect(audited.body.docs).toMatchObject([{ byName: user.email, details: { sessions: 1 } }])
  })

  test('end all but this one; for others only admins may', async () => {
    const { user } = as('trader')
    const [here, there] = [await signIn(user.email, laptop), await signIn(user.email, phone)]
    expect((await as('support').get(`/users/${user.id}/sessions`)).status).toBe(404)
    expect((await as('support').post(`/users/${user.id}/end-sessions`)).status).toBe(404)
    expect((await guest.post(`/users/${user.id}/end-sessions`)).status).toBe(401)
    expect((await here.post(`/users/${user.id}/end-sessions`)).body.ended).toBeGreaterThanOrEqual(1)
    expect((await there.get('/users/me')).body.user).toBe(null)
    expect(await sessionsOf(here, user.id)).toHaveLength(1)
    expect((await as('admin').post(`/users/${user.id}/end-sessions`)).body).toEqual({ ended: 1 })
    expect((await here.get('/users/me')).body.user).toBe(null)
  })

  test('that a sign-in at the same moment brought back are ended again', async () => {
    const { user } = as('supplier')
    const here = await signIn(user.email, phone)
    const before = await payload.db.findOne<{ id: string; sessions: object[] }>({ collection: 'users', where: { id: { equals: user.id } } })
    await as('admin').post(`/users/${user.id}/end-sessions`)
    await payload.db.updateOne({ collection: 'users', id: user.id, data: { sessions: before?.sessions } })
    expect((await here.get('/users/me')).body.user.id).toBe(user.id)
    expect(await job('sessions.sweep')).toEqual({ done: 2 })
    expect((await here.get('/users/me')).body.user).toBe(null)
  })

  test('that are signed out close their sockets too', async () => {
    const here = await signIn(as('agent').user.email, phone)
    const socket = await connect(here.token)
    const closed = new Promise((resolve) => socket.once('disconnect', resolve))
    expect((await here.post('/users/logout', {})).status).toBe(200)
    expect(await closed).toBe('io server disconnect')
  })
})

test('who somebody is follows their account with the next request, and not before the change is committed', async () => {
  const { user } = as('technician')
  const technician = await signIn(user.email, laptop)
  const roles = async () => (await technician.get('/users/me')).body.user?.roles
  const change = (role: 'technician' | 'support', req = {}) =>
    payload.update({ collection: 'users', id: user.id, data: { roles: [role] }, req })
  expect(await roles()).toEqual(['technician'])
  const transactionID = (await payload.db.beginTransaction()) as string
  await change('support', { transactionID })
  expect(await roles()).toEqual(['technician'])
  await payload.db.commitTransaction(transactionID)
  expect(await roles()).toEqual(['support'])
  await change('technician')
  expect(await roles()).toEqual(['technician'])
})

test('a browser is known by what it says of itself, and what is unknown stays unnamed', () => {
  expect(
    deviceOf(
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1',
    ),
  ).toEqual({ browser: 'Safari', system: 'iPhone' })
  expect(
    deviceOf('Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0'),
  ).toEqual({ browser: 'Edge', system: 'Windows' })
  expect(deviceOf('Opera/9.80 (Android; Opera Mini/70.0/191.3; U; en) Presto/2.12.423 Version/12.16')).toEqual({
    browser: 'Opera',
    system: 'Android',
  })
  expect(
    deviceOf('Mozilla/5.0 (Linux; Android 13; SAMSUNG SM-S918B) AppleWebKit/537.36 SamsungBrowser/28.0 Chrome/130.0 Mobile Safari/537.36'),
  ).toEqual({ browser: 'Samsung Internet', system: 'Android' })
  expect(deviceOf('curl/8.5.0')).toEqual({ browser: null, system: null })
  expect(deviceOf('')).toEqual({ browser: null, system: null })
})
