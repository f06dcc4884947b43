import { z } from 'zod'
import type { EventType } from '../../platform/outbox/event.ts'

const payment = z.object({
  id: z.uuid(),
  reference: z.string(),
  subject: z.object({ relationTo: z.string(), value: z.string() }),
  amount: z.int(),
  currency: z.string(),
  provider: z.string(),
  payer: z.uuid().nullable(),
  test: z.boolean(),
})

const received = payment.extend({ received: z.int() })

const ended = payment.extend({ failure: z.string().nullable() })

const decided = received.extend({ reason: z.string().nullable() })

/** What happens to payments. */
export const paymentTold: Record<string, EventType> = {
  'payments.succeeded': { summary: 'The money came in.', data: received },
  'payments.underpaid': { summary: 'Less came in than was asked.', data: received },
  'payments.failed': { summary: 'The provider or the payer said no.', data: ended },
  'payments.expired': { summary: 'Nobody paid in time.', data: ended },
  'payments.canceled': { summary: 'The attempt was called off.', data: ended },
  'payments.refund_requested': { summary: 'Money is to be given back.', data: decided },
  'payments.refunded': { summary: 'Money was given back.', data: decided },
  'payments.disputed': { summary: 'The payer disputes the payment.', data: decided },
}
