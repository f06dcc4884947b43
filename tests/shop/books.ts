import type { Payload } from 'payload'
import type { Order, Reservation, StockLevel, StockMove } from '../../payload-types.ts'

type Sum = Map<string, number>

const sum = <Row>(rows: Row[], key: (row: Row) => string, value: (row: Row) => number): Sum => {
  const sums: Sum = new Map()
  for (const row of rows) sums.set(key(row), (sums.get(key(row)) ?? 0) + value(row))
  return sums
}

const place = ({ variant, location }: Pick<StockMove, 'variant' | 'location'>) => `${variant}:${location}`
const quantity = (row: { quantity: number }) => row.quantity

/** What an order must have put aside or sold in its state: all of it, nothing, or either. */
const rules: Record<Order['status'], ('held' | 'consumed' | 'nothing')[]> = {
  draft: ['nothing'],
  awaiting_payment: ['held', 'nothing'],
  paid: ['consumed'],
  treasury_confirmed: ['consumed'],
  packed: ['consumed'],
  shipped: ['consumed'],
  delivered: ['consumed'],
  closed: ['consumed'],
  canceled: ['nothing'],
  returned: ['nothing'],
  paid_unfulfillable: ['nothing'],
}

/** Reads the books of the shop and names every contradiction in them. */
export async function faultsIn(payload: Payload): Promise<string[]> {
  const all = async <Row>(collection: string) =>
    (await payload.find({ collection: collection as 'orders', pagination: false, depth: 0 })).docs as unknown as Row[]
  const [orders, reservations, levels, moves] = [
    await all<Order>('orders'),
    await all<Reservation>('reservations'),
    await all<StockLevel>('stock-levels'),
    await all<StockMove>('stock-moves'),
  ]
  const histories = new Set((await all<{ document: string }>('transitions')).map(({ document }) => document))
  const faults: string[] = []

  const known = new Set(orders.map(({ id }) => id))
  for (const { id, order } of reservations) if (!known.has(String(order))) faults.push(`reservation ${id} has no order`)

  for (const { id, status, items } of orders) {
    const ordered = items.filter(({ kind }) => kind === 'physical').reduce((total, each) => total + each.quantity, 0)
    const mine = reservations.filter(({ order }) => order === id)
    const [held, consumed] = ['held', 'consumed'].map((state) =>
      mine.filter((each) => each.status === state).reduce((total, each) => total + each.quantity, 0),
    )
    const is =
      held === 0 && consumed === 0
        ? 'nothing'
        : held === ordered && consumed === 0
          ? 'held'
          : consumed === ordered && held === 0
            ? 'consumed'
            : 'a part'
    if (ordered > 0 && !(rules[status] as string[]).includes(is)) faults.push(`order ${id} is ${status} with ${is} of ${ordered} pieces`)
    if (!histories.has(id)) faults.push(`order ${id} has no history`)
  }

  const moved = sum(moves, place, quantity)
  const held = sum(
    reservations.filter(({ status }) => status === 'held'),
    place,
    quantity,
  )
  for (const level of levels) {
    const { id, onHand, reserved, available } = level
    if (available !== onHand - reserved || available < 0 || reserved < 0)
      faults.push(`level ${id}: ${onHand} on hand, ${reserved} reserved, ${available} available`)
    if (reserved !== (held.get(place(level)) ?? 0)) faults.push(`level ${id}: ${reserved} reserved, ${held.get(place(level)) ?? 0} held`)
    if (onHand !== (moved.get(place(level)) ?? 0)) faults.push(`level ${id}: ${onHand} on hand, ${moved.get(place(level)) ?? 0} moved`)
  }

  const stocked = sum(
    levels,
    ({ variant }) => String(variant),
    ({ available }) => available,
  )
  const variants = await all<{ id: string; product: string; inStock: boolean }>('variants')
  const products = await all<{ id: string; kind: string; inStock: boolean }>('products')
  for (const product of products) {
    const mine = variants.filter((variant) => variant.product === product.id)
    const can = (variant: { id: string }) => product.kind !== 'physical' || (stocked.get(variant.id) ?? 0) > 0
    for (const variant of mine)
      if (Boolean(variant.inStock) !== can(variant)) faults.push(`variant ${variant.id} says inStock ${variant.inStock}`)
    if (Boolean(product.inStock) !== mine.some(can)) faults.push(`product ${product.id} says inStock ${product.inStock}`)
  }
  return faults
}
