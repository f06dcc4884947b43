import type { JsonObject, PayloadRequest, Where } from 'payload'
import type { Payment } from '../../payload-types.ts'
import { fail as refuse } from '../../platform/errors.ts'
import { type Payable, payableOf, type Subject } from './payable.ts'

/** A payment as it is stored: relations are ids. */
export type StoredPayment = Omit<Payment, 'subject' | 'payer'> & { subject: Subject; payer?: string | null }

/** Leaves out the messages that a payment is joined with for people to read. The types know joins of named collections only. */
export const noJoins = { joins: false } as unknown as { joins?: undefined }

/** The payment for which `where` holds. */
export const findPayment = async (req: PayloadRequest, where: Where): Promise<StoredPayment | null> =>
  (await req.payload.db.findOne({ collection: 'payments', req, where, ...noJoins })) as StoredPayment | null

/** The payment with this id; throws NOT_FOUND. */
export const paymentById = async (req: PayloadRequest, id: string): Promise<StoredPayment> =>
  (await findPayment(req, { id: { equals: id } })) ?? refuse('NOT_FOUND')

/** What stands in `openKey` while an attempt is open: the same for all attempts at one thing, so that there is one at a time. */
export const openKeyOf = ({ relationTo, value }: Subject): string => `${relationTo}:${value}`

/** Who knows about what a payment is for. */
export function payableFor({ payload }: PayloadRequest, { subject, reference }: StoredPayment): Payable {
  const payable = payableOf(payload, subject.relationTo)
  if (!payable)
    throw new Error(`Payment ${reference} is for a document of ${subject.relationTo}, which no plugin here knows how to settle.`)
  return payable
}

/** What subscribers are told of a payment. */
export const summaryOf = ({ id, reference, subject, amount, currency, provider, payer, test }: StoredPayment): JsonObject => ({
  id,
  reference,
  subject,
  amount,
  currency,
  provider,
  payer: payer ?? null,
  test: test ?? false,
})
