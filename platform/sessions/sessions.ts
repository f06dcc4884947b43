import type { PayloadRequest } from 'payload'
import { audit } from '../audit/audit.ts'
import { now } from '../clock.ts'
import { fail } from '../errors.ts'
import { newId } from '../ids.ts'
import { shared } from '../instance.ts'
import { afterCommit, inTransaction } from '../transaction.ts'
import { type Device, deviceOf } from './agent.ts'

/** A session as its owner sees it. */
export type Session = Device & { id: string; createdAt: string | null; lastSeenAt: string | null; expiresAt: string; current: boolean }

type Stored = { id: string; createdAt?: Date | string | null; expiresAt: Date | string }

type Row = { id: string; session: string; agent?: string | null; lastSeenAt?: string | null }

const text = (date: Date | string | null | undefined) => (date ? new Date(date).toISOString() : null)

/** The session that the caller uses. */
export const currentSession = ({ user }: Pick<PayloadRequest, 'user'>): string | undefined => (user as { _sid?: string } | null)?._sid

const openSessions = async (req: PayloadRequest, user: string): Promise<Stored[]> => {
  const found = await req.payload.db.findOne<{ id: string; sessions?: Stored[] | null }>({
    collection: 'users',
    req,
    where: { id: { equals: user } },
  })
  if (!found) return fail('NOT_FOUND')
  return (found.sessions ?? []).filter(({ expiresAt }) => new Date(expiresAt) > now())
}

/** The open sessions of a person, the one used last first. */
export async function listSessions(req: PayloadRequest, user: string): Promise<Session[]> {
  const open = await openSessions(req, user)
  const { docs } = await req.payload.db.find<Row>({
    collection: 'sign-ins',
    req,
    where: { session: { in: open.map(({ id }) => id) } },
    limit: 0,
    pagination: false,
  })
  const rows = new Map(docs.map((row) => [row.session, row]))
  const own = currentSession(req)
  const sessions = open.map(({ id, createdAt, expiresAt }) => {
    const row = rows.get(id)
    return {
      id,
      ...deviceOf(row?.agent ?? ''),
      createdAt: text(createdAt),
      lastSeenAt: text(row?.lastSeenAt ?? createdAt),
      expiresAt: text(expiresAt) as string,
      current: id === own,
    }
  })
  return sessions.toSorted((a, b) => Number(b.current) - Number(a.current) || (b.lastSeenAt ?? '').localeCompare(a.lastSeenAt ?? ''))
}

const mark = async (req: PayloadRequest, user: string, session: string) => {
  const { db } = req.payload
  const at = now().toISOString()
  const where = { session: { equals: session } }
  if (await db.updateOne({ collection: 'sign-ins', req, options: { atomic: true }, where, data: { revokedAt: at, updatedAt: at } })) return
  await db.create({
    collection: 'sign-ins',
    req,
    returning: false,
    data: { id: newId(), user, session, revokedAt: at, createdAt: at, updatedAt: at },
  })
}

/** What a plugin does when sessions end, in the transaction that ends them, as data: it puts it into `config.custom.sessionEnds`. */
export type SessionEnd = (req: PayloadRequest, sessions: readonly string[]) => Promise<void>

/** Lets everything that belongs to sessions end with them. */
export async function sessionsEnded(req: PayloadRequest, sessions: readonly string[]): Promise<void> {
  for (const end of (req.payload.config.custom?.sessionEnds as SessionEnd[] | undefined) ?? []) await end(req, sessions)
  afterCommit(req, () => shared(req.payload).closeSockets?.('session', sessions))
}

/** Takes these sessions from a person; answers which of them were open. */
export async function removeSessions(req: PayloadRequest, user: string, gone: (id: string) => boolean): Promise<string[]> {
  const open = await openSessions(req, user)
  const ended = open.map(({ id }) => id).filter(gone)
  if (ended.length === 0) return []
  await req.payload.db.updateOne({
    collection: 'users',
    req,
    id: user,
    returning: false,
    // Without a new date of change: nothing of the person has changed.
    data: { sessions: open.filter(({ id }) => !gone(id)), updatedAt: null },
  })
  await sessionsEnded(req, ended)
  return ended
}

/** Ends sessions of a person: what was signed in there is signed out, and its sockets are closed. */
export const endSessions = (req: PayloadRequest, user: string, gone: (id: string) => boolean): Promise<string[]> =>
  inTransaction(req, async () => {
    const ended = await removeSessions(req, user, gone)
    for (const session of ended) await mark(req, user, session)
    if (ended.length > 0) await audit(req, 'users.end-sessions', { collection: 'users', id: user, details: { sessions: ended.length } })
    return ended
  })
