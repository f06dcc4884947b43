import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { type Locale, localeCodes } from '../locales.ts'
import { rowsOf, searchOf } from './search.ts'
import { searchablesOf } from './searchable.ts'

const pageSize = 12
/** How many of the best a list can be made of. */
const most = 5000

const words = z.string().trim().min(1).max(80).meta({ description: 'What is looked for; small mistakes are forgiven.' })
const slug = z.string().regex(/^[\w-]{1,120}$/)
const locale = z.enum(localeCodes as [Locale, ...Locale[]]).optional()
const whole = (max: number) => z.coerce.number().int().min(1).max(max)
const counts = z.record(z.string(), z.int())

/** Payload has read the language of the request already; what it does not know counts as English. */
const languageOf = ({ locale }: PayloadRequest): Locale => localeCodes.find((each) => each === locale) ?? 'en'

/** `GET /api/search` */
const search = endpoint({
  method: 'get',
  path: '/search',
  summary: 'Find products, pages, posts and answers by their words',
  access: ['anyone'],
  scope: 'any',
  query: z.object({
    q: words,
    kind: slug.optional().meta({ description: 'Only this collection, such as `products`.' }),
    category: slug.optional(),
    page: whole(10_000).default(1),
    limit: whole(48).default(pageSize),
    locale,
  }),
  returns: z.object({
    hits: z.array(z.object({ kind: z.string(), doc: z.looseObject({ id: z.string() }) })),
    total: z.int(),
    page: z.int(),
    pages: z.int(),
    kinds: counts.meta({ description: 'How many were found of each kind.' }),
    facets: z.record(z.string(), counts).meta({ description: 'How many were found of each value by which they can be narrowed.' }),
  }),
  handler: async (req, { query: { q, kind, category, page, limit } }) => {
    const asked = { q, locale: languageOf(req), kind, skip: (page - 1) * limit, limit, ...(category && { facets: { category } }) }
    const found = await searchOf(req.payload).find(asked)
    const { total, kinds, facets } = found
    return { hits: await rowsOf(req, found), total, page, pages: Math.max(1, Math.ceil(total / limit)), kinds, facets }
  },
})

type Rows = { docs: Record<string, unknown>[]; totalDocs: number; totalPages: number; page: number }

const condition = z
  .string()
  .max(10_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as Where
    } catch {
      context.addIssue({ code: 'custom', message: 'This is no JSON.' })
      return z.NEVER
    }
  })
  .meta({ description: 'A further condition as JSON, as lists of the API take it.' })

/** The rows that fit best, in their order: what fits the condition is ordered by the index, and only one page of it is read whole. */
async function bestRows(
  req: PayloadRequest,
  kind: CollectionSlug,
  ids: string[],
  where: Where,
  page: number,
  limit: number,
): Promise<Rows> {
  const { docs } = await req.payload.find({
    collection: kind,
    req,
    overrideAccess: false,
    depth: 0,
    pagination: false,
    where,
    select: { updatedAt: true } as never,
  })
  const fitting = new Set(docs.map(({ id }) => String(id)))
  const best = ids.filter((id) => fitting.has(id))
  const hits = best.slice((page - 1) * limit, page * limit).map((id) => ({ kind, id }))
  const rows = await rowsOf(req, { hits })
  return { docs: rows.map(({ doc }) => doc), totalDocs: best.length, totalPages: Math.max(1, Math.ceil(best.length / limit)), page }
}

/** `GET /api/search/rows` */
const rows = endpoint({
  method: 'get',
  path: '/search/rows',
  summary: 'List the documents of one kind that are found by their words, narrowed and sorted; without a sort the best come first',
  access: ['anyone'],
  scope: 'any',
  query: z.object({
    q: words,
    kind: slug,
    where: condition.optional(),
    sort: z
      .string()
      .regex(/^-?[\w.]{1,60}$/)
      .optional(),
    page: whole(10_000).default(1),
    limit: whole(48).default(pageSize),
    locale,
  }),
  returns: z.object({ docs: z.array(z.looseObject({})), totalDocs: z.int(), totalPages: z.int(), page: z.int() }),
  handler: async (req, { query: { q, kind, where: narrower, sort, page, limit } }): Promise<Rows> => {
    const searchable = searchablesOf(req.payload).find(({ collection }) => collection === kind)
    const none = { docs: [], totalDocs: 0, totalPages: 1, page: 1 }
    if (!searchable) return none
    const { collection, shown } = searchable
    const { hits } = await searchOf(req.payload).find({ q, kind, locale: languageOf(req), skip: 0, limit: most })
    if (hits.length === 0) return none
    const ids = hits.map(({ id }) => id)
    const where: Where = { and: [{ id: { in: ids } }, ...(narrower ? [narrower] : [])] }
    if (!sort) return bestRows(req, collection, ids, where, page, limit)
    const found = await req.payload.find({
      collection,
      req,
      overrideAccess: false,
      depth: 1,
      where,
      sort,
      page,
      limit,
      select: shown as never,
    })
    return { docs: found.docs as unknown as Rows['docs'], totalDocs: found.totalDocs, totalPages: found.totalPages, page: found.page ?? 1 }
  },
})

/** Finding by words, over everything that plugins made searchable. */
export const searchEndpoints = [search, rows]
