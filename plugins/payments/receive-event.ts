import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import type { PaymentEvent } from '../../payload-types.ts'
import { audit } from '../../platform/audit/audit.ts'
import { now } from '../../platform/clock.ts'
import { newId } from '../../platform/ids.ts'
import { emit } from '../../platform/outbox/emit.ts'
import { problemOf } from '../../platform/problem.ts'
import { inTransaction } from '../../platform/transaction.ts'
import type { Verdict } from './collections/payment-events.ts'
import type { Inbound, Provider, ProviderEvent } from './provider.ts'
import { type Settlement, settle } from './settle.ts'

/** A message as it is stored. */
type Row = { id: string; verdict: Verdict }

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

/** What must not lie about in the database. */
const unkept = new Set(['authorization', 'cookie', 'x-api-key'])

const keptHeaders = (headers: Record<string, string>) => Object.fromEntries(Object.entries(headers).filter(([name]) => !unkept.has(name)))

const readBy = (provider: Provider, inbound: Inbound): ProviderEvent | undefined => {
  try {
    return provider.read?.(inbound)
  } catch {
    return undefined
  }
}

const find = async (req: PayloadRequest, key: string) =>
  (await req.payload.db.findOne({ collection: 'payment-events', req, where: { key: { equals: key } } })) as (Row & PaymentEvent) | null

/** Stores a message before anything is done about it; the one that was stored before, when it is a repetition. */
async function store(
  req: PayloadRequest,
  provider: Provider,
  { body, headers }: Inbound,
  event: ProviderEvent | undefined,
  trusted: boolean,
): Promise<Row> {
  // What strangers send must not take the place of what the provider will send, so it has keys of its own.
  const key = event && trusted ? `${provider.name}:${event.id}` : `${provider.name}:untrusted:${digest(body)}`
  const known = await find(req, key)
  if (known) return known
  const at = now().toISOString()
  const row = {
    id: newId(),
    key,
    provider: provider.name,
    verdict: event ? (trusted ? 'received' : 'forged') : 'unreadable',
    trusted,
    body: body.slice(0, 65_536),
    headers: keptHeaders(headers),
    ...(event && { event: { ...event }, reference: event.reference }),
    createdAt: at,
    updatedAt: at,
  } as const
  try {
    await inTransaction(req, async () => {
      await req.payload.db.create({ collection: 'payment-events', req, returning: false, data: structuredClone(row) })
      if (row.verdict !== 'received') await alert(req, row.id, { verdict: row.verdict, note: 'A message did not come from the provider.' })
    })
    return row
  } catch (error) {
    const first = problemOf(error).data.code === 'DUPLICATE' ? await find(req, key) : null
    if (first) return first
    throw error
  }
}

/** Tells staff that something about money is not as it should be. */
async function alert(req: PayloadRequest, id: string, { verdict, note, payment }: Settlement): Promise<void> {
  const details = { verdict, note: note ?? null, payment: payment ?? null }
  await audit(req, 'payments.alert', { collection: 'payment-events', id, details })
  await emit(req, 'payments.alert', { id, ...details })
}

/** Settles what a stored message says, unless that is done: the verdict is written in the transaction that acts on it. */
export const dealWith = (req: PayloadRequest, id: string): Promise<void> =>
  inTransaction(req, async () => {
    const { db } = req.payload
    const row = (await db.findOne({
      collection: 'payment-events',
      req,
      where: { and: [{ id: { equals: id } }, { verdict: { equals: 'received' } }] },
    })) as PaymentEvent | null
    if (!row) return
    const settlement = await settle(req, row.provider, row.event as unknown as ProviderEvent)
    const { verdict, payment, note } = settlement
    await db.updateOne({
      collection: 'payment-events',
      req,
      id,
      data: { verdict, payment: payment ?? null, note: note ?? null, updatedAt: now().toISOString() },
    })
    if (settlement.alert) await alert(req, id, settlement)
  })

/** Tries to deal with a message; when that fails it says so on the message, which is tried again later. */
export async function tryToDealWith(req: PayloadRequest, id: string): Promise<boolean> {
  try {
    await dealWith(req, id)
    return true
  } catch (error) {
    req.payload.logger.error({ err: error, event: id }, 'A message of a payment provider could not be dealt with yet.')
    const note = error instanceof Error ? error.message.slice(0, 500) : null
    await inTransaction(req, () =>
      req.payload.db.updateOne({ collection: 'payment-events', req, id, returning: false, data: { note, updatedAt: now().toISOString() } }),
    )
    return false
  }
}

/** Takes in a message: stores it, then settles what it says, at once if possible. Only a trusted one settles anything. Answers what was made of it first. */
export async function receiveEvent(req: PayloadRequest, provider: Provider, inbound: Inbound, trusted: boolean): Promise<Verdict> {
  const { id, verdict } = await store(req, provider, inbound, readBy(provider, inbound), trusted)
  if (verdict === 'received') await tryToDealWith(req, id)
  return verdict
}
