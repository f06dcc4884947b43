import type { PayloadRequest } from 'payload'
import { now } from '../clock.ts'
import { newId } from '../ids.ts'

/**
 * Takes the next number of a series, such as the invoices of 2026: 1, 2, 3 without a gap.
 * It belongs to the transaction that issues the document: when that is rolled back, the number is free again.
 */
export async function nextNumber(req: PayloadRequest, series: string, year: number): Promise<number> {
  if (!req.transactionID)
    throw new Error(`A number of the series "${series}" can only be taken inside the transaction that issues the document.`)
  const { db } = req.payload
  const key = `${series}:${year}`
  const at = now().toISOString()
  const counted = (await db.updateOne({
    collection: 'number-series',
    req,
    options: { atomic: true },
    where: { key: { equals: key } },
    data: { last: { $inc: 1 }, updatedAt: at },
  })) as unknown as { last: number } | null
  if (counted) return counted.last
  await db.create({
    collection: 'number-series',
    req,
    returning: false,
    data: { id: newId(), key, series, year, last: 1, createdAt: at, updatedAt: at },
  })
  return 1
}
