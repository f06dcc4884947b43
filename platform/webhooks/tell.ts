import type { JsonObject, Payload, PayloadRequest } from 'payload'
import { now } from '../clock.ts'
import { environment } from '../environment.ts'
import { newId } from '../ids.ts'
import { emit } from '../outbox/emit.ts'
import { unseal } from '../secrets.ts'
import { move } from '../states.ts'
import { inTransaction, withRequest } from '../transaction.ts'
import type { Webhook } from './listening.ts'
import { post, type Told } from './post.ts'
import { signatureOf } from './signature.ts'
import { webhookStates } from './states.ts'

/** What a webhook is told. */
export type Telling = { id: string; event: string; createdAt: string; attempts: number; data: JsonObject }

/** The event by which staff have something sent again; it carries the whole of what was sent. */
export const resent = 'webhooks.resent'

/** The event that a webhook was paused because it failed for too long. */
export const gaveUp = 'webhooks.gave_up'

/** A webhook is paused after so many failures in a row, when they have gone on for so long (in milliseconds). */
const patience = { failures: 20, time: 60 * 60_000 }

/** The body that is sent: the same each time. */
const bodyOf = ({ id, event, createdAt, data }: Telling): { id: string; event: string; body: string } => {
  const told =
    event === resent ? (data as { id: string; event: string; createdAt: string; data: JsonObject }) : { id, event, createdAt, data }
  return {
    id: told.id,
    event: told.event,
    body: JSON.stringify({ id: told.id, event: told.event, createdAt: told.createdAt, data: told.data }),
  }
}

const log = (req: PayloadRequest, webhook: Webhook, told: { id: string; event: string; body: string; attempt: number }, result: Told) => {
  const at = now().toISOString()
  const { ok, ms, responseCode, error } = result
  return req.payload.db.create({
    collection: 'webhook-deliveries',
    req,
    returning: false,
    data: {
      id: newId(),
      webhook: webhook.id,
      event: told.event,
      message: told.id,
      attempt: told.attempt,
      status: ok ? 'delivered' : 'failed',
      responseCode,
      ms,
      error: error?.slice(0, 500),
      url: webhook.url,
      body: told.body,
      createdAt: at,
      updatedAt: at,
    },
  })
}

const change = (req: PayloadRequest, id: string, data: Record<string, unknown>) =>
  req.payload.db.updateOne({
    collection: 'webhooks',
    req,
    options: { atomic: true },
    where: { id: { equals: id } },
    data: { ...data, updatedAt: now().toISOString() },
  })

async function count(req: PayloadRequest, { id, failures, failingSince }: Webhook, { ok, responseCode }: Told): Promise<void> {
  if (ok && failures === 0) return
  if (ok) return void (await change(req, id, { failures: 0, failingSince: null }))
  const since = failingSince ?? now().toISOString()
  await change(req, id, { failures: { $inc: 1 }, failingSince: since })
  const tooLong = failures + 1 >= patience.failures && now().getTime() - Date.parse(since) >= patience.time
  // Gone: whoever answers so wants to hear no more.
  if (!tooLong && responseCode !== 410) return
  await move(req, webhookStates, { collection: 'webhooks', id, verb: 'give_up', reason: `It failed ${failures + 1} times in a row.` })
  await emit(req, gaveUp, { id, failures: failures + 1 })
}

/** Tells one webhook of one event, signed, and notes how it went; throws when it did not arrive. */
export async function tell(payload: Payload, webhookId: string, telling: Telling): Promise<void> {
  const read = (req: PayloadRequest) => payload.db.findOne<Webhook>({ collection: 'webhooks', req, where: { id: { equals: webhookId } } })
  const webhook = await withRequest(payload, 'webhook', read)
  if (webhook?.status !== 'active') throw new Error('The webhook is paused.')
  const { id, event, body } = bodyOf(telling)
  const timestamp = Math.floor(now().getTime() / 1000)
  const headers = {
    'user-agent': 'Vior-Webhooks/1',
    'webhook-id': id,
    'webhook-event': event,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signatureOf(unseal(webhook.sealed), timestamp, body),
  }
  const result = await post(webhook.url, headers, body, environment)
  await withRequest(payload, `webhook ${webhookId}`, (req) =>
    inTransaction(req, async () => {
      await log(req, webhook, { id, event, body, attempt: telling.attempts }, result)
      const fresh = await read(req)
      if (fresh?.status === 'active') await count(req, fresh, result)
    }),
  )
  if (!result.ok) throw new Error(result.error)
}
