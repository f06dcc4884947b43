import { expect, test } from 'vitest'
import { inMemory } from '../../platform/server/pages.ts'

const publicUrl = 'http://shop.test:3000'
const echo = (name: string) => async (request: Request) =>
  Response.json({
    name,
    url: request.url,
    method: request.method,
    headers: Object.fromEntries(request.headers),
    body: await request.text(),
  })
const ask = inMemory({ api: echo('api'), graphql: echo('graphql'), sandbox: echo('sandbox') }, publicUrl, {
  address: '192.0.2.7',
  requestId: 'r1',
})
const answer = async (...args: Parameters<typeof fetch>) => (await ask(...args)).json()

test('a page asks for its visitor: address, request id and our own origin, whatever the page says', async () => {
  const { headers, body, method } = await answer(`${publicUrl}/api/orders/checkout`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: 'a=b',
      origin: 'https://evil.example',
      'x-client-ip': '203.0.113.1',
      'x-request-id': 'other',
    },
    body: '{"items":[]}',
  })
  expect({ method, body }).toEqual({ method: 'POST', body: '{"items":[]}' })
  expect(headers).toMatchObject({
    cookie: 'a=b',
    origin: publicUrl,
    'x-client-ip': '192.0.2.7',
    'x-request-id': 'r1',
    'content-type': 'application/json',
  })
})

test('each address finds its answer, as text, URL or Request', async () => {
  expect((await answer('/api/products?limit=1')).url).toBe(`${publicUrl}/api/products?limit=1`)
  expect((await answer(new URL('/api/graphql', publicUrl))).name).toBe('graphql')
  expect((await answer(new Request(`${publicUrl}/sandbox/phone?phone=1`))).name).toBe('sandbox')
  expect((await answer('/api/products')).name).toBe('api')
})
