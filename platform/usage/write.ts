import type { Payload, PayloadRequest } from 'payload'
import { now } from '../clock.ts'
import { newId } from '../ids.ts'
import { inTransaction, withRequest } from '../transaction.ts'
import { classes } from './histogram.ts'
import { type Meter, type Sum, slot } from './meter.ts'

/** `lastUsedAt` of a key is written at most so often, in milliseconds. */
const coarseness = 15 * 60_000

const counters = ['calls', 'failures', 'bytes', ...classes]

async function add(req: PayloadRequest, sum: Sum): Promise<void> {
  const { db } = req.payload
  const at = now().toISOString()
  const added = await db.updateOne({
    collection: 'api-usage',
    req,
    options: { atomic: true },
    where: { slot: { equals: slot(sum) } },
    data: { ...Object.fromEntries(Object.entries(sum.counts).map(([name, amount]) => [name, { $inc: amount }])), updatedAt: at },
  })
  if (added) return
  const { counts, ...what } = sum
  const zeros = Object.fromEntries(counters.map((name) => [name, 0]))
  const row = { ...zeros, ...counts, ...what, id: newId(), slot: slot(sum), createdAt: at, updatedAt: at }
  await db.create({ collection: 'api-usage', req, returning: false, data: row })
}

const touch = (req: PayloadRequest, key: string) =>
  req.payload.db.updateOne({
    collection: 'api-keys',
    req,
    options: { atomic: true },
    where: {
      and: [
        { id: { equals: key } },
        {
          or: [{ lastUsedAt: { exists: false } }, { lastUsedAt: { less_than: new Date(now().getTime() - coarseness).toISOString() } }],
        },
      ],
    },
    data: { lastUsedAt: now().toISOString() },
  })

/**
 * Adds what this process counted to what is stored. Other processes may do the same at once; what cannot be written is kept for the next time.
 * Every row is a transaction of its own, so none is added twice because another failed.
 */
export async function writeUsage(payload: Payload, meter: Meter): Promise<{ done: number }> {
  const sums = meter.take()
  const failed: Sum[] = []
  for (const sum of sums) {
    const once = () => withRequest(payload, `usage ${slot(sum)}`, (req) => inTransaction(req, () => add(req, sum)))
    // Another process may have made the row between our looking and our making it.
    await once()
      .catch(once)
      .catch((error) => {
        payload.logger.warn({ err: error }, 'What API keys did could not be written; it is tried again.')
        failed.push(sum)
      })
  }
  for (const key of new Set(sums.map(({ key }) => key)))
    await withRequest(payload, `key ${key}`, (req) => touch(req, key)).catch(() => undefined)
  meter.giveBack(failed)
  return { done: sums.length - failed.length }
}
