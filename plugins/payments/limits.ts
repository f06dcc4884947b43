import type { PayloadRequest, Where } from 'payload'
import { granted } from '../../platform/access.ts'
import { now } from '../../platform/clock.ts'
import { environment } from '../../platform/environment.ts'
import { derivedSecret } from '../../platform/secrets.ts'
import { fail } from './errors.ts'
import { noJoins, type StoredPayment } from './payment.ts'
import type { Provider } from './provider.ts'
import { paymentStates } from './states.ts'

const minute = 60_000

/** How many prompts one number gets. */
const prompts = { most: 3, within: 10 * minute }

/** How many attempts one user, or one address, may begin. */
const attempts = [
  { field: 'openedBy', most: 30, within: 60 * minute },
  { field: 'addressHash', most: 120, within: 60 * minute },
] as const

/** How many attempts one of the staff who take money may begin: more than a till serves, fewer than a program that runs wild. */
const atTills = [{ field: 'openedBy', most: 600, within: 60 * minute }] as const

/** Whether the caller takes money at a till, for one customer after the other. */
const isAtTill = (req: PayloadRequest): boolean => granted(req, paymentStates.moves.receive.grants ?? []) === true

/**
 * Who begins an attempt, as it is noted on the payment; an address only in a form that cannot be turned back. That of a till is left out: its many
 * attempts must not hold up guests who stand in the same shop.
 */
export function originOf(req: PayloadRequest): { openedBy?: string; addressHash?: string } {
  const address = isAtTill(req) ? null : req.headers.get('x-client-ip')
  return { ...(req.user && { openedBy: String(req.user.id) }), ...(address && { addressHash: derivedSecret(`address ${address}`) }) }
}

/** A simulated prompt annoys nobody, and whoever tries the platform out should not be held up. */
const isExempt = async ({ payload }: PayloadRequest, provider: Provider) =>
  environment.rateLimit !== 'on' && Boolean(await provider.simulated?.(payload))

const ago = (milliseconds: number) => new Date(now().getTime() - milliseconds).toISOString()

/** Seconds until something that happened at `at` is `within` milliseconds past. */
const waitFor = (at: string, within: number) => Math.max(1, Math.ceil((Date.parse(at) + within - now().getTime()) / 1000))

/** Refuses a user or an address that begins too many attempts. */
export async function limitAttempts(req: PayloadRequest, provider: Provider): Promise<void> {
  if (await isExempt(req, provider)) return
  const origin = originOf(req)
  for (const { field, most, within } of isAtTill(req) ? atTills : attempts) {
    const who = origin[field]
    if (!who) continue
    const where: Where = { and: [{ [field]: { equals: who } }, { createdAt: { greater_than: ago(within) } }] }
    const { totalDocs } = await req.payload.db.count({ collection: 'payments', req, where })
    if (totalDocs >= most) fail('TOO_MANY_ATTEMPTS', { most, retryAfter: Math.ceil(within / 1000) })
  }
}

/**
 * Refuses one prompt too many to a number. What it answers goes onto the payment: prompts to a number are counted through, and the count is unique,
 * so that of callers who come at once only one gets it and the others are counted again.
 */
export async function limitPrompts(
  req: PayloadRequest,
  provider: Provider,
  phone: string | undefined,
): Promise<{ promptKey?: string; promptNumber?: number }> {
  if (!provider.needsPhone || !phone || (await isExempt(req, provider))) return {}
  const { docs } = await req.payload.db.find({
    collection: 'payments',
    req,
    where: { and: [{ phone: { equals: phone } }, { promptNumber: { exists: true } }] },
    sort: '-promptNumber',
    limit: prompts.most,
    pagination: false,
    ...noJoins,
  })
  const latest = docs as unknown as StoredPayment[]
  const oldest = latest[prompts.most - 1]
  if (oldest && oldest.createdAt > ago(prompts.within))
    fail('TOO_MANY_PROMPTS', { most: prompts.most, retryAfter: waitFor(oldest.createdAt, prompts.within) })
  const promptNumber = (latest[0]?.promptNumber ?? 0) + 1
  return { promptNumber, promptKey: `${phone}#${promptNumber}` }
}
