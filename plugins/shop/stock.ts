import type { PayloadRequest, Where } from 'payload'
import { now } from '../../platform/clock.ts'
import { fail as refuse } from '../../platform/errors.ts'
import { isId, newId } from '../../platform/ids.ts'
import { emit } from '../../platform/outbox/emit.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { refreshAvailability } from './availability.ts'
import { fail } from './errors.ts'

/** How much of a variant there is at a location; `available` is always `onHand` less `reserved`. */
export type Level = {
  id: string
  key: string
  variant: string
  location: string
  onHand: number
  reserved: number
  available: number
  lowStockAt?: number | null
  low?: boolean | null
}

/** A variant at a location. */
export type Place = { variant: string; location: string }

/** Why the number on hand changed. */
export type MoveKind = 'receipt' | 'sale' | 'return' | 'transfer' | 'count' | 'damage'

/** What a movement row says besides the place and the quantity. */
export type MoveNote = { kind: MoveKind; reason?: string; order?: string }

const keyOf = ({ variant, location }: Place) => `${variant}:${location}`

/** Makes the empty stock level of a variant at a location. */
export async function openLevel(req: PayloadRequest, place: Place): Promise<void> {
  const at = now().toISOString()
  const data = { id: newId(), ...place, key: keyOf(place), onHand: 0, reserved: 0, available: 0, low: false, createdAt: at, updatedAt: at }
  await req.payload.db.create({ collection: 'stock-levels', req, returning: false, data })
}

/** Says what else follows from a changed level: whether the variant can be had, and whether it runs low – once per crossing. */
async function noteCrossings(req: PayloadRequest, level: Level, change: number): Promise<void> {
  if (level.available > 0 !== level.available - change > 0) await refreshAvailability(req, level.variant)
  const low = level.lowStockAt != null && level.available <= level.lowStockAt
  if (low === Boolean(level.low)) return
  await req.payload.db.updateOne({
    collection: 'stock-levels',
    req,
    options: { atomic: true },
    where: { id: { equals: level.id } },
    data: { low },
  })
  if (low) await emit(req, 'stock.low', { level: level.id, variant: level.variant, location: level.location, available: level.available })
}

/**
 * Changes the numbers of a level in one conditional update: none of them can fall below zero, however many callers there are.
 * Answers the level as it is then; undefined when there is not enough.
 */
async function change(
  req: PayloadRequest,
  place: Place,
  { onHand = 0, reserved = 0 }: { onHand?: number; reserved?: number },
): Promise<Level | undefined> {
  const changes = Object.entries({ onHand, reserved, available: onHand - reserved }).filter(([, amount]) => amount !== 0)
  const enough = changes.filter(([, amount]) => amount < 0).map(([field, amount]): Where => ({ [field]: { greater_than_equal: -amount } }))
  const level = (await req.payload.db.updateOne({
    collection: 'stock-levels',
    req,
    options: { atomic: true },
    where: { and: [{ key: { equals: keyOf(place) } }, ...enough] },
    data: { ...Object.fromEntries(changes.map(([field, amount]) => [field, { $inc: amount }])), updatedAt: now().toISOString() },
  })) as unknown as Level | null
  if (!level) return undefined
  await noteCrossings(req, level, onHand - reserved)
  return level
}

/** Explains a change of the number on hand; what is on hand is the sum of these rows. */
async function recordMove(req: PayloadRequest, { variant, location }: Place, quantity: number, note: MoveNote): Promise<void> {
  const at = now().toISOString()
  const data = { id: newId(), variant, location, quantity, ...note, ...(req.user && { by: req.user.id }), createdAt: at, updatedAt: at }
  await req.payload.db.create({ collection: 'stock-moves', req, returning: false, data })
}

const inconsistent = (place: Place) => new Error(`The stock level ${keyOf(place)} does not hold what was put aside there.`)

/** Puts goods aside; false when there is not enough. */
export const putAside = async (req: PayloadRequest, place: Place, quantity: number): Promise<boolean> =>
  Boolean(await change(req, place, { reserved: quantity }))

/** Makes goods available again that were put aside. */
export async function letGo(req: PayloadRequest, place: Place, quantity: number): Promise<void> {
  if (!(await change(req, place, { reserved: -quantity }))) throw inconsistent(place)
}

/** Takes goods that were put aside out of the stock. */
export async function takeOut(req: PayloadRequest, place: Place, quantity: number, note: MoveNote): Promise<void> {
  if (!(await change(req, place, { reserved: -quantity, onHand: -quantity }))) throw inconsistent(place)
  await recordMove(req, place, -quantity, note)
}

/** Adds goods to the stock. */
export async function putIn(req: PayloadRequest, place: Place, quantity: number, note: MoveNote): Promise<Level> {
  const level = await change(req, place, { onHand: quantity })
  if (!level) throw inconsistent(place)
  await recordMove(req, place, quantity, note)
  return level
}

async function levelById(req: PayloadRequest, id: string | undefined): Promise<Level> {
  const level = isId(id) && (await req.payload.db.findOne<Level>({ collection: 'stock-levels', req, where: { id: { equals: id } } }))
  return level || refuse('NOT_FOUND')
}

/** Writes what somebody counted; the difference becomes a movement, also when it is none: it was looked at. */
export const count = (
  req: PayloadRequest,
  id: string | undefined,
  { counted, reason }: { counted: number; reason: string },
): Promise<Level> =>
  inTransaction(req, async () => {
    const level = await levelById(req, id)
    const difference = counted - level.onHand
    const after = difference === 0 ? level : await change(req, level, { onHand: difference })
    if (!after) return fail('COUNT_BELOW_RESERVED', { reserved: level.reserved })
    await recordMove(req, level, difference, { kind: 'count', reason })
    return after
  })

/** Writes that goods arrived. */
export const receive = (
  req: PayloadRequest,
  id: string | undefined,
  { quantity, reason }: { quantity: number; reason: string },
): Promise<Level> => inTransaction(req, async () => putIn(req, await levelById(req, id), quantity, { kind: 'receipt', reason }))

type Asked = { quantity: number; reason: string }

async function takeAway(req: PayloadRequest, place: Level, quantity: number, note: MoveNote): Promise<Level> {
  const level = await change(req, place, { onHand: -quantity })
  if (!level) return fail('OUT_OF_STOCK', { available: place.available })
  await recordMove(req, place, -quantity, note)
  return level
}

/** Takes goods off the stock that can no longer be sold. */
export const writeOff = (req: PayloadRequest, id: string | undefined, { quantity, reason }: Asked): Promise<Level> =>
  inTransaction(req, async () => takeAway(req, await levelById(req, id), quantity, { kind: 'damage', reason }))

/** Moves goods to another location, named by its code; what is put aside stays. */
export const transfer = (req: PayloadRequest, id: string | undefined, { to, quantity, reason }: Asked & { to: string }): Promise<Level> =>
  inTransaction(req, async () => {
    const from = await levelById(req, id)
    const there = await req.payload.db.findOne<{ id: string }>({ collection: 'locations', req, where: { code: { equals: to } } })
    if (!there || there.id === from.location)
      return refuse('VALIDATION', { errors: [{ path: 'to', code: 'INVALID', message: 'Give the code of another location.' }] })
    const place = { variant: from.variant, location: there.id }
    const open = await req.payload.db.count({ collection: 'stock-levels', req, where: { key: { equals: keyOf(place) } } })
    if (open.totalDocs === 0) await openLevel(req, place)
    const left = await takeAway(req, from, quantity, { kind: 'transfer', reason })
    await putIn(req, place, quantity, { kind: 'transfer', reason })
    return left
  })
