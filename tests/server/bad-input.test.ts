import { Agent, request } from 'node:http'
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
  ['two limits', () => guest.get('/products?limit=1&limit=2'), 400, 'VALIDATION'],
  ['an object as limit', () => guest.get('/products?limit[a]=1'), 400, 'VALIDATION'],
  ['a collection that every object has', () => guest.get('/constructor/x'), 404, 'NOT_FOUND'],
  ['a posted question with wrong numbers', () => question('limit=-1&page=two'), 400, 'VALIDATION'],
  ['a posted question in another language', () => question('locale=xx'), 400, 'VALIDATION'],
  ['a posted question with malformed JSON', () => question('where={bad'), 400, 'VALIDATION'],
  [
    'conditions without end',
    () => question(where({ or: Array.from({ length: 2000 }, (_, n) => ({ title: { equals: `${n}` } })) })),
    400,
    'TOO_COMPLEX',
  ],
  ['values without end', () => question(where({ title: { in: Array.from({ length: 40_000 }, (_, n) => n) } })), 400, 'TOO_COMPLEX'],
  ['words without end', () => question(where({ title: { like: 'ab '.repeat(2000) } })), 400, 'TOO_COMPLEX'],
  ['a word without end', () => question(where({ title: { contains: 'a'.repeat(60_000) } })), 400, 'TOO_COMPLEX'],
  ['conditions within conditions', () => question(where(within(60))), 400, 'TOO_COMPLEX'],
  ['conditions deeper than anything', () => question(where(within(2000))), 400, 'VALIDATION'],
  ['a path without end', () => guest.get(`/products?sort=${'category.'.repeat(40)}title`), 400, 'TOO_COMPLEX'],
  ['orders without end', () => guest.get(`/products?sort=${'title,'.repeat(300)}slug`), 400, 'TOO_COMPLEX'],
  ['parameters without end', () => guest.get(`/products?${'a&'.repeat(1500)}limit=1`), 400, 'TOO_COMPLEX'],
  ['half of a character', () => as('admin').post('/brands', { name: 'half \ud800', slug: 'half' }), 400, 'VALIDATION'],
  ['a malformed escape', () => guest.get('/users/%E0%A4%A'), 400, 'MALFORMED_URL'],
  ['a null byte', () => guest.get('/users/%00'), 400, 'MALFORMED_URL'],
  ['a method that nothing offers', () => guest.ask('PROPFIND', '/users'), 405, 'METHOD_NOT_ALLOWED'],
]

const question = (query: string) =>
  guest.post('/products', query, { 'x-http-method-override': 'GET', 'content-type': 'application/x-www-form-urlencoded' })

const where = (condition: object) => `where=${encodeURIComponent(JSON.stringify(condition))}`

