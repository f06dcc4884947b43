import type { CollectionSlug, FlattenedField, Payload } from 'payload'

type Data = Record<string, unknown>

const pathsOf = (fields: FlattenedField[]): string[][] =>
  fields.flatMap((field) => {
    if (field.type === 'group' || field.type === 'tab')
      return field.localized ? [] : pathsOf(field.flattenedFields).map((path) => [field.name, ...path])
    return 'unique' in field && field.unique && !field.localized ? [[field.name]] : []
  })

const isObject = (value: unknown): value is Data => typeof value === 'object' && value !== null

function withoutEmpty(data: Data, [name = '', ...rest]: string[]): Data {
  const value = data[name]
  if (rest.length === 0) return value === '' ? { ...data, [name]: null } : data
  if (!isObject(value)) return data
  const inner = withoutEmpty(value, rest)
  return inner === value ? data : { ...data, [name]: inner }
}

/** A function that turns the empty text of unique fields into "no value", of which there may be many. */
export function emptyUniques(payload: Payload): (collection: string, data: unknown) => unknown {
  const known = new Map<string, string[][]>()
  return (collection, data) => {
    if (!isObject(data)) return data
    const paths = known.get(collection) ?? pathsOf(payload.collections[collection as CollectionSlug]?.config.flattenedFields ?? [])
    known.set(collection, paths)
    return paths.reduce(withoutEmpty, data)
  }
}
