import { createHash } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { now } from '../clock.ts'
import { type ErrorTable, errors } from '../errors.ts'
import { newId } from '../ids.ts'
import { seal, unseal } from '../secrets.ts'
import { inTransaction } from '../transaction.ts'
import { canonical } from './canonical.ts'

/** Which request this is: the key the caller chose, who the caller is, and what is asked. */
export type Repeatable = {
  key: string
  /** Whose key it is: a user, the holder of a secret, or an address. */
  scope: string
  route: string
  body: unknown
  /** Keeps the answer for good. */
  keep?: boolean
}

/** What was answered. */
export type Answer = { status: number; body: unknown }

/** What goes wrong with idempotency keys. */
export const idempotencyErrors = {
  IDEMPOTENCY_KEY_INVALID: [400, 'An Idempotency-Key has 1 to 255 printable ASCII characters.'],
  IDEMPOTENCY_KEY_REUSED: [409, 'This Idempotency-Key was used for another request.'],
} as const satisfies ErrorTable

const fail = errors(idempotencyErrors)

const wellFormed = /^[\x20-\x7e]{1,255}$/

const hash = (text: string) => createHash('sha256').update(text).digest('base64url')

type Row = { id: string; bodyHash: string; status?: number | null; answer?: string | null }

const replay = ({ bodyHash, status, answer }: Row, asked: string): Answer & { replayed: true } => {
  if (bodyHash !== asked) return fail('IDEMPOTENCY_KEY_REUSED')
  return { status: status ?? 200, body: answer ? JSON.parse(unseal(answer)) : null, replayed: true }
}

/**
 * Does `work` once for a key: whoever asks again with the same key and body gets the same answer, also while the first is still at work.
 * The key is written in the transaction of the work, so a failure leaves nothing behind and may be repeated.
 */
export async function idempotent(
  req: PayloadRequest,
  { key, scope, route, body, keep = false }: Repeatable,
  work: () => Promise<Answer>,
): Promise<Answer & { replayed: boolean }> {
  if (!wellFormed.test(key)) return fail('IDEMPOTENCY_KEY_INVALID')
  const { db } = req.payload
  const name = hash(JSON.stringify([scope, route, key]))
  const bodyHash = hash(canonical(body))
  return inTransaction(req, async () => {
    const known = (await db.findOne({ collection: 'idempotency-keys', req, where: { key: { equals: name } } })) as Row | null
    if (known) return replay(known, bodyHash)
    const id = newId()
    const at = now().toISOString()
    // Written first: on MongoDB a second caller then loses the race at once, is repeated, and finds the answer of the first.
    await db.create({
      collection: 'idempotency-keys',
      req,
      returning: false,
      data: { id, key: name, route, bodyHash, keep, createdAt: at, updatedAt: at },
    })
    const answer = await work()
    await db.updateOne({
      collection: 'idempotency-keys',
      req,
      id,
      data: { status: answer.status, answer: seal(JSON.stringify(answer.body ?? null)), updatedAt: now().toISOString() },
    })
    return { ...answer, replayed: false }
  })
}
