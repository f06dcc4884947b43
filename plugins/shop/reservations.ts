import type { PayloadRequest, Where } from 'payload'
import { now } from '../../platform/clock.ts'
import { newId } from '../../platform/ids.ts'
import { move } from '../../platform/states.ts'
import { allocate, type Line, type Offer, type Plan, type Share } from './allocation.ts'
import { reservationStates } from './states.ts'
import { letGo, type MoveNote, type Place, putAside, putIn, takeOut } from './stock.ts'

/** Goods that are put aside for an order until a moment. */
export type Reservation = Place & {
  id: string
  order: string
  quantity: number
  expiresAt: string
  extended?: boolean | null
  status: string
}

/** The longest that goods are put aside in one go, in minutes: at checkout, and while a payment is on its way. */
export const holdMinutes = { checkout: 15, payment: 30 }

const offersOf = async (req: PayloadRequest, variants: readonly string[], location?: string): Promise<Offer[]> => {
  const conditions: Where[] = [{ variant: { in: [...variants] } }, { available: { greater_than: 0 } }]
  if (location) conditions.push({ location: { equals: location } })
  const { docs } = await req.payload.db.find<Offer>({
    collection: 'stock-levels',
    req,
    where: { and: conditions },
    pagination: false,
    select: { variant: true, location: true, available: true },
  })
  return docs
}

const defaultLocations = async (req: PayloadRequest): Promise<string[]> => {
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection: 'locations',
    req,
    where: { default: { equals: true } },
    pagination: false,
    select: {},
  })
  return docs.map(({ id }) => id)
}

/** How much of each variant can be had, over all locations. */
export async function availableOf(req: PayloadRequest, variants: readonly string[]): Promise<Map<string, number>> {
  const available = new Map<string, number>()
  for (const offer of await offersOf(req, variants)) available.set(offer.variant, (available.get(offer.variant) ?? 0) + offer.available)
  return available
}

/** Plans where the lines of an order are taken from, at one location only where the customer fetches them there. */
export async function plan(req: PayloadRequest, lines: readonly Line[], location?: string): Promise<Plan> {
  if (lines.length === 0) return { shares: [], shortages: [] }
  const offers = await offersOf(
    req,
    lines.map(({ variant }) => variant),
    location,
  )
  const places = new Set(offers.map((offer) => offer.location))
  return allocate(lines, offers, places.size > 1 ? await defaultLocations(req) : [])
}

/** Puts aside for an order what was planned in the same transaction. */
export async function hold(
  req: PayloadRequest,
  order: string,
  shares: readonly Share[],
  { until, extended = false }: { until: Date; extended?: boolean },
): Promise<void> {
  for (const { quantity, ...place } of shares) {
    // What was read inside this transaction still holds when it is written, or the transaction is repeated.
    if (!(await putAside(req, place, quantity))) throw new Error('The stock changed inside a transaction.')
    const at = now().toISOString()
    const data = {
      id: newId(),
      order,
      ...place,
      quantity,
      expiresAt: until.toISOString(),
      extended,
      status: 'held',
      createdAt: at,
      updatedAt: at,
    }
    await req.payload.db.create({ collection: 'reservations', req, returning: false, data })
  }
}

/** The reservations of an order in one state. */
export const reservationsOf = async (req: PayloadRequest, order: string, status: 'held' | 'consumed'): Promise<Reservation[]> => {
  const where: Where = { and: [{ order: { equals: order } }, { status: { equals: status } }] }
  return (await req.payload.db.find<Reservation>({ collection: 'reservations', req, where, sort: 'id', pagination: false })).docs
}

/** Notes on an order until when its goods are held. */
export async function noteHeld(req: PayloadRequest, order: string, expiresAt: string | null): Promise<void> {
  const data = { expiresAt, updatedAt: now().toISOString() }
  await req.payload.db.updateOne({ collection: 'orders', req, options: { atomic: true }, where: { id: { equals: order } }, data })
}

/** Lets go of what is held for an order. */
export async function release(req: PayloadRequest, order: string): Promise<void> {
  const held = await reservationsOf(req, order, 'held')
  for (const { id, quantity, ...place } of held) {
    await move(req, reservationStates, { collection: 'reservations', id, verb: 'release' })
    await letGo(req, place, quantity)
  }
  if (held.length > 0) await noteHeld(req, order, null)
}

/** Turns what is held for an order into a sale; answers whether anything was held. */
export async function consume(req: PayloadRequest, order: string): Promise<boolean> {
  const held = await reservationsOf(req, order, 'held')
  for (const { id, quantity, ...place } of held) {
    await move(req, reservationStates, { collection: 'reservations', id, verb: 'consume' })
    await takeOut(req, place, quantity, { kind: 'sale', order })
  }
  return held.length > 0
}

/** Puts back what an order had taken out of the stock. */
export async function putBack(req: PayloadRequest, order: string, note: Omit<MoveNote, 'order'>): Promise<void> {
  for (const { id, quantity, ...place } of await reservationsOf(req, order, 'consumed')) {
    await move(req, reservationStates, { collection: 'reservations', id, verb: 'put_back' })
    await putIn(req, place, quantity, { ...note, order })
  }
}

/** Holds the reservations of an order until `until` at the latest, each being prolonged once at most; answers when the first of them ends. */
export async function prolong(req: PayloadRequest, held: readonly Reservation[], until: Date): Promise<string> {
  const latest = until.toISOString()
  const ends: string[] = []
  for (const { id, expiresAt, extended } of held) {
    const end = new Date(expiresAt).toISOString()
    const stays = extended || end >= latest
    ends.push(stays ? end : latest)
    if (stays) continue
    await req.payload.db.updateOne({
      collection: 'reservations',
      req,
      options: { atomic: true },
      where: { and: [{ id: { equals: id } }, { status: { equals: 'held' } }] },
      data: { expiresAt: latest, extended: true, updatedAt: now().toISOString() },
    })
  }
  return ends.sort()[0] ?? latest
}
