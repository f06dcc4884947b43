import type { Payload } from 'payload'
import { newId } from '../../platform/ids.ts'
import { inTransaction, withRequest } from '../../platform/transaction.ts'
import { putIn } from '../../plugins/shop/stock.ts'

type Row = Record<string, unknown> & { id: string }

/** What the shop's books say, and what does not add up in them. */
export type Books = { orders: string[]; faults: string[] }

const all = async (payload: Payload, collection: string) =>
  (await payload.db.find<Row>({ collection: collection as 'users', pagination: false, limit: 0 })).docs

const sums = (rows: Row[], key: (row: Row) => string, value: (row: Row) => number) => {
  const sums = new Map<string, number>()
  for (const row of rows) sums.set(key(row), (sums.get(key(row)) ?? 0) + value(row))
  return sums
}

const place = ({ variant, location }: Row) => `${variant}:${location}`
const quantity = (row: Row) => Number(row.quantity)

/** Reads everything a checkout writes and names each contradiction: half orders, reservations without an order, stock that is not the sum of its parts. */
export async function audit(payload: Payload): Promise<Books> {
  const [orders, reservations, levels, moves, history] = await Promise.all(
    ['orders', 'reservations', 'stock-levels', 'stock-moves', 'transitions'].map((name) => all(payload, name)),
  )
  const faults: string[] = []
  const known = new Set(orders?.map(({ id }) => id))
  const held = sums(reservations?.filter(({ status }) => status === 'held') ?? [], place, quantity)
  const moved = sums(moves ?? [], place, quantity)
  const reservedFor = sums(reservations ?? [], ({ order }) => String(order), quantity)
  for (const { id, order } of reservations ?? []) if (!known.has(String(order))) faults.push(`reservation ${id} has no order`)
  for (const order of orders ?? []) {
    const items = (order.items ?? []) as Row[]
    const ordered = items.reduce((sum, item) => sum + quantity(item), 0)
    if (items.length === 0) faults.push(`order ${order.id} has no lines`)
    if (reservedFor.get(order.id) !== ordered)
      faults.push(`order ${order.id} has ${ordered} pieces and ${reservedFor.get(order.id)} reserved`)
    if (!history?.some(({ document }) => document === order.id)) faults.push(`order ${order.id} has no history`)
  }
  for (const level of levels ?? []) {
    const [onHand, reserved, available] = [level.onHand, level.reserved, level.available].map(Number) as [number, number, number]
    if (available !== onHand - reserved || available < 0)
      faults.push(`stock ${level.id}: ${available} available of ${onHand} with ${reserved} reserved`)
    if (reserved !== (held.get(place(level)) ?? 0)) faults.push(`stock ${level.id}: ${reserved} reserved, ${held.get(place(level))} held`)
    if (onHand !== (moved.get(place(level)) ?? 0)) faults.push(`stock ${level.id}: ${onHand} on hand, ${moved.get(place(level))} moved`)
  }
  return { orders: [...known], faults }
}

/** Makes products with plenty in stock, once; answers their variants. */
export async function stockUp(payload: Payload, goods: number): Promise<string[]> {
  const { docs } = await payload.find({ collection: 'variants', pagination: false })
  if (docs.length > 0) return docs.map(({ id }) => id)
  const location = await payload.create({
    collection: 'locations',
    data: { id: newId(), name: 'Store', code: 'STORE', default: true } as never,
  })
  const ids: string[] = []
  for (let number = 1; number <= goods; number++) {
    const name = `Lamp-${number}`
    const product = await payload.create({
      collection: 'products',
      data: {
        title: name,
        slug: name.toLowerCase(),
        kind: 'physical',
        source: 'local',
        condition: 'new',
        price: 1_500_000,
        currency: 'TZS',
        published: true,
      } as never,
    })
    const variant = await payload.create({
      collection: 'variants',
      data: { product: product.id, title: name, sku: name.toUpperCase() } as never,
    })
    await withRequest(payload, 'stock up', (req) =>
      inTransaction(req, () => putIn(req, { variant: variant.id, location: location.id }, 1_000_000, { kind: 'receipt' })),
    )
    ids.push(variant.id)
  }
  return ids
}
