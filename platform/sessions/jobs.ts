import type { Payload } from 'payload'
import { idOf } from '../ids.ts'
import type { Job } from '../job.ts'
import { daysBefore, forget } from '../retention.ts'
import { inTransaction, withRequest } from '../transaction.ts'
import { removeSessions } from './sessions.ts'

/** How long after it was ended a session is watched, in milliseconds. */
const watched = 60 * 60_000

type Row = { id: string; user: string | { id: string }; session: string }

/** A sign-in writes the whole person back as it was read a moment before, and may so bring back a session that was ended meanwhile. */
async function sweep(payload: Payload, { now }: { now: () => Date }): Promise<{ done: number }> {
  const since = new Date(now().getTime() - watched).toISOString()
  const { docs } = await withRequest(payload, 'sessions.sweep', (req) =>
    payload.db.find<Row>({ collection: 'sign-ins', req, where: { revokedAt: { greater_than: since } }, limit: 1000, pagination: false }),
  )
  let done = 0
  for (const [user, rows] of Map.groupBy(docs, (row) => idOf(row.user))) {
    const ended = new Set(rows.map(({ session }) => session))
    const back = await withRequest(payload, 'sessions.sweep', (req) =>
      inTransaction(req, () => removeSessions(req, user, (id) => ended.has(id))),
    )
    done += back.length
  }
  return { done }
}

/** What is done about sessions again and again. */
export const sessionJobs: Job[] = [
  { name: 'sessions.sweep', every: '1 minute', run: sweep },
  {
    name: 'sign-ins.forget',
    every: '1 hour',
    alias: 'cleanup_expired_data',
    run: (payload, { now }) => forget(payload, 'sign-ins', { updatedAt: { less_than: daysBefore(now(), 30) } }),
  },
]
