import type { CollectionSlug, PayloadRequest } from 'payload'
import { isPlainObject } from '../value-shapes.ts'
import { type FieldColumn, valueAt } from './columns.ts'

/** Says what a related document is called; its id where the caller may not see more. */
export type Titles = (collection: string, id: string) => string

/** Titles that are remembered from page to page, before they are forgotten. */
const most = 20_000

type Pointer = { collection: string; id: string }

/** The documents that a value of a relation points at. */
export function pointersIn({ field }: Pick<FieldColumn, 'field'>, value: unknown): Pointer[] {
  if (field.type !== 'relationship' && field.type !== 'upload') return []
  return [value].flat().flatMap((each): Pointer[] => {
    if (each === null || each === undefined) return []
    if (isPlainObject(each) && typeof each.relationTo === 'string') return [{ collection: each.relationTo, id: String(each.value) }]
    return Array.isArray(field.relationTo) ? [] : [{ collection: field.relationTo, id: String(isPlainObject(each) ? each.id : each) }]
  })
}

/** Looks up what the documents that rows point at are called, as the caller may read them: one question per collection and page. */
export function titlesFor(req: PayloadRequest): (docs: readonly unknown[], columns: readonly FieldColumn[]) => Promise<Titles> {
  const known = new Map<string, string>()
  const keyOf = ({ collection, id }: Pointer) => `${collection} ${id}`
  return async (docs, columns) => {
    if (known.size > most) known.clear()
    const pointers = columns.flatMap((column) => docs.flatMap((doc) => pointersIn(column, valueAt(doc, column.path))))
    for (const [slug, list] of Map.groupBy(pointers, ({ collection }) => collection)) {
      const ids = [...new Set(list.filter((pointer) => !known.has(keyOf(pointer))).map(({ id }) => id))]
      const config = req.payload.collections[slug as CollectionSlug]?.config
      if (!config || ids.length === 0) continue
      const title = config.admin.useAsTitle || 'id'
      const { docs: related } = await req.payload.find({
        collection: slug as CollectionSlug,
        req,
        overrideAccess: false,
        disableErrors: true,
        depth: 0,
        pagination: false,
        joins: false as never,
        where: { id: { in: ids } },
        select: { [title]: true } as never,
      })
      for (const doc of related as unknown as ({ id: string } & Record<string, unknown>)[])
        known.set(keyOf({ collection: slug, id: doc.id }), String(doc[title] || doc.id))
      for (const id of ids) if (!known.has(keyOf({ collection: slug, id }))) known.set(keyOf({ collection: slug, id }), id)
    }
    return (collection, id) => known.get(keyOf({ collection, id })) ?? id
  }
}
