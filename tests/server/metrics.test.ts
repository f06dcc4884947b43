import { expect, test } from 'vitest'
import { platform } from '../support/platform.ts'

const token = 'a token for tests only'
const { url, as, guest, payload, clock } = await platform({ jobs: true, env: { METRICS_TOKEN: token } })
const { emit } = await import('../../platform/outbox/emit.ts')
const { withRequest } = await import('../../platform/transaction.ts')
const { isFromThisMachine } = await import('../../platform/server/this-machine.ts')
const { routeLabels } = await import('../../platform/server/metrics/route-label.ts')

const read = async (headers: Record<string, string> = {}) => {
  const response = await fetch(`${url}/metrics`, { headers })
  return { status: response.status, type: response.headers.get('content-type') ?? '', text: await response.text() }
}

/** The value of one series; undefined when there is none. */
const figure = (text: string, series: string): number | undefined => {
  const line = text.split('\n').find((each) => each.startsWith(`${series} `))
  return line === undefined ? undefined : Number(line.slice(series.length + 1))
}

test('requests are counted by the pattern of their route, so that no path of anybody becomes a series', async () => {
  const admin = as('admin')
  await admin.get(`/users/${admin.user.id}`)
  await admin.get(`/users/${admin.user.id}?depth=0`)
  await guest.get('/there-is-no-such-thing')
  await fetch(`${url}/neither-is-this?secret=hidden`)
  await expect
    .poll(async () => figure((await read()).text, 'http_request_duration_seconds_count{method="GET",route="/api/users/:id",status="200"}'))
    .toBe(2)
  const { text, type } = await read()
  expect(type).toContain('text/plain')
  expect(text).not.toContain(admin.user.id)
  expect(text).not.toContain('there-is-no')
  expect(text).not.toContain('neither')
  expect(figure(text, 'http_request_duration_seconds_count{method="GET",route="/api/*",status="404"}')).toBe(1)
})

test('pages are named by their pattern in every language', () => {
  const labelOf = routeLabels(payload.config)
  expect(labelOf('GET', '/')).toBe('/')
  expect(labelOf('GET', '/sw')).toBe('/')
  expect(labelOf('GET', '/sn/shop?page=2')).toBe('/shop')
  expect(labelOf('GET', '/shop/phone-8')).toBe('/shop/:slug')
  expect(labelOf('GET', '/nd/orders/0193/pay')).toBe('/orders/:id/pay')
  expect(labelOf('GET', '/admin/collections/users/0193')).toBe('/admin/*')
  expect(labelOf('POST', '/api/orders/0193/pack/')).toBe('/api/orders/:id/pack')
})

test('the process, the cache, the sockets, the outbox and the jobs say how they do', async () => {
  payload.config.custom.subscribers.push({
    event: 'test.happened',
    name: 'test.never',
    handle: async () => {
      throw new Error('No.')
    },
  })
  await withRequest(payload, 'test', (req) => emit(req, 'test.happened', {}))
  await guest.get('/globals/settings')
  await guest.get('/globals/settings')
  clock.advance(90_000)
  await expect.poll(async () => figure((await read()).text, 'vior_outbox_age_seconds'), { timeout: 10_000 }).toBeGreaterThan(60)
  const { text } = await read()
  expect(figure(text, 'vior_outbox_pending')).toBe(1)
  expect(figure(text, 'vior_outbox_dead')).toBe(0)
  expect(figure(text, 'nodejs_eventloop_lag_seconds')).toBeGreaterThanOrEqual(0)
  expect(figure(text, 'vior_cache_hits_total')).toBeGreaterThanOrEqual(1)
  expect(figure(text, 'vior_cache_entries')).toBeGreaterThanOrEqual(1)
  expect(figure(text, 'vior_sockets')).toBe(0)
  expect(figure(text, 'vior_mails{status="failed"}')).toBe(0)
  for (const name of ['late_seconds', 'failed', 'failures', 'last_duration_seconds'])
    expect(figure(text, `vior_job_${name}{job="outbox.deliver"}`), name).toBeGreaterThanOrEqual(0)
})

test('what waits for a paused webhook is counted apart and makes nobody late', async () => {
  const webhook = { name: 'Paused', url: 'https://example.com/hear', events: ['orders.paid'] }
  const { body } = await as('developer').post('/webhooks', webhook)
  expect((await as('developer').post(`/webhooks/${body.doc.id}/pause`, {})).status).toBe(200)
  await payload.db.deleteMany({ collection: 'outbox', where: { status: { equals: 'pending' } } })
  await payload.create({
    collection: 'outbox',
    data: { event: 'orders.paid', subscriber: `webhook:${body.doc.id}`, data: {}, status: 'pending', attempts: 0 } as never,
  })
  clock.advance(3_600_000)
  await expect.poll(async () => figure((await read()).text, 'vior_outbox_paused'), { timeout: 10_000 }).toBe(1)
  const { text } = await read()
  expect([figure(text, 'vior_outbox_pending'), figure(text, 'vior_outbox_age_seconds')]).toEqual([0, 0])
})

test('only this machine and whoever has the token may look, and nobody else learns that there is anything', async () => {
  // A proxy on this machine passes on what strangers ask.
  const throughProxy = { 'x-forwarded-for': '203.0.113.7' }
  const refused = await read(throughProxy)
  expect([refused.status, JSON.parse(refused.text).errors[0].data.code]).toEqual([404, 'NOT_FOUND'])
  expect((await read({ ...throughProxy, authorization: 'Bearer wrong' })).status).toBe(404)
  expect((await read({ ...throughProxy, authorization: `Bearer ${token}` })).status).toBe(200)
  const from = (remoteAddress: string) => isFromThisMachine({ headers: {}, socket: { remoteAddress } as never })
  expect(['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.0.0.3', '203.0.113.7', '::ffff:10.0.0.3'].map(from)).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ])
})
