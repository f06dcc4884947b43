import type { Payload, PayloadRequest } from 'payload'
import { audit } from '../../platform/audit/audit.ts'
import { inTransaction, withRequest } from '../../platform/transaction.ts'
import type { Level } from './stock.ts'

/** A stock level that its movements do not explain. */
export type Mismatch = { level: string; variant: string; location: string; onHand: number; moved: number }

const page = 500

type Move = { id: string; variant: string; location: string; quantity: number }

/** The sums of all movements, by place. Ids order by time, so that reading goes on behind the last one. */
async function sumsOfMoves(payload: Payload): Promise<Map<string, number>> {
  const sums = new Map<string, number>()
  for (let last = ''; ; ) {
    const { docs } = await withRequest(payload, 'shop.check-stock', (req) =>
      payload.db.find<Move>({
        collection: 'stock-moves',
        req,
        where: last ? { id: { greater_than: last } } : {},
        sort: 'id',
        limit: page,
        pagination: false,
        select: { variant: true, location: true, quantity: true },
      }),
    )
    for (const { variant, location, quantity } of docs)
      sums.set(`${variant}:${location}`, (sums.get(`${variant}:${location}`) ?? 0) + quantity)
    if (docs.length < page) return sums
    last = docs.at(-1)?.id ?? ''
  }
}

/** Adds up one place again, while nobody can sell from it. */
async function mismatchOf(req: PayloadRequest, id: string): Promise<Mismatch | undefined> {
  const { db } = req.payload
  const level = await db.findOne<Level>({ collection: 'stock-levels', req, where: { id: { equals: id } } })
  if (!level) return undefined
  const { variant, location, onHand, reserved, available } = level
  const { docs } = await db.find<Move>({
    collection: 'stock-moves',
    req,
    where: { and: [{ variant: { equals: variant } }, { location: { equals: location } }] },
    pagination: false,
    select: { quantity: true },
  })
  const moved = docs.reduce((sum, { quantity }) => sum + quantity, 0)
  return moved === onHand && available === onHand - reserved ? undefined : { level: id, variant, location, onHand, moved }
}

/** Compares every stock level with its movements and reports those that differ; it changes nothing. */
export async function checkStock(payload: Payload): Promise<{ done: number }> {
  const sums = await sumsOfMoves(payload)
  let done = 0
  for (let last = ''; ; ) {
    const { docs } = await withRequest(payload, 'shop.check-stock', (req) =>
      payload.db.find<Level>({
        collection: 'stock-levels',
        req,
        where: last ? { id: { greater_than: last } } : {},
        sort: 'id',
        limit: page,
        pagination: false,
      }),
    )
    done += docs.length
    const suspect = docs.filter(
      ({ key, onHand, reserved, available }) => (sums.get(key) ?? 0) !== onHand || available !== onHand - reserved,
    )
    for (const { id } of suspect) await report(payload, id)
    if (docs.length < page) return { done }
    last = docs.at(-1)?.id ?? ''
  }
}

const report = (payload: Payload, id: string) =>
  withRequest(payload, 'shop.check-stock', (req) =>
    inTransaction(req, async () => {
      const mismatch = await mismatchOf(req, id)
      if (!mismatch) return
      payload.logger.error(mismatch, 'The movements of a stock level do not add up.')
      await audit(req, 'stock.mismatch', { collection: 'stock-levels', id, details: mismatch })
    }),
  )