const within = (levels: number): object => (levels === 0 ? { title: { equals: 'x' } } : { and: [within(levels - 1)] })

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

  test('a question can be posted as a form or as JSON, and means the same as in an address', async () => {
    const made = await as('admin').post('/brands', { name: 'Kibo', slug: 'kibo' })
    await as('admin').post('/brands', { name: 'Other', slug: 'other' })
    const asked = { where: { slug: { equals: 'kibo' } }, limit: 5, depth: 0 }
    const overridden = { 'x-payload-http-method-override': 'GET' }
    const ids = async ({ body }: Awaited<ReturnType<typeof guest.get>>) => body.docs.map(({ id }: { id: string }) => id)
    const inForm = { ...overridden, 'content-type': 'application/x-www-form-urlencoded' }
    for (const answer of [
      await guest.get('/brands?where[slug][equals]=kibo&limit=5&depth=0'),
      await guest.post('/brands', 'where[slug][equals]=kibo&limit=5&depth=0', inForm),
      await guest.post('/brands', JSON.stringify(asked), { ...overridden, ...json }),
    ])
      expect(await ids(answer)).toEqual([made.body.doc.id])
  })

  test('as many ids as a page of search results has are not too many', async () => {
    const ids = Array.from({ length: 5000 }, (_, n) => `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`)
    expect((await question(where({ and: [{ id: { in: ids } }, { published: { equals: true } }] }))).status).toBe(200)
    expect((await question(where({ id: { in: ids.slice(0, 2000).join(',') } }))).status).toBe(200)
  })

  test('a question over more tables than an engine can join is none of our faults', async () => {
    const paths = Array.from({ length: 60 }, (_, n) => ({ [`category.${'parent.'.repeat(n % 8)}title`]: { equals: `${n}` } }))
    const { status, body } = await question(where({ or: paths }))
    expect(status === 200 || body.errors[0].data.code === 'TOO_COMPLEX').toBe(true)
  })

  test('an id that only one engine knows is left out', async () => {
    const { body } = await as('admin').post('/brands', { name: 'Ids', slug: 'ids', _id: 'zz' })
    const changed = await as('admin').patch(`/brands/${body.doc.id}`, { name: 'Same', _id: 'zz' })
    expect([changed.status, changed.body.doc?.id, changed.body.doc?.name]).toEqual([200, body.doc.id, 'Same'])
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

  test('an offer of another protocol is passed over, an expectation that nobody can meet is not', async () => {
    const offer = 'Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQCAAAAAAIAAAAA\r\nConnection: Upgrade, HTTP2-Settings\r\n'
    const answer = await raw(url, `GET /api/products?limit=1 HTTP/1.1\r\nHost: ${host}\r\n${offer}\r\n`)
    expect(answer).toMatch(/^HTTP\/1.1 200 /)
    expect(await ask('GET /api/products', 'Expect: wonders\r\n')).toMatch(/^HTTP\/1.1 417 [\s\S]*"BAD_REQUEST"/)
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

  test.each(['application/json', 'multipart/form-data; boundary=b'])('a body that comes drop by drop is cut off: %s', async (type) => {
    const { patience } = await import('../../platform/server/body.ts')
    const usual = patience.start
    patience.start = 200
    onTestFinished(() => {
      patience.start = usual
    })
    const head = `POST /api/users/login HTTP/1.1\r\nHost: ${host}\r\nContent-Type: ${type}\r\n`
    const { hostname, port } = new URL(url)
    const socket = connect(Number(port), hostname, () => socket.write(`${head}Content-Length: 1000000\r\n\r\n{`))
    const drops = setInterval(() => socket.write(' '), 20)
    socket.on('error', () => {}).resume()
    await new Promise((resolve) => socket.once('close', resolve))
    clearInterval(drops)
    expect(await raw(url, `${head}Content-Length: 2\r\nConnection: close\r\n\r\n{}`)).toMatch(/^HTTP\/1.1 4\d\d /)
  })

  test('a body that comes slowly but steadily arrives', async () => {
    const { patience } = await import('../../platform/server/body.ts')
    const usual = { ...patience }
    Object.assign(patience, { start: 100, byte: 1 })
    onTestFinished(() => void Object.assign(patience, usual))
    const outgoing = request(`${url}/api/users/login`, { method: 'POST', headers: { ...json, 'content-length': '2002' } })
    const answered = new Promise<number | undefined>((resolve, reject) => {
      outgoing.on('response', (response) => resolve(response.resume().statusCode)).on('error', reject)
    })
    for (const part of ['{', ...Array<string>(20).fill(' '.repeat(100)), '}']) {
      outgoing.write(part)
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    outgoing.end()
    expect(await answered).toBe(400)
  })

  test('an upload of too many parts is refused while it still comes, and holds up nothing that comes after it', async () => {
    const part = '--b\r\nContent-Disposition: form-data; name="file"; filename="x.png"\r\n\r\nx\r\n'
    const agent = new Agent({ keepAlive: true, maxSockets: 1 })
    onTestFinished(() => agent.destroy())
    const over = (method: string, path: string, body = '') =>
      new Promise<number | undefined>((resolve, reject) => {
        const headers = body ? { 'content-type': 'multipart/form-data; boundary=b', 'content-length': String(Buffer.byteLength(body)) } : {}
        const outgoing = request(`${url}${path}`, { method, headers, agent }, (response) => {
          response.resume().on('end', () => resolve(response.statusCode))
        })
        outgoing.on('error', reject).end(body)
      })
    for (const count of [50_000, 100_000, 150_000, 200_000]) {
      expect(await over('POST', '/api/users', `${part.repeat(count)}--b--`)).toBe(413)
      expect(await over('GET', '/health/live')).toBe(200)
    }
  })

  test('HEAD answers as GET does, without the body', async () => {
    const response = await fetch(`${url}/api/globals/settings`, { method: 'HEAD' })
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('')
  })
})
