import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { now } from '../../platform/clock.ts'
import { fail as refuse } from '../../platform/errors.ts'
import { newId } from '../../platform/ids.ts'
import { problemOf } from '../../platform/problem.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { alert } from './alert.ts'
import type { Verdict } from './collections/payment-events.ts'
import type { Inbound, Provider, ProviderEvent } from './provider.ts'

/** A message as it is stored. */
export type StoredEvent = { id: string; verdict: Verdict; reference?: string | null }

/** How many messages of strangers are kept in ten minutes; more are not worth the space. */
const strangers = { most: 300, within: 600 }

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

const find = (req: PayloadRequest, key: string) =>
  req.payload.db.findOne<StoredEvent>({ collection: 'payment-events', req, where: { key: { equals: key } } })

async function limitStrangers(req: PayloadRequest): Promise<void> {
  const since = new Date(now().getTime() - strangers.within * 1000).toISOString()
  const where = { and: [{ verdict: { in: ['forged', 'unreadable'] } }, { updatedAt: { greater_than: since } }] }
  const { totalDocs } = await req.payload.db.count({ collection: 'payment-events', req, where: where as never })
  if (totalDocs >= strangers.most) refuse('RATE_LIMITED', { retryAfter: strangers.within })
}

/** Stores a message before anything is done about it, and alerts staff when it cannot be from the provider; answers the one that was stored before, when it is a repetition. */
export async function storeEvent(req: PayloadRequest, provider: Provider, inbound: Inbound, trusted: boolean): Promise<StoredEvent> {
  const { body, headers } = inbound
  const event = readBy(provider, inbound)
  const believed = event && trusted
  // What strangers send must not take the place of what the provider will send, so it has keys of its own.
  const key = `${provider.name}:${believed ? event.id : `stranger:${createHash('sha256').update(body).digest('hex')}`}`
  const known = await find(req, key)
  if (known) return known
  if (!believed) await limitStrangers(req)
  const verdict: Verdict = believed ? 'received' : event ? 'forged' : 'unreadable'
  const at = now().toISOString()
  const row = {
    id: newId(),
    key,
    provider: provider.name,
    verdict,
    trusted,
    body,
    headers: keptHeaders(headers),
    ...(event && { event: { ...event }, reference: event.reference }),
    createdAt: at,
    updatedAt: at,
  }
  try {
    await inTransaction(req, async () => {
      await req.payload.db.create({ collection: 'payment-events', req, returning: false, data: structuredClone(row) })
      if (!believed) await alert(req, row.id, { verdict, note: 'It does not come from the provider.' })
    })
    return row
  } catch (error) {
    const first = problemOf(error).data.code === 'DUPLICATE' ? await find(req, key) : null
    if (first) return first
    throw error
  }
}
