import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { demand, own } from '../access.ts'
import { now } from '../clock.ts'
import { endpoint } from '../endpoint.ts'
import { fail } from '../errors.ts'
import { isId } from '../ids.ts'
import { dayOf } from '../time.ts'
import { classes, p95 } from './histogram.ts'

const grants = ['developer', 'support', own('owner')] as const

const sums = { calls: z.int(), failures: z.int(), bytes: z.int(), p95: z.int() }

const returns = z.object({
  from: z.string(),
  to: z.string(),
  total: z.object(sums),
  days: z.array(z.object({ day: z.string(), ...sums })),
  routes: z.array(z.object({ route: z.string(), ...sums })),
})

type Row = { day: string; route: string; [count: string]: unknown }

/** More rows than these are not added up at once. */
const most = 5_000

const sumOf = (rows: readonly Row[]) => {
  const total = (name: string) => rows.reduce((sum, row) => sum + Number(row[name] ?? 0), 0)
  return {
    calls: total('calls'),
    failures: total('failures'),
    bytes: total('bytes'),
    p95: p95(Object.fromEntries(classes.map((name) => [name, total(name)]))),
  }
}

/** What a key did from one day to another; who may see it is the caller's affair. */
export async function usageOf(req: PayloadRequest, id: string, from: string, to: string): Promise<z.infer<typeof returns>> {
  const { docs } = await req.payload.db.find<Row>({
    collection: 'api-usage' as 'users',
    req,
    where: { and: [{ key: { equals: id } }, { day: { greater_than_equal: from } }, { day: { less_than_equal: to } }] },
    sort: 'day',
    limit: most + 1,
    pagination: false,
  })
  if (docs.length > most) return fail('TOO_LARGE', { limit: most })
  const grouped = <Name extends 'day' | 'route'>(name: Name) =>
    [...Map.groupBy(docs, (row) => row[name]).entries()].map(
      ([value, rows]) => ({ [name]: value, ...sumOf(rows) }) as { [key in Name]: string } & ReturnType<typeof sumOf>,
    )
  return { from, to, total: sumOf(docs), days: grouped('day'), routes: grouped('route').toSorted((a, b) => b.calls - a.calls) }
}

/** `GET /api/api-keys/:id/usage` */
export const readUsage = endpoint({
  method: 'get',
  path: '/:id/usage',
  summary: 'Show what a key did: calls, failures, bytes and time, by day and by address',
  access: grants,
  lateAccess: true,
  scope: null,
  query: z.strictObject({ from: z.iso.date().optional(), to: z.iso.date().optional() }),
  returns,
  handler: async (req, { params: { id }, query: { from, to } }) => {
    if (!isId(id)) return fail('NOT_FOUND')
    await demand(req, grants, { collection: 'api-keys', id })
    return usageOf(req, id, from ?? dayOf(now(), { earlier: 29 }), to ?? dayOf(now()))
  },
})
