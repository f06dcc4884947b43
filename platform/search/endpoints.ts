import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { type Locale, localeCodes } from '../locales.ts'
import { rowsOf, searchOf } from './search.ts'

const pageSize = 12
const most = 1000

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
  summary: 'Find products, pages and posts by their words',
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

/** `GET /api/search/ids` */
const ids = endpoint({
  method: 'get',
  path: '/search/ids',
  summary: 'Find the ids of documents of one kind by their words, the best first, for lists that narrow and sort them',
  access: ['anyone'],
  scope: 'any',
  query: z.object({ q: words, kind: slug, locale }),
  returns: z.object({ ids: z.array(z.string()), total: z.int() }),
  handler: async (req, { query: { q, kind } }) => {
    const { hits, total } = await searchOf(req.payload).find({ q, kind, locale: languageOf(req), skip: 0, limit: most })
    return { ids: hits.map(({ id }) => id), total }
  },
})

/** Finding by words, over everything that plugins made searchable. */
export const searchEndpoints = [search, ids]
