import type { Payload, PayloadRequest, Where } from 'payload'
import { now } from '../../platform/clock.ts'
import { inTransaction, withRequest } from '../../platform/transaction.ts'
import { endAttempt } from './end-attempt.ts'
import { type Ask, openAttempt } from './open-attempt.ts'
import { noJoins, paymentById, type StoredPayment } from './payment.ts'
import { providerOf, type Started } from './provider.ts'

/** Notes that the provider took the charge, and answers the payment; its message about the end may have come before its answer to the start. */
async function noteTaken(req: PayloadRequest, payment: StoredPayment, { reference, redirect }: Extract<Started, { outcome: 'pending' }>) {
  const { id, subject } = payment
  const data = { ...(reference && { providerReference: reference }), ...(redirect && { redirect }), updatedAt: now().toISOString() }
  const where: Where = { id: { equals: id } }
  const row = (await req.payload.db.updateOne({
    collection: 'payments',
    req,
    options: { atomic: true },
    where,
    data,
    ...noJoins,
  })) as unknown as StoredPayment
  // On SQLite the row comes without what stands in other tables.
  return { ...payment, ...row, subject }
}

/** Ends an attempt that the provider refused. */
const noteRefused = (req: PayloadRequest, id: string, failure: Extract<Started, { outcome: 'refused' }>) =>
  inTransaction(req, async () => {
    const payment = await paymentById(req, id)
    if (payment.status === 'pending') await endAttempt(req, payment, 'fail', { failure })
  })

/**
 * Asks the provider for the money of an attempt that the caller just opened, in no transaction: the network may take its time.
 * When nobody knows how it ended, the attempt stays open until the provider says more or its time is over.
 */
export const askProvider = (payload: Payload, payment: StoredPayment, returnUrl?: string): Promise<StoredPayment> =>
  withRequest(payload, `payments.ask ${payment.id}`, async (req) => {
    const { id, reference, title, amount, currency, phone, operator } = payment
    const provider = providerOf(payload, payment.provider)
    if (!provider) return paymentById(req, id)
    const charge = { reference, title, amount: { amount, currency }, phone: phone ?? undefined, operator: operator ?? undefined, returnUrl }
    const started = await provider.start(charge, payload).catch((error): Started => ({ outcome: 'unknown', message: String(error) }))
    if (started.outcome === 'pending') return noteTaken(req, payment, started)
    payload.logger.warn({ reference, provider: provider.name, ...started }, 'A provider did not take a charge.')
    if (started.outcome === 'refused') await noteRefused(req, id, started)
    return paymentById(req, id)
  })

/** Opens an attempt to pay and asks its provider for the money. Must not be called inside a transaction, which it would hold while the network answers. */
export async function openPayment(req: PayloadRequest, ask: Ask & { returnUrl?: string }): Promise<StoredPayment> {
  if (req.transactionID) throw new Error('openPayment asks a provider over the network and must not be called inside a transaction.')
  const { payment, fresh } = await openAttempt(req, ask)
  return fresh ? askProvider(req.payload, payment, ask.returnUrl) : payment
}
