import type { JsonObject, Payload, PayloadRequest } from 'payload'
import { now } from '../clock.ts'
import { heldBack } from '../dry-run.ts'
import { inTransaction, withRequest } from '../transaction.ts'
import { recordTransitions } from '../transitions/record.ts'
import { isLasting, type Subscriber } from './subscriber.ts'

/** A message that is due. */
export type Message = { id: string; event: string; subscriber: string; data: JsonObject; attempts: number; createdAt: string }

/** How often a message is tried before it is given up: over somewhat more than a day. */
export const lastAttempt = 12

/** How long a sender may take before somebody else tries, in milliseconds. */
const lease = 2 * 60_000
const shortest = 10_000
const longest = 6 * 60 * 60_000

const inMilliseconds = (milliseconds: number) => new Date(now().getTime() + milliseconds).toISOString()

/** The pause after the given number of attempts: three times longer each time, up to six hours, and a quarter of chance so that they do not all come at once. */
export const pauseAfter = (attempts: number): number => Math.min(longest, shortest * 3 ** (attempts - 1)) * (0.75 + Math.random() / 2)

/** Changes a message if nobody else got hold of it since it was read; the number of attempts is its version. */
const claim = async (
  req: PayloadRequest,
  { id, attempts }: Pick<Message, 'id' | 'attempts'>,
  data: Record<string, unknown>,
): Promise<boolean> => {
  const claimed = await req.payload.db.updateOne({
    collection: 'outbox',
    req,
    options: { atomic: true },
    where: { and: [{ id: { equals: id } }, { status: { equals: 'pending' } }, { attempts: { equals: attempts } }] },
    data: { ...data, updatedAt: now().toISOString() },
  })
  return Boolean(claimed)
}

// The outbox is the only one that moves its rows without a history: a message that arrived has no other than its own row.
const delivered = () => ({ status: 'delivered', deliveredAt: now().toISOString(), lastError: null })

const handle = (req: PayloadRequest, subscriber: Extract<Subscriber, { handle: unknown }>, message: Message) =>
  inTransaction(req, async () => {
    const mine = await claim(req, message, { ...delivered(), attempts: message.attempts + 1 })
    if (mine) await subscriber.handle(req, message.data, message.id)
    return mine
  })

async function send(req: PayloadRequest, subscriber: Extract<Subscriber, { send: unknown }>, message: Message) {
  const leased = { ...message, attempts: message.attempts + 1 }
  if (!(await claim(req, message, { attempts: leased.attempts, nextAttemptAt: inMilliseconds(lease) }))) return false
  if (!heldBack(`${subscriber.name} for ${message.event}`)) await subscriber.send(req.payload, message.data, message.id, leased)
  await claim(req, leased, delivered())
  return true
}

async function postpone(req: PayloadRequest, subscriber: Subscriber, message: Message, error: unknown) {
  const attempts = message.attempts + 1
  const lastError = (error instanceof Error ? error.message : String(error)).slice(0, 2000)
  // A sender's lease counted the attempt already, a handler's rollback took it back.
  const asItStands = 'send' in subscriber ? { ...message, attempts } : message
  if (attempts < lastAttempt && !isLasting(error))
    return claim(req, asItStands, { attempts, lastError, nextAttemptAt: inMilliseconds(pauseAfter(attempts)) })
  return inTransaction(req, async () => {
    if (!(await claim(req, asItStands, { status: 'dead', attempts, lastError }))) return false
    const reason = lastError.slice(0, 500)
    await recordTransitions(req, [{ collection: 'outbox', document: message.id, verb: 'give_up', from: 'pending', to: 'dead', reason }])
    await subscriber.giveUp?.(req, message.data, lastError)
    return true
  })
}

/** Tries to deliver one message, once; whatever goes wrong is noted on it. Answers whether it was delivered by this try. */
export async function attempt(payload: Payload, subscriber: Subscriber, message: Message): Promise<boolean> {
  const route = `outbox ${subscriber.name}`
  try {
    return await withRequest(payload, route, (req) =>
      'send' in subscriber ? send(req, subscriber, message) : handle(req, subscriber, message),
    )
  } catch (error) {
    payload.logger.warn(
      { err: error, event: message.event, subscriber: subscriber.name, message: message.id },
      'A message could not be delivered.',
    )
    await withRequest(payload, route, (req) => postpone(req, subscriber, message, error))
    return false
  }
}
