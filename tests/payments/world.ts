import { vi } from 'vitest'
import type { Act, Prompt } from '../../plugins/payments/providers/azampay-simulated-phones.ts'
import type { Faults } from '../../plugins/payments/providers/azampay-simulator.ts'
import { type Answer, type Client, type Platform, platform } from '../support/platform.ts'

/** An order that somebody placed without signing in. */
export type Placed = { id: string; number: string; total: number; secret: string }

/** A platform with a shop in which things can be bought, and the phones of those who buy. */
export type World = Platform & {
  /** Orders one piece; `stocked` goods are counted, others are not. */
  order: (options?: { by?: Client; goods?: 'service' | 'stocked' }) => Promise<Placed>
  /** How many of the stocked goods can be had. */
  stock: (quantity: number) => Promise<void>
  begin: (order: Placed, how?: Record<string, unknown>, headers?: Record<string, string>) => Promise<Answer>
  /** Orders, and begins to pay by phone; answers the prompt's reference too. */
  pending: (options?: { goods?: 'service' | 'stocked' }) => Promise<Pending>
  /** Does what the payer would, and waits until what the provider said is dealt with. */
  act: (reference: string, act: Act) => Promise<number[]>
  /** Waits until no message is being dealt with any more: one that takes long is answered before. */
  quiet: () => Promise<void>
  prompts: (phone?: string) => Promise<Prompt[]>
  faults: (faults: Faults) => Promise<void>
  payment: (id: string) => Promise<Record<string, unknown>>
  orderState: (order: Placed) => Promise<string>
  /** The history of a document as verbs. */
  history: (id: string) => Promise<string[]>
  count: (collection: string, where?: Record<string, unknown>) => Promise<number>
}

/** An order whose payment waits for the payer. */
export type Pending = { order: Placed; id: string; reference: string; phone: string }

let phones = 0

/** A number that nobody else in this file uses. */
export const nextPhone = (): string => `+25571${String(++phones).padStart(7, '0')}`

/** Boots a platform on which payments can be tried. */
export async function world(options: Parameters<typeof platform>[0] = {}): Promise<World> {
  const it = await platform(options)
  const { payload, guest } = it
  const simulator = (path: string, method = 'GET', body?: unknown) =>
    fetch(`${process.env.AZAMPAY_SIMULATOR_URL}/simulator${path}`, { method, body: body === undefined ? undefined : JSON.stringify(body) })

  const location = await payload.create({
    collection: 'locations',
    data: { name: 'Main', code: 'MAIN', pickup: true, default: true } as never,
  })
  const goods = async (kind: 'service' | 'physical') => {
    const product = await payload.create({
      collection: 'products',
      data: { title: kind, slug: kind, kind, price: 1_500_000, currency: 'TZS', published: true } as never,
    })
    return payload.create({ collection: 'variants', data: { product: product.id, sku: kind.toUpperCase() } as never })
  }
  const service = await goods('service')
  const stocked = await goods('physical')

  const order: World['order'] = async ({ by = guest, goods = 'service' } = {}) => {
    const variant = goods === 'stocked' ? stocked.id : service.id
    const answer = await by.post('/orders/checkout', {
      items: [{ variant, quantity: 1 }],
      email: 'buyer@test.test',
      ...(goods === 'stocked' && { pickup: location.id }),
    })
    if (answer.status !== 201) throw new Error(`No order: ${JSON.stringify(answer.body)}`)
    return { ...answer.body.order, secret: answer.body.secret }
  }

  const begin: World['begin'] = ({ id, secret }, how = {}, headers) =>
    guest.post(
      '/initiate-payment/',
      { subject: { relationTo: 'orders', value: id }, secret, provider: 'azampay', phone: nextPhone(), ...how },
      headers,
    )

  const count: World['count'] = async (collection, where = {}) =>
    (await payload.count({ collection: collection as 'users', where: where as never })).totalDocs

  // A message with a note was tried and is left for later.
  const quiet = () =>
    vi.waitFor(
      async () => {
        const busy = await count('payment-events', { and: [{ verdict: { equals: 'received' } }, { note: { exists: false } }] })
        if (busy > 0) throw new Error(`${busy} messages are still being dealt with.`)
      },
      { timeout: 20_000, interval: 20 },
    )

  const payment = async (id: string) =>
    (await payload.db.findOne({ collection: 'payments', where: { id: { equals: id } } })) as Record<string, unknown>

  return {
    ...it,
    order,
    begin,
    payment,
    stock: async (quantity) => {
      const { docs } = await payload.find({ collection: 'stock-levels', where: { variant: { equals: stocked.id } } })
      const [level] = docs
      const { status, body } = await it.as('sales').post(`/stock-levels/${level?.id}/count`, { counted: quantity, reason: 'For a test' })
      if (status !== 200) throw new Error(`No stock: ${JSON.stringify(body)}`)
    },
    pending: async (options) => {
      const placed = await order(options)
      const phone = nextPhone()
      const { status, body } = await begin(placed, { phone })
      if (status !== 202) throw new Error(`No payment: ${JSON.stringify(body)}`)
      return { order: placed, id: body.payment.id, reference: body.payment.reference, phone }
    },
    quiet,
    act: async (reference, act) => {
      const response = await simulator(`/prompts/${reference}`, 'POST', act)
      const { answers } = (await response.json()) as { answers: number[] }
      await quiet()
      return answers
    },
    prompts: async (phone) => (await (await simulator(`/prompts${phone ? `?phone=${encodeURIComponent(phone)}` : ''}`)).json()) as Prompt[],
    faults: async (faults) => void (await simulator('/faults', 'PUT', faults)),
    orderState: async ({ id, secret }) => (await guest.get(`/orders/${id}`, { 'x-order-secret': secret })).body.status,
    history: async (id) => {
      const { docs } = await payload.find({ collection: 'transitions', where: { document: { equals: id } }, sort: 'id', limit: 100 })
      return docs.map(({ verb }) => verb)
    },
    count,
  }
}
