import type { Payload, PayloadRequest } from 'payload'
import { now } from '../clock.ts'
import type { Job } from '../job.ts'
import { emit } from '../outbox/emit.ts'
import { dayOf } from '../time.ts'
import { inTransaction, withRequest } from '../transaction.ts'

/** So many times the mean of the seven days before is worth a word. */
const times = 10

/** Below so many calls a day nothing is remarkable. */
const least = 100

type Row = { key: string; owner?: string | null; day: string; calls: number }

const rowsOf = async (req: PayloadRequest, days: readonly string[], keys?: readonly string[]): Promise<Row[]> => {
  const { docs } = await req.payload.db.find<Row>({
    collection: 'api-usage' as 'users',
    req,
    where: { and: [{ day: { in: [...days] } }, ...(keys ? [{ key: { in: [...keys] } }] : [])] },
    pagination: false,
    limit: 0,
    select: { key: true, owner: true, day: true, calls: true },
  })
  return docs
}

const callsOf = (rows: readonly Row[]) => {
  const calls = new Map<string, number>()
  for (const { key, calls: more } of rows) calls.set(key, (calls.get(key) ?? 0) + more)
  return calls
}

/** Says once a day that a key is used far more than in the week before. */
const notice = (req: PayloadRequest, key: string, today: string, calls: number, mean: number): Promise<boolean> =>
  inTransaction(req, async () => {
    const first = await req.payload.db.updateOne({
      collection: 'api-keys',
      req,
      options: { atomic: true },
      where: { and: [{ id: { equals: key } }, { or: [{ noticedOn: { exists: false } }, { noticedOn: { not_equals: today } }] }] },
      data: { noticedOn: today },
    })
    if (!first) return false
    await emit(req, 'api-keys.busy', { id: key, day: today, calls, mean: Math.round(mean) })
    return true
  })

async function noticeBusy(payload: Payload): Promise<{ done: number }> {
  const today = dayOf(now())
  const week = Array.from({ length: 7 }, (_, n) => dayOf(now(), { earlier: n + 1 }))
  return withRequest(payload, 'api-usage.notice', async (req) => {
    const busy = [...callsOf(await rowsOf(req, [today]))].filter(([, calls]) => calls >= least)
    const before =
      busy.length > 0
        ? callsOf(
            await rowsOf(
              req,
              week,
              busy.map(([key]) => key),
            ),
          )
        : new Map<string, number>()
    let done = 0
    for (const [key, calls] of busy) {
      const mean = (before.get(key) ?? 0) / week.length
      if (mean > 0 && calls >= times * mean && (await notice(req, key, today, calls, mean))) done++
    }
    return { done }
  })
}

/** Looks for keys that are used ten times as much as usual. */
export const noticeBusyKeys: Job = { name: 'api-usage.notice', every: '10 minutes', run: noticeBusy }
