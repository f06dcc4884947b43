import type { Order, Product, StockLevel, Variant } from '../../payload-types.ts'
import { type Answer, type Client, type Platform, platform } from '../support/platform.ts'
import { faultsIn } from './books.ts'

/** An order as the checkout answers it, with the secret that opens it. */
export type Placed = { id: string; number: string; status: string; total: number; currency: string; secret: string }

/** Something that can be bought: a product with one variant and its stock level at the first location. */
export type Goods = { product: Product; variant: Variant; level: string }

/** A platform with a shop that has a store and an outlet, and what tests do there. */
export type Shop = Platform & {
  store: string
  outlet: string
  /** Makes a published product with `stock` pieces in the store. */
  goods: (stock?: number, product?: Partial<Product>, variant?: Partial<Variant>) => Promise<Goods>
  checkout: (
    items: { variant: string; quantity: number }[],
    more?: Record<string, unknown>,
    by?: Client,
    headers?: Record<string, string>,
  ) => Promise<Answer>
  /** Orders `quantity` of one thing, or throws. */
  order: (goods: Goods, quantity?: number, more?: Record<string, unknown>, by?: Client) => Promise<Placed>
  /** Opens a payment in cash; answers its id. */
  open: (order: Placed) => Promise<string>
  /** Treasury finds the money of a payment on the account, however late. */
  resolve: (payment: string) => Promise<Answer>
  /** Takes the cash of an opened payment. */
  take: (payment: string) => Promise<Answer>
  pay: (order: Placed) => Promise<Answer>
  /** The numbers of a stock level. */
  level: (goods: Pick<Goods, 'level'>) => Promise<Pick<StockLevel, 'onHand' | 'reserved' | 'available'>>
  stored: (order: Placed) => Promise<Order>
  /** Every contradiction in the books of the shop; none is what is expected. */
  faults: () => Promise<string[]>
  count: (collection: string, where?: Record<string, unknown>) => Promise<number>
}

/** An address that can be delivered to. */
export const address = { name: 'Asha Juma', line1: 'Uhuru Street 12', city: 'Dar es Salaam', country: 'TZ' }

let made = 0

/** Boots a platform with a shop. */
export async function shop(options: Parameters<typeof platform>[0] = {}): Promise<Shop> {
  const it = await platform(options)
  const { payload, guest, as } = it

  const create = async <Doc>(by: Client, collection: string, data: object): Promise<Doc> => {
    const { status, body } = await by.post(`/${collection}`, data)
    if (status !== 201) throw new Error(`No ${collection}: ${JSON.stringify(body)}`)
    return body.doc
  }
  const sales = as('sales')
  const store = await create<{ id: string }>(sales, 'locations', { name: 'Store', code: 'store', pickup: true, default: true })
  const outlet = await create<{ id: string }>(sales, 'locations', { name: 'Outlet', code: 'outlet', pickup: true })

  const goods: Shop['goods'] = async (stock = 0, product = {}, variant = {}) => {
    const number = ++made
    const made_ = await create<Product>(sales, 'products', { title: `Product ${number}`, price: 1_000_000, published: true, ...product })
    const kind = await create<Variant>(sales, 'variants', { product: made_.id, sku: `SKU-${number}`, ...variant })
    const { docs } = (await sales.get(`/stock-levels?where[variant][equals]=${kind.id}&depth=0`)).body
    const level = docs[0]?.id
    if (stock > 0) {
      const { status, body } = await sales.post(`/stock-levels/${level}/receive`, { quantity: stock, reason: 'Delivery' })
      if (status !== 200) throw new Error(JSON.stringify(body))
    }
    return { product: made_, variant: kind, level }
  }

  const checkout: Shop['checkout'] = (items, more = {}, by = guest, headers = {}) =>
    by.post('/orders/checkout', { items, email: 'asha@example.test', shipping: address, ...more }, headers)

  const order: Shop['order'] = async ({ variant }, quantity = 1, more = {}, by = guest) => {
    const { status, body } = await checkout([{ variant: variant.id, quantity }], more, by)
    if (status !== 201) throw new Error(`No order: ${JSON.stringify(body)}`)
    return { ...body.order, secret: body.secret }
  }

  const open: Shop['open'] = async ({ id, secret }) => {
    const { status, body } = await guest.post('/initiate-payment', {
      subject: { relationTo: 'orders', value: id },
      secret,
      provider: 'cash',
    })
    if (status !== 202) throw new Error(`No payment: ${JSON.stringify(body)}`)
    return body.payment.id
  }

  const take: Shop['take'] = (payment) => as('treasury').post(`/payments/${payment}/receive`)

  const resolve: Shop['resolve'] = (payment) => as('treasury').post(`/payments/${payment}/resolve`, { reason: 'Found on the account' })

  return {
    ...it,
    resolve,
    store: store.id,
    outlet: outlet.id,
    goods,
    checkout,
    order,
    open,
    take,
    pay: async (placed) => take(await open(placed)),
    level: async ({ level }) => {
      const { onHand, reserved, available } = await payload.findByID({ collection: 'stock-levels', id: level, depth: 0 })
      return { onHand, reserved, available }
    },
    stored: ({ id }) => payload.findByID({ collection: 'orders', id, depth: 0 }),
    faults: () => faultsIn(payload),
    count: async (collection, where = {}) => (await payload.count({ collection: collection as 'orders', where: where as never })).totalDocs,
  }
}

/** How often each answer was given: `{ 201: 1, OUT_OF_STOCK: 49 }`. */
export const tally = (answers: readonly Answer[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { status, body } of answers) {
    const name = status < 400 ? String(status) : String(body?.errors?.[0]?.data?.code ?? status)
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

/** The code of a refusal. */
export const codeOf = ({ body }: Answer): string => body?.errors?.[0]?.data?.code

/** The paths that a refusal complains about. */
export const pathsOf = ({ body }: Answer): string[] => (body?.errors?.[0]?.data?.errors ?? []).map(({ path }: { path: string }) => path)
