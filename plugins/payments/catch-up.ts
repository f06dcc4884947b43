import type { Where } from 'payload'
import { now } from '../../platform/clock.ts'
import type { Job } from '../../platform/job.ts'
import { eachDue } from './batch.ts'
import { tryToDealWith } from './deal-with-event.ts'
import type { StoredEvent } from './store-event.ts'

const day = 86_400_000

const ago = (milliseconds: number) => new Date(now().getTime() - milliseconds).toISOString()

/** Deals with messages that were stored and then left lying: the process ended, or settling failed. */
export const catchUp: Job = {
  name: 'payments.catch-up',
  every: '1 minute',
  run: (payload) => {
    const where: Where = { and: [{ verdict: { equals: 'received' } }, { updatedAt: { less_than: ago(20_000) } }] }
    return eachDue<StoredEvent>(
      payload,
      { name: 'payments.catch-up', collection: 'payment-events', where, sort: 'updatedAt', most: 100 },
      (req, event) => tryToDealWith(req.payload, event),
    )
  },
}

/** Throws away, after three months, what strangers sent; what providers sent is kept for good. */
export const forgetForgeries: Job = {
  name: 'payments.forget-forgeries',
  every: '1 day',
  alias: 'cleanup_expired_data',
  run: (payload) => {
    const where: Where = { and: [{ verdict: { in: ['forged', 'unreadable'] } }, { updatedAt: { less_than: ago(90 * day) } }] }
    return eachDue<{ id: string }>(
      payload,
      { name: 'payments.forget-forgeries', collection: 'payment-events', where, sort: 'updatedAt', most: 1000 },
      async (req, { id }) => {
        await req.payload.db.deleteOne({ collection: 'payment-events', req, where: { id: { equals: id } }, returning: false })
        return true
      },
    )
  },
}
