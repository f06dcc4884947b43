import type { IncomingHttpHeaders } from 'node:http'
import type { Payload, PayloadRequest } from 'payload'
import { now } from '../clock.ts'
import { newId } from '../ids.ts'
import { withRequest } from '../transaction.ts'
import { sessionOf, tokenIn } from './token.ts'

/** It is noted at most so often that a session is used, in milliseconds. */
const coarseness = 15 * 60_000

/** So many sessions are remembered as noted. */
const most = 10_000

const longest = 300

/** Notes, now and then, that sessions are used and with what. */
export type Seen = { note: (headers: IncomingHttpHeaders) => void; settled: () => Promise<void> }

async function write(req: PayloadRequest, user: string, session: string, agent: string): Promise<void> {
  const { db } = req.payload
  const at = now().toISOString()
  const data = { agent, lastSeenAt: at, updatedAt: at }
  const where = { session: { equals: session } }
  if (await db.updateOne({ collection: 'sign-ins', req, options: { atomic: true }, where, data })) return
  await db.create({ collection: 'sign-ins', req, returning: false, data: { ...data, id: newId(), user, session, createdAt: at } })
}

/** Keeps note of the sessions that this process sees. */
export function sessionsSeen(payload: Payload): Seen {
  const noted = new Map<string, number>()
  let writing: Promise<unknown> = Promise.resolve()

  const check = async (token: string, agent: string) => {
    const { user } = await payload.auth({ headers: new Headers({ authorization: `JWT ${token}` }) })
    const session = (user as { _sid?: string } | null)?._sid
    if (user && session) await withRequest(payload, `sign-in ${session}`, (req) => write(req, String(user.id), session, agent))
  }

  return {
    note: (headers) => {
      const token = tokenIn(headers)
      const session = token && sessionOf(token)
      if (!session || now().getTime() - (noted.get(session) ?? 0) < coarseness) return
      noted.delete(session)
      noted.set(session, now().getTime())
      if (noted.size > most) noted.delete(noted.keys().next().value as string)
      const agent = String(headers['user-agent'] ?? '').slice(0, longest)
      writing = writing
        .then(() => check(token, agent))
        .catch((error: unknown) => payload.logger.warn({ err: error }, 'It could not be noted that a session is used.'))
    },
    settled: async () => void (await writing),
  }
}
