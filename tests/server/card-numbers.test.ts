import { expect, test, vi } from 'vitest'
import { platform } from '../support/platform.ts'

const { guest, payload } = await platform({ env: { LOG_LEVEL: 'debug' } })

/** A number that passes the check of card numbers and belongs to nobody. */
const card = '4242424242424242'
const spelt = ['4242 4242 4242 4242', '4242-4242-4242-4242', card]

test('a card number that somebody sends by mistake stands neither in the log nor in the database', async () => {
  const lines: string[] = []
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    lines.push(String(line))
    return true
  })
  try {
    for (const number of spelt) {
      await guest.get(`/products?where[title][equals]=${encodeURIComponent(number)}`)
      await guest.get(`/payments/${encodeURIComponent(number)}`)
      await guest.post('/orders/checkout', { items: [], email: 'a@test.test', card: number, cvc: '123' })
      await guest.post('/initiate-payment', { subject: { relationTo: 'orders', value: number }, provider: number, phone: number })
      await guest.post('/users/login', { email: `${card}@test.test`, password: number })
      await guest.gql(`{ Products(where: { title: { equals: "${number}" } }) { docs { id } } }`)
    }
    await vi.waitFor(() => expect(lines.filter((line) => line.endsWith(' ms\n'))).toHaveLength(6 * spelt.length), { timeout: 20_000 })
  } finally {
    spy.mockRestore()
  }
  const log = lines.join('')
  for (const number of spelt) expect(log).not.toContain(number)
  for (const collection of ['orders', 'payments', 'payment-events', 'idempotency-keys', 'audit-log', 'outbox', 'mails'] as const) {
    const { docs } = await payload.find({ collection, limit: 100, depth: 0, overrideAccess: true, showHiddenFields: true })
    for (const number of spelt) expect(JSON.stringify(docs), collection).not.toContain(number)
  }
})
