import { z } from 'zod'
import { localeCodes } from '../locales.ts'
import type { Resource } from './resource.ts'

const inWords = (name: string) => name.replaceAll(/(^|[- ])(\w)/g, (_, __, letter: string) => letter.toUpperCase())

/** How one item of a resource looks. */
export function itemSchema({ item, sources }: Resource): z.ZodType {
  const shapes = sources.map(({ kind, fields }) =>
    z
      .object({
        ...Object.fromEntries(Object.entries(fields).map(([name, { schema }]) => [name, schema])),
        ...(kind && { kind: z.literal(kind) }),
      })
      .meta({ id: `v1.${sources.length > 1 && kind ? inWords(kind) : ''}${inWords(item)}` }),
  )
  const [first] = shapes
  return shapes.length === 1 && first ? first : z.union(shapes)
}

/** The languages in which localized values can be asked for. */
export const locale = z.enum(localeCodes).optional()

const optional = (schema: z.ZodType) => schema.optional()

/** What may be written in the query of a list. */
export const listQuery = ({ filters = {}, sorts, sources }: Resource) => {
  const kinds = sources.flatMap(({ kind }) => kind ?? [])
  const names = Object.keys(sorts)
  const orders = names.flatMap((name) => [name, `-${name}`])
  return z.strictObject({
    ...Object.fromEntries(Object.entries(filters).map(([name, { schema }]) => [name, optional(schema)])),
    ...(kinds.length > 0 && { kind: z.enum(kinds).optional() }),
    sort: z.enum(orders).default(`-${names[0]}`),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    after: z.string().max(300).optional().meta({ description: 'The `next` of the page before.' }),
    locale,
  })
}

/** How a page of a list looks. */
export const pageSchema = (resource: Resource) =>
  z.object({
    data: z.array(itemSchema(resource)),
    next: z.string().nullable().meta({ description: 'Give it as `after` to get what follows; null at the end.' }),
  })
