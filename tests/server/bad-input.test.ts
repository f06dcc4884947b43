import { request } from 'node:http'
import { connect } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { platform } from '../support/platform.ts'
import { raw } from '../support/raw.ts'

const { url, guest, as } = await platform()

const json = { 'content-type': 'application/json' }
const million = 'a'.repeat(1_000_000)
const unknown = '01900000-0000-7000-8000-000000000000'

type Case = [name: string, ask: () => ReturnType<typeof guest.get>, status: number, code: string]

const cases: Case[] = [
  ['malformed JSON', () => guest.post('/users', '{bad', json), 400, 'MALFORMED_JSON'],
  ['malformed JSON at sign-in', () => guest.post('/users/login', '{bad', json), 400, 'MALFORMED_JSON'],
  ['malformed JSON at checkout', () => guest.post('/orders/checkout', '{bad', json), 400, 'MALFORMED_JSON'],
  [
    'malformed JSON in place of a query',
    () => guest.post('/users', '{bad', { ...json, 'x-http-method-override': 'GET' }),
    400,
    'MALFORMED_JSON',
  ],
  ['malformed JSON in a form', () => guest.post('/users', form({ _payload: '{bad' })), 400, 'MALFORMED_JSON'],
  ['null as a body', () => guest.post('/users', 'null', json), 400, 'VALIDATION'],
  ['a list as a body', () => guest.post('/users', [1]), 400, 'VALIDATION'],
  ['a text as a body', () => guest.post('/users', '"text"', json), 400, 'VALIDATION'],
  ['no body', () => guest.post('/users'), 400, 'VALIDATION'],
  ['no body at checkout', () => guest.post('/orders/checkout'), 400, 'VALIDATION'],
  ['a body of another kind', () => guest.post('/users', '<a/>', { 'content-type': 'text/xml' }), 400, 'VALIDATION'],
  [
    'a body of another kind at checkout',
    () => guest.post('/orders/checkout', '<a/>', { 'content-type': 'text/xml' }),
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  ['a compressed body', () => guest.post('/users', 'x', { ...json, 'content-encoding': 'gzip' }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['wrong types at sign-in', () => guest.post('/users/login', { email: 5, password: {} }), 400, 'VALIDATION'],
  ['wrong types at sign-up', () => guest.post('/users', { email: {}, password: [], roles: 5, name: {} }), 400, 'VALIDATION'],
  ['a million characters as e-mail', () => guest.post('/users', { email: million, password: 'long enough' }), 400, 'VALIDATION'],
  [
    'a million characters as e-mail at sign-in',
    () => guest.post('/users/login', { email: million, password: 'x' }),
    401,
    'INVALID_CREDENTIALS',
  ],
  [
    'a million characters as a name',
    () => guest.post('/users', { email: 'long@test.test', password: 'long enough', name: million }),
    400,
    'VALIDATION',
  ],
  ['a form without its boundary', () => as('designer').post('/media', 'x', { 'content-type': 'multipart/form-data' }), 400, 'BAD_REQUEST'],
  [
    'a form that ends early',
    () => as('designer').post('/media', 'x', { 'content-type': 'multipart/form-data; boundary=b' }),
    400,
    'BAD_REQUEST',
  ],
  ['a language that is not spoken here', () => guest.get('/products?locale=xx'), 400, 'VALIDATION'],
  ['an unknown id', () => guest.get(`/products/${unknown}`), 404, 'NOT_FOUND'],
  ['an id that is none', () => guest.get('/products/nope'), 404, 'NOT_FOUND'],
  ['an unknown id to change', () => as('admin').patch(`/products/${unknown}`, { price: 1 }), 404, 'NOT_FOUND'],
  ['an unknown file', () => guest.get('/media/file/nope.png'), 404, 'NOT_FOUND'],
  ['an unknown collection', () => guest.get('/nope'), 404, 'NOT_FOUND'],
  ['an unknown path in a query', () => guest.get('/products?where[nope][equals]=1'), 400, 'VALIDATION'],
  ['a negative limit', () => guest.get('/products?limit=-1'), 400, 'VALIDATION'],
  ['a fraction as limit', () => guest.get('/products?limit=1.5'), 400, 'VALIDATION'],
  ['a word as page', () => guest.get('/products?page=two'), 400, 'VALIDATION'],
  ['a huge depth', () => guest.get('/products?depth=1e9'), 400, 'VALIDATION'],
  ['a malformed escape', () => guest.get('/users/%E0%A4%A'), 400, 'MALFORMED_URL'],
  ['a null byte', () => guest.get('/users/%00'), 400, 'MALFORMED_URL'],
  ['a method that nothing offers', () => guest.ask('PROPFIND', '/users'), 405, 'METHOD_NOT_ALLOWED'],
]

const form = (fields: Record<string, string>) => {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) data.set(name, value)
  return data
}

describe('bad input is the sender’s fault, and says so in the one envelope', () => {
  test.each(cases)('%s', async (_name, ask, status, code) => {
    const { status: answered, body, headers } = await ask()
    expect({ status: answered, code: body.errors?.[0]?.data?.code }).toEqual({ status, code })
    expect(body.requestId).toBe(headers.get('x-request-id'))
    expect(JSON.stringify(body)).not.toMatch(/node_modules|\.ts:|at async/)
  })

  test('all wrong paths are named at once', async () => {
    const { body } = await guest.post('/orders/checkout', {
      items: [{ variant: 5, quantity: -1 }, { quantity: 1.5 }],
      email: 'nope',
      surprise: 1,
    })
    const paths = body.errors[0].data.errors.map(({ path }: { path: string }) => path)
    expect(paths).toEqual(
      expect.arrayContaining(['items.0.variant', 'items.0.quantity', 'items.1.variant', 'items.1.quantity', 'email', 'surprise']),
    )
  })

  test('a broken cookie or token is no cookie or token', async () => {
    const broken: Record<string, string>[] = [
      { cookie: 'payload-token=%E0%A4%A; =;;' },
      { cookie: 'payload-token=a.b.c' },
      { authorization: 'JWT nonsense' },
    ]
    for (const headers of broken) expect(await guest.get('/users/me', headers)).toMatchObject({ status: 200, body: { user: null } })
  })
})

describe('bad requests', () => {
  const host = new URL(url).host
  const ask = (line: string, headers = '') => raw(url, `${line} HTTP/1.1\r\nHost: ${host}\r\n${headers}Connection: close\r\n\r\n`)

  test.each([
    ['TRACE', 'TRACE /api/users', 405],
    ['CONNECT', 'CONNECT evil.example:443', 405],
    ['a path that looks like a host', 'GET //evil.example/api', 404],
    ['a path of backslashes', 'GET /\\evil.example/api', 404],
    ['a target that is a whole other address', 'GET http://evil.example/api/nope', 404],
    ['a target of another kind', 'GET mailto:a@b.test', 400],
    ['an asterisk', 'OPTIONS *', 400],
    ['a path that climbs out', 'GET /api/../../etc/passwd', 404],
    ['headers without end', `GET /${'a'.repeat(70_000)}`, 431],
    ['nonsense', 'NONSENSE', 400],
  ])('%s', async (_name, line, status) => {
    expect((await ask(line)).split('\r\n')[0]).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
  })

  test('a whole address as target is answered by its path, whatever host it names', async () => {
    const answer = await ask('GET http://evil.example/health/live')
    expect(answer).toMatch(/^HTTP\/1.1 200 /)
    expect(answer).not.toContain('evil.example')
  })

  test('a foreign host name is not answered', async () => {
    expect(await raw(url, 'GET /api/products HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n')).toMatch(/^HTTP\/1.1 421 /)
  })

  const send = (path: string, headers: Record<string, string>, megabytes: number) =>
    new Promise<{ status?: number; body: string }>((resolve, reject) => {
      const outgoing = request(`${url}${path}`, { method: 'POST', headers }, (response) => {
        let body = ''
        response.setEncoding('utf8').on('data', (chunk: string) => {
          body += chunk
        })
        response.on('end', () => resolve({ status: response.statusCode, body }))
      })
      outgoing.on('error', reject)
      const chunk = Buffer.alloc(1024 * 1024, 97)
      let left = megabytes
      const write = () => {
        while (left > 0) {
          left -= 1
          if (!outgoing.write(chunk)) return outgoing.once('drain', write)
        }
        return outgoing.end()
      }
      write()
    })

  test.each([
    ['that says how large it is', { ...json, 'content-length': String(100 * 1024 * 1024) }],
    ['that does not', { ...json, 'transfer-encoding': 'chunked' }],
    ['of a file that does not', { 'content-type': 'multipart/form-data; boundary=b', 'transfer-encoding': 'chunked' }],
  ])('a body of 100 MB %s is refused, and the sender hears it', async (_name, headers) => {
    const { status, body } = await send('/api/users', headers, 100)
    expect(status).toBe(413)
    expect(JSON.parse(body).errors[0].data.code).toBe('TOO_LARGE')
  })

  test('a body that comes drop by drop is cut off, a whole one is not', async () => {
    const { patience } = await import('../../platform/server/body.ts')
    const usual = patience.text
    patience.text = 300
    onTestFinished(() => {
      patience.text = usual
    })
    const head = `POST /api/users/login HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\n`
    const { hostname, port } = new URL(url)
    const socket = connect(Number(port), hostname, () => socket.write(`${head}Content-Length: 100000\r\n\r\n{`))
    const drops = setInterval(() => socket.write(' '), 50)
    socket.on('error', () => {}).resume()
    await new Promise((resolve) => socket.once('close', resolve))
    clearInterval(drops)
    expect(await raw(url, `${head}Content-Length: 2\r\nConnection: close\r\n\r\n{}`)).toMatch(/^HTTP\/1.1 4\d\d /)
  })

  test('HEAD answers as GET does, without the body', async () => {
    const response = await fetch(`${url}/api/globals/settings`, { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('')
  })
})
