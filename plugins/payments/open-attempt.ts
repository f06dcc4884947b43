import type { PayloadRequest } from 'payload'
import { inSeconds, now } from '../../platform/clock.ts'
import { type InputError, fail as refuse } from '../../platform/errors.ts'
import { isId, newId } from '../../platform/ids.ts'
import { hashSecret } from '../../platform/secrets.ts'
import { begin } from '../../platform/states.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { endAttempt } from './end-attempt.ts'
import { fail } from './errors.ts'
import { limitAttempts, limitPrompts, originOf } from './limits.ts'
import { type Payable, payableOf, type Subject } from './payable.ts'
import { findPayment, openKeyOf, type StoredPayment } from './payment.ts'
import { type Addressee, isTest, type Provider, providerOf } from './provider.ts'
import { newReference } from './reference.ts'
import { open, paymentStates } from './states.ts'

/** What somebody wants to pay for, and how. */
export type Ask = Addressee & {
  subject: Subject
  /** The secret by which a guest may pay. */
  secret?: string
  provider: string
}

type Understood = { payable: Payable; provider: Provider; to: Addressee }

/** Finds what an ask names; throws VALIDATION with everything that is wrong about it. */
function understood({ payload }: PayloadRequest, { subject, provider: name, phone, operator }: Ask): Understood {
  const errors: InputError[] = []
  const payable = payableOf(payload, subject.relationTo)
  if (!payable) errors.push({ path: 'subject.relationTo', code: 'NOT_PAYABLE', message: 'Nothing of this kind can be paid for.' })
  const provider = providerOf(payload, name)
  if (!provider) errors.push({ path: 'provider', code: 'UNKNOWN_PROVIDER', message: 'There is no such way to pay.' })
  if (!payable || !provider) return refuse('VALIDATION', { errors })
  if (!isId(subject.value)) return refuse('NOT_FOUND')
  return { payable, provider, to: provider.addressee?.({ phone, operator }) ?? {} }
}

/** Whether an attempt that is under way is the one that is asked for. */
const isSame = (running: StoredPayment, provider: Provider, to: Addressee, amount: number) =>
  (open as readonly string[]).includes(running.status) &&
  running.provider === provider.name &&
  (running.phone ?? undefined) === to.phone &&
  (running.operator ?? undefined) === to.operator &&
  running.amount === amount

/** The attempt under way that answers the ask, if there is one; refuses when there is another. One whose time is over is ended here. */
async function underWay(
  req: PayloadRequest,
  { subject }: Ask,
  { provider, to }: Understood,
  amount: number,
): Promise<StoredPayment | undefined> {
  const running = await findPayment(req, { openKey: { equals: openKeyOf(subject) } })
  if (!running) return undefined
  const { id, reference, status, expiresAt } = running
  if ((open as readonly string[]).includes(status) && Date.parse(expiresAt) <= now().getTime()) {
    await endAttempt(req, running, 'expire')
    return undefined
  }
  return isSame(running, provider, to, amount) ? running : fail('PAYMENT_OPEN', { payment: { id, reference, status, expiresAt } })
}

/**
 * Opens an attempt to pay, or answers the one that is under way in the same manner. Whoever opens it (`fresh`) has its provider asked
 * once that is committed, and nobody else does: nobody is asked twice.
 */
export async function openAttempt(req: PayloadRequest, ask: Ask): Promise<{ payment: StoredPayment; fresh: boolean }> {
  const what = understood(req, ask)
  const { payable, provider, to } = what
  const { subject, secret } = ask
  return inTransaction(req, async () => {
    const due = await payable.due(req, subject.value)
    if (!due.mayPay(secret)) return refuse('NOT_FOUND')
    const { amount: owed, payer, title } = due.quote()
    if (owed.amount <= 0) return fail('NOTHING_OWED')
    if (!provider.currencies.includes(owed.currency)) return fail('CURRENCY_NOT_OFFERED', { currencies: provider.currencies })
    const running = await underWay(req, ask, what, owed.amount)
    if (running) return { payment: running, fresh: false }
    if ((await provider.available?.(req.payload)) === false) return fail('PROVIDER_UNAVAILABLE')
    await limitAttempts(req, provider)
    const prompt = await limitPrompts(req, provider, to.phone)
    const expiresAt = inSeconds(provider.opensFor)
    if (!(await due.hold(expiresAt))) return fail('NO_LONGER_AVAILABLE')
    const at = now().toISOString()
    const payment = {
      id: newId(),
      reference: newReference(),
      title,
      subject: { ...subject },
      amount: owed.amount,
      currency: owed.currency,
      provider: provider.name,
      status: paymentStates.moves.ask.to,
      test: await isTest(req.payload, provider),
      ...to,
      ...(payer && { payer }),
      ...originOf(req),
      ...prompt,
      ...(secret && { secretHash: hashSecret(secret) }),
      openKey: openKeyOf(subject),
      expiresAt: expiresAt.toISOString(),
      createdAt: at,
      updatedAt: at,
    }
    // A copy is handed over, because an adapter may turn what it gets into its own form.
    await req.payload.db.create({ collection: 'payments', req, returning: false, data: structuredClone(payment) })
    await begin(req, paymentStates, { collection: 'payments', id: payment.id, moves: ['ask'] })
    return { payment: payment as StoredPayment, fresh: true }
  })
}
