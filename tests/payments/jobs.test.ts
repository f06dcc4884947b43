import { beforeAll, expect, test } from 'vitest'
import type { Provider, ProviderEvent } from '../../plugins/payments/provider.ts'
import { type World, world } from './world.ts'

let it: World

beforeAll(async () => {
  it = await world()
})

const provider = (): Provider => it.payload.config.custom.providers.find(({ name }: Provider) => name === 'azampay')

test('attempts expire in their time, once, with many jobs at once', async () => {
  const attempts = [await it.pending(), await it.pending(), await it.pending()]
  expect(await it.job('payments.expire')).toEqual({ done: 0 })
  it.clock.advance(10 * 60_000 + 1_000)
  const runs = (await it.race(5, () => it.job('payments.expire'))) as { done: number }[]
  expect(runs.reduce((sum, { done }) => sum + done, 0)).toBe(3)
  it.clock.reset()
  for (const { id } of attempts) {
    expect(await it.payment(id)).toMatchObject({ status: 'expired' })
    expect(await it.history(id)).toEqual(['create', 'ask', 'expire'])
  }
})

test('a stored message that was left lying is dealt with, and one that cannot be yet is kept', async () => {
  const pending = await it.pending()
  const { payables } = it.payload.config.custom
  const [payable] = payables
  it.payload.config.custom.payables = []
  expect(await it.act(pending.reference, { action: 'approve' })).toEqual([200])
  const events = async () =>
    (await it.payload.find({ collection: 'payment-events', where: { reference: { equals: pending.reference } } })).docs
  expect(await events()).toMatchObject([{ verdict: 'received', note: expect.stringContaining(pending.reference) }])
  it.clock.advance(30_000)
  expect(await it.job('payments.catch-up')).toEqual({ done: 0 })
  it.payload.config.custom.payables = [payable]
  it.clock.advance(30_000)
  expect(await it.job('payments.catch-up')).toEqual({ done: 1 })
  it.clock.reset()
  expect(await events()).toMatchObject([{ verdict: 'settled', note: null }])
  expect(await it.orderState(pending.order)).toBe('paid')
})

test('providers that can be asked are asked about what they have not spoken of', async () => {
  const [paid, lost] = [await it.pending(), await it.pending()]
  const asked: string[] = []
  provider().status = async ({ reference }): Promise<ProviderEvent | undefined> => {
    asked.push(reference)
    if (reference !== paid.reference) throw new Error('The network is cut.')
    return { id: 'asked', reference, outcome: 'succeeded', amount: { amount: 1_500_000, currency: 'TZS' }, phone: paid.phone }
  }
  expect(await it.job('payments.poll')).toEqual({ done: 0 })
  it.clock.advance(2 * 60_000)
  expect(await it.job('payments.poll')).toEqual({ done: 1 })
  it.clock.reset()
  delete provider().status
  expect(asked).toContain(lost.reference)
  expect(await it.orderState(paid.order)).toBe('paid')
  expect((await it.payment(lost.id)).status).toBe('pending')
  expect(await it.job('payments.poll')).toEqual({ done: 0 })
})

test('what strangers sent is thrown away after three months, what providers sent is kept', async () => {
  const pending = await it.pending()
  await it.act(pending.reference, { action: 'approve' })
  await it.rest('POST', '/azam-callback', 'nonsense')
  expect(await it.count('payment-events', { verdict: { equals: 'unreadable' } })).toBe(1)
  expect(await it.job('payments.forget-forgeries')).toEqual({ done: 0 })
  it.clock.advance(91 * 86_400_000)
  expect(await it.job('payments.forget-forgeries')).toEqual({ done: 1 })
  it.clock.reset()
  expect(await it.count('payment-events', { payment: { equals: pending.id } })).toBe(1)
})
