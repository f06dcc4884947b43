import type { CollectionSlug, Endpoint, PayloadRequest, Where } from 'payload'
import { z } from 'zod'
import { demand } from './access.ts'
import { endpoint } from './endpoint.ts'
import { problemOf } from './problem.ts'
import type { MoveRule, Work } from './states.ts'
import { inTransaction } from './transaction.ts'

/** How many documents one request moves at most. */
const most = 200

const body = z.strictObject({
  ids: z
    .array(z.uuid())
    .min(1)
    .max(most)
    .optional()
    .meta({ description: 'Which ones; without them all that can make this move, so many at a time.' }),
  where: z.record(z.string(), z.unknown()).optional().meta({ description: 'Only those of them for which this holds.' }),
  reason: z.string().trim().min(1).max(500).optional(),
})

const returns = z.object({
  done: z.int(),
  refused: z.array(z.object({ id: z.string(), code: z.string() })),
  left: z.int().meta({ description: 'How many can still make this move.' }),
})

type Asked = z.output<typeof body>

/** Those that are meant and that the caller may see, in a state from which the move leads on. */
async function meant(req: PayloadRequest, collection: CollectionSlug, { from }: MoveRule, { ids, where }: Asked) {
  const and: Where[] = [
    { status: { in: [...from] } },
    ...(ids ? [{ id: { in: ids } }] : []),
    ...(where && Object.keys(where).length > 0 ? [where as Where] : []),
  ]
  const found = await req.payload.find({
    collection,
    req,
    overrideAccess: false,
    where: { and },
    limit: most,
    depth: 0,
    select: {},
    sort: 'createdAt',
  })
  return { ids: found.docs.map(({ id }) => String(id)), total: found.totalDocs }
}

/** `POST /api/<collection>/<verb>`: the same move for many documents, each by itself, so that one that cannot does not hold up the others. */
export const bulkEndpoint = (collection: CollectionSlug, verb: string, rule: MoveRule, work: Work): Endpoint =>
  endpoint({
    method: 'post',
    path: `/${verb.replaceAll('_', '-')}`,
    summary: `${rule.label}, for many: ${rule.from.join(', ')} → ${rule.to}`,
    access: rule.grants ?? [],
    lateAccess: true,
    body,
    returns,
    handler: async (req, { body: asked }) => {
      await demand(req, rule.grants ?? [])
      const { ids, total } = await meant(req, collection, rule, asked)
      const refused: { id: string; code: string }[] = []
      for (const id of ids) {
        try {
          await inTransaction(req, () => work(req, { id, reason: asked.reason }))
        } catch (error) {
          const { status, data } = problemOf(error)
          if (status >= 500) throw error
          refused.push({ id, code: String(data.code) })
        }
      }
      return { done: ids.length - refused.length, refused, left: total - ids.length }
    },
  })
