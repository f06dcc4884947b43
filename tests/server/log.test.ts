import { expect, test, vi } from 'vitest'
import { platform } from '../support/platform.ts'

const { url, guest, as } = await platform({ env: { LOG_LEVEL: 'info' } })
const { readable } = await import('../../platform/logger.ts')
const { shownPath } = await import('../../platform/server/log.ts')

/** What is logged while `work` makes so many requests. */
async function logged(requests: number, work: () => Promise<unknown>): Promise<string> {
  const lines: string[] = []
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    lines.push(String(line))
    return true
  })
  try {
    await work()
    await vi.waitFor(() => expect(lines.filter((line) => line.endsWith(' ms\n'))).toHaveLength(requests), { timeout: 20_000 })
  } finally {
    spy.mockRestore()
  }
  return lines.join('')
}

test('a request keeps the id that its sender gave it, if that is a sound one', async () => {
  const given = await fetch(`${url}/api/products`, { headers: { 'x-request-id': 'order-17.a' } })
  expect(given.headers.get('x-request-id')).toBe('order-17.a')
  for (const unsound of ['with spaces', '<script>', 'x'.repeat(500)]) {
    const made = await fetch(`${url}/api/products`, { headers: { 'x-request-id': unsound } })
    expect(made.headers.get('x-request-id')).toMatch(/^[\da-f-]{36}$/)
  }
})

test('one line says what was asked and how it ended', async () => {
  expect(await logged(1, () => guest.get('/products'))).toMatch(/^\d\d:\d\d:\d\d info +GET \/api\/products 200 [\d.]+ ms\n$/)
})

test('secrets are never logged, wherever they travel', async () => {
  const secret = 'hunter2hunter2hunter2'
  const lines = await logged(6, async () => {
    await guest.get(`/products?token=${secret}`)
    await guest.get('/users/me', {
      authorization: `JWT ${secret}`,
      cookie: `payload-token=${secret}`,
      'x-order-secret': secret,
      'x-cart-secret': secret,
    })
    await guest.post('/users/login', { email: as('customer').user.email, password: secret })
    await guest.post(`/users/verify/${secret}`)
    await guest.post(`/payments/azampay/webhook/${secret}`, {})
    await guest.gql(`mutation { loginUser(email: "a@test.test", password: "${secret}") { token } }`)
  })
  expect(lines).toContain('/api/users/verify/***')
  expect(lines).not.toContain(secret)
})

test('a path is shown without query and secrets', () => {
  expect(shownPath('/api/orders/01900000-0000-7000-8000-000000000000?secret=x')).toBe('/api/orders/01900000-0000-7000-8000-000000000000')
  expect(shownPath('/reset/abc')).toBe('/reset/***')
  expect(shownPath('/x/0123456789abcdef0123456789abcdef')).toBe('/x/***')
  expect(shownPath('/shop/hp-elitebook-840-g5-refurbished')).toBe('/shop/hp-elitebook-840-g5-refurbished')
})

test('an error is shown with its stack and the request that it broke', () => {
  const entry = { level: 50, time: 0, msg: 'It broke.', err: { message: 'no', stack: 'Error: no\n    at here' }, requestId: 'r1' }
  expect(readable(JSON.stringify(entry))).toMatch(/ERROR It broke\.\nError: no\n {4}at here\n {4}request r1\n$/)
})
