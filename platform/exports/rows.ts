import { setImmediate as others } from 'node:timers/promises'
import type { PayloadRequest, SanitizedCollectionConfig, Where } from 'payload'
import type { FieldColumn } from './columns.ts'
import { behind, hasCursor, sortOf, stepsOf } from './cursor.ts'

/** Which documents of a collection, and in which order. */
export type List = {
  collection: SanitizedCollectionConfig
  where: Where
  sort?: string
  draft?: boolean
  /** The language instead where a text is missing. */
  fallbackLocale?: string
}

/** A document as it is read. */
export type Doc = Record<string, unknown> & { id: string }

/** So many documents are held at a time. */
export const pageSize = 250

/** Reads the fewest fields that will do; what is worked out of others needs them all. */
function selected(columns: readonly FieldColumn[], paths: readonly (readonly string[])[]): Record<string, true> | undefined {
  const isMade = ({ field }: FieldColumn) =>
    ('virtual' in field && field.virtual) || ('hooks' in field && (field.hooks?.afterRead?.length ?? 0) > 0)
  if (columns.some(isMade)) return undefined
  const names = [...columns.map(({ path }) => path), ...paths].map(([name]) => [name, true] as const)
  return Object.fromEntries(names)
}

const asked = (req: PayloadRequest, { collection, draft, fallbackLocale }: List) =>
  ({
    collection: collection.slug as 'users',
    req,
    overrideAccess: false,
    depth: 0,
    draft,
    fallbackLocale: fallbackLocale as never,
    joins: false as never,
  }) as const

/** How many documents the caller may see of a list; throws what is wrong with the question. */
export async function countOf(req: PayloadRequest, list: List): Promise<number> {
  const { where, sort, collection } = list
  const { totalDocs } = await req.payload.find({
    ...asked(req, list),
    where,
    sort: sortOf(stepsOf(sort, collection)),
    limit: 1,
    select: { id: true } as never,
  })
  return totalDocs
}

/**
 * Reads a list page by page as the caller may, each from where the one before ended: what is added or deleted meanwhile shifts nothing.
 * An order that one cannot go on in, such as by a related document, is read by page number.
 */
export async function* pagesOf(req: PayloadRequest, list: List, columns: readonly FieldColumn[]): AsyncGenerator<Doc[]> {
  const { collection, where, sort, draft } = list
  const steps = stepsOf(sort, collection)
  const goesOn = !draft && hasCursor(collection, steps)
  const select = selected(columns, [...steps.map(({ path }) => path), ['id'], ['currency']])
  let last: Doc | undefined
  for (let page = 1; ; page++) {
    const { docs } = await req.payload.find({
      ...asked(req, list),
      where: goesOn && last ? { and: [where, behind(steps, last)] } : where,
      sort: sortOf(steps),
      limit: pageSize,
      page: goesOn ? 1 : page,
      pagination: !goesOn,
      ...(select && { select: select as never }),
    })
    const found = docs as unknown as Doc[]
    if (found.length > 0) yield found
    if (found.length < pageSize) return
    // A long list lets everybody else go first, page by page.
    await others()
    last = found.at(-1)
  }
}
