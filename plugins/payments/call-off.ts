import type { PayloadRequest } from 'payload'
import type { Subscriber } from '../../platform/outbox/subscriber.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { supersede } from './end-attempt.ts'
import type { Payable, Subject } from './payable.ts'
import { noJoins, type StoredPayment } from './payment.ts'
import { requestRefund } from './receive-money.ts'

/** Gives back what was paid for something that will not be delivered, and asks nobody for more. */
const callOff = (req: PayloadRequest, subject: Subject, reason: string): Promise<void> =>
  inTransaction(req, async () => {
    await supersede(req, subject, reason)
    const { docs } = await req.payload.db.find<StoredPayment>({
      collection: 'payments',
      req,
      where: {
        and: [
          { 'subject.value': { equals: subject.value } },
          { 'subject.relationTo': { equals: subject.relationTo } },
          { status: { in: ['succeeded', 'partially_refunded'] } },
        ],
      },
      pagination: false,
      ...noJoins,
    })
    for (const payment of docs) await requestRefund(req, payment, reason)
  })

/** Listens for the events by which payables say that something is called off. */
export const callOffSubscribers = (payables: readonly Payable[]): Subscriber[] =>
  payables.flatMap(({ collection, calledOff = [] }) =>
    calledOff.map(
      (event): Subscriber => ({
        event,
        name: `payments.call-off-${event}`,
        handle: (req, { id }) => callOff(req, { relationTo: collection, value: String(id) }, `It was called off (${event}).`),
      }),
    ),
  )
