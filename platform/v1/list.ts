import type { PayloadRequest, Where } from 'payload'
import { type Cursor, readCursor, written } from './cursor.ts'
import type { Resource, Source } from './resource.ts'

type Doc = Record<string, unknown> & { id: string }

type Page = { data: Record<string, unknown>[]; next: string | null }

/** What is asked of a list. */
export type Asked = { sort: string; limit: number; after?: string; kind?: string; [filter: string]: unknown }

/** An item as integrators see it. */
export const shown = ({ kind, fields }: Source, doc: Doc, req: PayloadRequest): Record<string, unknown> => ({
  ...Object.fromEntries(Object.entries(fields).map(([name, { value }]) => [name, value(doc as never, req)])),
  ...(kind && { kind }),
})

const behind = ({ value, id }: Cursor, field: string, step: 'less_than' | 'greater_than'): Where => ({
  or: [{ [field]: { [step]: value } }, { and: [{ [field]: { equals: value } }, { id: { [step]: id } }] }],
})

const isForbidden = (error: unknown) => (error as { status?: number } | null)?.status === 403

/** A page of a resource: what the caller may read of every source, in one order. */
export async function page(req: PayloadRequest, { filters = {}, sorts, sources }: Resource, asked: Asked): Promise<Page> {
  const descending = asked.sort.startsWith('-')
  const field = asked.sort.replace('-', '')
  const step = descending ? 'less_than' : 'greater_than'
  const schema = sorts[field]
  const cursor = asked.after !== undefined && schema ? readCursor(asked.after, schema) : undefined
  const where: Where = {
    and: [
      ...Object.entries(filters).flatMap(([name, filter]) => (asked[name] === undefined ? [] : [filter.where(asked[name] as never)])),
      ...(cursor ? [behind(cursor, field, step)] : []),
    ],
  }
  const wanted = sources.filter(({ kind }) => asked.kind === undefined || kind === asked.kind)
  const found = await Promise.all(
    wanted.map(async (source) => {
      const { collection, depth = 0, joins } = source
      const sort = descending ? [`-${field}`, '-id'] : [field, 'id']
      try {
        const { docs } = await req.payload.find({
          collection,
          req,
          overrideAccess: false,
          where,
          sort,
          limit: asked.limit + 1,
          pagination: false,
          depth,
          // Payload writes the caller's part into it.
          joins: (joins ? structuredClone(joins) : false) as never,
        })
        return docs.map((doc) => ({ source, doc: doc as unknown as Doc }))
      } catch (error) {
        // Of several kinds a caller may see those that are open to it.
        if (wanted.length > 1 && isForbidden(error)) return []
        throw error
      }
    }),
  )
  const order = (a: Doc, b: Doc) => {
    const [x, y] = [
      [a[field], a.id],
      [b[field], b.id],
    ] as [string, string][] as [[string, string], [string, string]]
    const sign = x[0] < y[0] || (x[0] === y[0] && x[1] < y[1]) ? -1 : 1
    return descending ? -sign : sign
  }
  const all = found.length === 1 ? (found[0] ?? []) : found.flat().toSorted((a, b) => order(a.doc, b.doc))
  const items = all.slice(0, asked.limit)
  const last = items.at(-1)?.doc
  return {
    data: items.map(({ source, doc }) => shown(source, doc, req)),
    next: all.length > items.length && last ? written({ value: last[field] as string | number, id: last.id }) : null,
  }
}
