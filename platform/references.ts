import type { CollectionSlug, FlattenedField, PayloadRequest } from 'payload'
import { fail, type InputError } from './errors.ts'
import { isPlainObject } from './value-shapes.ts'

/** A document that something points at, and where it does. */
type Pointer = { path: string; collection: string; id: string }

const nameOf = ({ collection, id }: Pointer): string => `${collection} ${id}`

const pointer = (path: string, collection: unknown, value: unknown): Pointer[] => {
  const id = isPlainObject(value) ? value.id : value
  return typeof collection === 'string' && typeof id === 'string' && id !== '' ? [{ path, collection, id }] : []
}

function pointersIn(fields: readonly FlattenedField[], data: Record<string, unknown>, prefix = ''): Pointer[] {
  return fields.flatMap((field): Pointer[] => {
    const [path, value] = [prefix + field.name, data[field.name]]
    if (field.type === 'relationship' || field.type === 'upload')
      return (Array.isArray(value) ? value : [value]).flatMap((item) =>
        Array.isArray(field.relationTo)
          ? pointer(path, (item as Record<string, unknown> | undefined)?.relationTo, (item as Record<string, unknown> | undefined)?.value)
          : pointer(path, field.relationTo, item),
      )
    if ((field.type === 'group' || field.type === 'tab') && isPlainObject(value))
      return pointersIn(field.flattenedFields, value, `${path}.`)
    if ((field.type !== 'array' && field.type !== 'blocks') || !Array.isArray(value)) return []
    return value.flatMap((row: unknown, at) => {
      if (!isPlainObject(row)) return []
      const inside =
        field.type === 'array' ? field.flattenedFields : (field.blocks.find(({ slug }) => slug === row.blockType)?.flattenedFields ?? [])
      return pointersIn(inside, row, `${path}.${at}.`)
    })
  })
}

async function missingIn(req: PayloadRequest, collection: string, ids: readonly string[]): Promise<Set<string>> {
  if (!(collection in req.payload.collections)) return new Set(ids)
  const { docs } = await req.payload.db.find<{ id: string }>({
    collection: collection as CollectionSlug,
    req,
    where: { id: { in: [...ids] } },
    limit: ids.length,
    pagination: false,
    select: {},
    ...({ joins: false } as object),
  })
  const found = new Set(docs.map(({ id }) => String(id)))
  return new Set(ids.filter((id) => !found.has(id)))
}

/**
 * Refuses references to documents that are not there: one engine fails at them and the other keeps them. What a document points at already may stay,
 * also when it is gone by now. Runs once the caller is known to be allowed to write, so that nobody else learns what there is.
 */
export async function refuseDangling<Data>(
  req: PayloadRequest,
  { flattenedFields }: { flattenedFields: FlattenedField[] },
  data: Data,
  before: unknown,
): Promise<Data> {
  // What the platform writes by itself it has just looked up.
  if (req.payloadAPI === 'local' || !isPlainObject(data)) return data
  const known = new Set(isPlainObject(before) ? pointersIn(flattenedFields, before).map(nameOf) : [])
  const pointers = pointersIn(flattenedFields, data).filter((each) => !known.has(nameOf(each)))
  const errors: InputError[] = []
  for (const [collection, those] of Map.groupBy(pointers, (each) => each.collection)) {
    const missing = await missingIn(req, collection, [...new Set(those.map(({ id }) => id))])
    for (const { path, id } of those) if (missing.has(id)) errors.push({ path, code: 'UNKNOWN', message: 'There is no such document.' })
  }
  return errors.length > 0 ? fail('VALIDATION', { errors }) : data
}
