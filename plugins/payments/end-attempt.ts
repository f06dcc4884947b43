import type { PayloadRequest } from 'payload'
import { emit } from '../../platform/outbox/emit.ts'
import { move } from '../../platform/states.ts'
import { inTransaction } from '../../platform/transaction.ts'
import type { Subject } from './payable.ts'
import { findPayment, openKeyOf, payableFor, type StoredPayment, summaryOf } from './payment.ts'
import { open, paymentStates } from './states.ts'

/** The ways in which an attempt ends without money, and the event that says so. */
const endings = { fail: 'payments.failed', expire: 'payments.expired', cancel: 'payments.canceled' } as const

/** Why an attempt ended. */
type Why = { reason?: string; failure?: { code: string; message?: string } }

/** Ends an open attempt without money: the payer may begin another, and what was held is let go. */
export const endAttempt = (req: PayloadRequest, payment: StoredPayment, verb: keyof typeof endings, { reason, failure }: Why = {}) =>
  inTransaction(req, async () => {
    const { id, subject } = payment
    const message = failure?.message?.slice(0, 500)
    const moved = await close(req, id, verb, { reason, data: failure && { failure: { code: failure.code, message } } })
    await payableFor(req, payment).release(req, subject.value)
    await emit(req, endings[verb], { ...summaryOf(payment), failure: failure?.code ?? null })
    return moved
  })

const close = (
  req: PayloadRequest,
  id: string,
  verb: keyof typeof endings,
  { reason, data }: { reason?: string; data?: Record<string, unknown> },
) => move(req, paymentStates, { collection: 'payments', id, verb, reason, data: { ...data, openKey: null } })

/** Ends whatever attempt at `subject` is open, without letting go of what is held for it: it is paid, or not for sale any more. Answers whether there was one. */
export const supersede = (req: PayloadRequest, subject: Subject, reason: string): Promise<boolean> =>
  inTransaction(req, async () => {
    const running = await findPayment(req, { openKey: { equals: openKeyOf(subject) } })
    if (!running || !(open as readonly string[]).includes(running.status)) return false
    await close(req, running.id, 'cancel', { reason })
    await emit(req, endings.cancel, { ...summaryOf(running), failure: null })
    return true
  })
