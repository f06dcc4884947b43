import { createServer, type IncomingHttpHeaders, request } from 'node:http'
import express from 'express'
import { describe, expect, onTestFinished, test } from 'vitest'
import { password, platform } from '../support/platform.ts'

const publicUrl = 'https://shop.example.com'

const { url, payload, as } = await platform({
  env: {
    MODE: 'live',
    PUBLIC_URL: publicUrl,
    ALLOWED_HOSTS: 'www.example.com, Internal.Example.com',
    SMTP_URL: 'smtp://127.0.0.1:9',
    TRUST_PROXY: 'loopback',
  },
})
const { httpsGuard, ownHosts, publicName } = await import('../../platform/server/guard.ts')
const { unseal } = await import('../../platform/secrets.ts')

type Reply = { status: number; headers: IncomingHttpHeaders; body: string }

/** Asks a server under a name of the test's choice, as only a client of its own making does. */
const ask = (path: string, headers: Record<string, string>, { method = 'GET', body = '', to = url } = {}): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const sent = request(
      to + path,
      { method, headers: { ...headers, 'content-length': Buffer.byteLength(body) }, agent: false },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (chunk: string) => {
          text += chunk
        })
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }))
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })

const host = 'shop.example.com'
const https = { host, 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7' }

const post = (path: string, body: object, headers: Record<string, string> = {}) =>
  ask(path, { ...https, 'content-type': 'application/json', ...headers }, { method: 'POST', body: JSON.stringify(body) })

describe('a request under a name that is not ours', () => {
  test.each(['/api/products', '/api/graphql?query={__typename}', '/', '/admin', '/metrics', '/anything'])(
    'is refused at %s',
    async (path) => {
      for (const name of ['evil.example', 'shop.example.com.evil.example', 'localhost', '127.0.0.1', '[::1]', 'evil.example:443', '']) {
        const { status, body } = await ask(path, { ...https, host: name })
        // Without any name it is not HTTP.
        if (name === '') expect(status).toBeGreaterThanOrEqual(400)
        else expect([name, status, JSON.parse(body).errors[0].data.code]).toEqual([name, 421, 'MISDIRECTED'])
      }
    },
  )

  test('is refused what is kept, too, and so is whoever comes by http', async () => {
    const told = async (headers: Record<string, string>) => {
      const { status, headers: answered } = await ask('/api/products?limit=1', { ...https, ...headers })
      const { date: _, 'x-request-id': id, ...rest } = answered
      expect(id).toBeTruthy()
      return { status, rest }
    }
    await told({})
    const [first, kept] = [await told({}), await told({ host: 'www.example.com' })]
    expect(kept).toEqual(first)
    expect([kept.rest.etag, kept.rest['strict-transport-security']]).toEqual([expect.any(String), expect.stringContaining('max-age')])
    expect((await told({ host: 'evil.example' })).status).toBe(421)
    expect((await told({ 'x-forwarded-proto': 'http' })).status).toBe(308)
  })

  test('may still ask whether the process lives', async () => {
    expect((await ask('/health/live', { host: '10.0.0.9:3000' })).status).toBe(200)
  })

  test('is let in when the settings allow the name, with any port and in any case', async () => {
    for (const name of ['shop.example.com', 'SHOP.example.com:8443', 'www.example.com', 'internal.example.com'])
      expect((await ask('/api/products', { ...https, host: name })).status).toBe(200)
  })

  test('is let in for metrics on this machine only', async () => {
    expect((await ask('/metrics', { host: 'localhost:3000' })).status).toBe(200)
    expect((await ask('/metrics', { host: 'localhost:3000', 'x-forwarded-for': '203.0.113.7' })).status).toBe(421)
  })
})

describe('whoever comes by http', () => {
  test('is sent to the same place under https, whatever else the request claims', async () => {
    const { status, headers } = await ask('/shop?page=2', { host, 'x-forwarded-host': 'evil.example', 'x-forwarded-port': '666' })
    expect([status, headers.location]).toEqual([308, `${publicUrl}/shop?page=2`])
    const other = await ask('//evil.example/x', { host: 'www.example.com', 'x-forwarded-proto': 'http' })
    expect([other.status, other.headers.location]).toEqual([308, `${publicUrl}/evil.example/x`])
  })

  test('cannot claim to come by https unless a trusted proxy says so', async () => {
    const app = express().use(httpsGuard({ publicUrl, mode: 'live' }), (_request, response) => void response.end('in'))
    const server = createServer(app).listen(0, '127.0.0.1')
    onTestFinished(() => void server.close())
    await new Promise((resolve) => server.once('listening', resolve))
    const to = `http://127.0.0.1:${(server.address() as { port: number }).port}`
    expect((await ask('/', https, { to })).status).toBe(308)
    app.set('trust proxy', 1)
    expect((await ask('/', https, { to })).status).toBe(200)
  })
})

describe('over https', () => {
  test('answers promise to stay, and the session cookie stays with https, with the server and with our own pages', async () => {
    const { status, headers } = await post('/api/users/login', { email: as('customer').user.email, password })
    expect(status).toBe(200)
    expect(headers['strict-transport-security']).toContain('max-age=')
    const [cookie = ''] = headers['set-cookie'] ?? []
    expect(cookie).toMatch(/^payload-token=/)
    expect(cookie).toMatch(/; Secure/i)
    expect(cookie).toMatch(/; HttpOnly/i)
    expect(cookie).toMatch(/; SameSite=Lax/i)
  })

  test('a forged name gets into no mail', async () => {
    const { user } = as('customer')
    const forged = { 'x-forwarded-host': 'evil.example', forwarded: 'host=evil.example', origin: 'https://evil.example' }
    expect((await post('/api/users/forgot-password', { email: user.email }, forged)).status).toBe(200)
    expect((await post('/api/users/forgot-password', { email: user.email }, { ...forged, host: 'www.example.com' })).status).toBe(200)
    const { docs } = await payload.db.find<{ body: string }>({ collection: 'mails', where: { to: { equals: user.email } } })
    expect(docs).toHaveLength(2)
    for (const { body } of docs) {
      const mail = unseal(body)
      expect(mail).toContain(`${publicUrl}/reset-password?token=`)
      expect(mail).not.toContain('evil.example')
      expect(mail).not.toContain('www.example.com')
    }
  })

  test('what comes after the guards hears of no other name than ours', () => {
    const headers: IncomingHttpHeaders = {
      ...https,
      host: 'www.example.com',
      'x-forwarded-host': 'evil.example',
      forwarded: 'host=evil.example',
    }
    publicName({ publicUrl })({ headers } as never, {} as never, () => undefined)
    expect(headers).toEqual({ host, 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.7' })
  })
})

test('a sandbox is also reached by the addresses of its machine, never by a name that somebody else can point at it', () => {
  const isOurs = ownHosts({ publicUrl: 'http://localhost:3000', allowedHosts: [], mode: 'sandbox' })
  const from = (name: string) => isOurs({ headers: { host: name }, socket: { remoteAddress: '192.168.1.20' } as never })
  expect(['localhost:3000', '192.168.1.7:3000', '[fd00::7]', 'laptop'].map(from)).toEqual([true, true, true, true])
  expect(['evil.example', 'localhost.evil.example', '', 'a b'].map(from)).toEqual([false, false, false, false])
})
