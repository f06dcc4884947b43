import { z } from 'zod'
import { endpoint } from '../../../platform/endpoint.ts'
import { environment, origins } from '../../../platform/environment.ts'
import { askProvider } from '../ask-provider.ts'
import { fail, paymentErrors } from '../errors.ts'
import { openAttempt } from '../open-attempt.ts'
import type { Subject } from '../payable.ts'
import { paymentById, type StoredPayment } from '../payment.ts'
import { isRefusal } from '../provider.ts'
import { guestSecret } from '../states.ts'

const text = (most: number) => z.string().trim().max(most)

/** Only our own pages: a provider would otherwise send payers on to anywhere. */
const ownAddress = z
  .url()
  .max(2000)
  .refine((url) => URL.canParse(url) && origins(environment).includes(new URL(url).origin), { error: 'Give an address of this site.' })

const body = z.strictObject({
  subject: z.strictObject({ relationTo: text(60), value: text(60) }),
  secret: text(200).optional(),
  provider: text(40),
  phone: text(40).optional(),
  operator: text(40).optional(),
  returnUrl: ownAddress.optional(),
})

const returns = z.object({
  payment: z.object({
    id: z.string(),
    reference: z.string(),
    status: z.string(),
    expiresAt: z.string(),
    redirect: z.string().optional(),
  }),
})

const shown = ({ id, reference, status, expiresAt, redirect }: StoredPayment): z.infer<typeof returns> => ({
  payment: { id, reference, status, expiresAt, ...(redirect && { redirect }) },
})

/** Says why the provider refused, in the words of our own table. */
function refused({ id, reference, failure }: StoredPayment): never {
  const reason = failure?.code ?? 'REFUSED'
  return fail(reason === 'PROVIDER_UNAVAILABLE' ? 'PROVIDER_UNAVAILABLE' : 'PROVIDER_REFUSED', {
    reason,
    payment: { id, reference, status: 'failed' },
  })
}

/** `POST /api/initiate-payment`: opens a payment for something and asks the provider for the money. */
export const initiatePayment = endpoint({
  method: 'post',
  path: '/initiate-payment',
  summary: 'Begin to pay for an order',
  access: ['anyone'],
  scope: 'payments:write',
  fails: Object.keys(paymentErrors).filter((code) => code !== 'UNREADABLE_MESSAGE'),
  body,
  returns,
  example: {
    body: {
      subject: { relationTo: 'orders', value: '0198c0de-0000-7000-8000-000000000002' },
      secret: 'kZ1mJ4xw0Y2bq8nE6tHc5uVr',
      provider: 'azampay',
      phone: '+255712345678',
    },
    answer: {
      payment: {
        id: '0198c0de-0000-7000-8000-000000000003',
        reference: 'PV-7K3F-92QX-M4TD-8WHB',
        status: 'pending',
        expiresAt: '2026-11-20T10:15:00.000Z',
      },
    },
  },
  status: 202,
  idempotent: 'forever',
  handler: async (req, { body: { subject, secret, ...how } }) => {
    const given = secret ?? req.headers.get(guestSecret) ?? undefined
    const { payment, fresh } = await openAttempt(req, { ...how, subject: subject as Subject, secret: given })
    req.context.toAsk = fresh ? payment : undefined
    return shown(payment)
  },
  after: async (req, { payment: { id } }, { body: { returnUrl } }) => {
    const toAsk = req.context.toAsk as StoredPayment | undefined
    const payment = await (toAsk ? askProvider(req.payload, toAsk, returnUrl) : paymentById(req, id))
    return isRefusal(payment.failure?.code) ? refused(payment) : shown(payment)
  },
})
