import type { Payload, Where } from 'payload'
import { now } from '../../platform/clock.ts'
import type { Job } from '../../platform/job.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { eachDue } from './batch.ts'
import { endAttempt } from './end-attempt.ts'
import { paymentById, type StoredPayment } from './payment.ts'
import { open } from './states.ts'

const name = 'payments.expire'

const expire = (payload: Payload, which: Where[] = []): Promise<{ done: number }> => {
  const due: Where[] = [{ status: { in: [...open] } }, { expiresAt: { less_than_equal: now().toISOString() } }]
  const where = { and: [...due, ...which] }
  return eachDue<StoredPayment>(payload, { name, collection: 'payments', where, sort: 'expiresAt', most: 500 }, (req, { id }) =>
    inTransaction(req, async () => {
      const payment = await paymentById(req, id)
      if (!(open as readonly string[]).includes(payment.status)) return false
      await endAttempt(req, payment, 'expire')
      return true
    }),
  )
}

/** Ends the attempts whose time is over. Money that comes afterwards is still taken. */
export const expirePayments: Job = {
  name,
  every: '1 minute',
  run: (payload) => expire(payload),
  forOne: (payload, id) => expire(payload, [{ id: { equals: id } }]),
}
