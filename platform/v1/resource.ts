import type { CollectionSlug, Endpoint, JoinQuery, PayloadRequest, TypedCollection, Where } from 'payload'
import { z } from 'zod'
import type { Ending } from '../ending.ts'

/** One value of a resource: what integrators see under a name that stays, whatever the collection calls it. */
export type Shown<Doc> = { schema: z.ZodType; value: (doc: Doc, req: PayloadRequest) => unknown }

/** The values of a resource, by their names. */
export type Fields<Doc> = Record<string, Shown<Doc>>

/** Where the items of a resource come from; a resource of several kinds has several. */
export type Source<Slug extends CollectionSlug = CollectionSlug> = {
  /** What tells its items from those of other sources, in the field `kind`. */
  kind?: string
  collection: Slug
  fields: Fields<TypedCollection[Slug]>
  /** How deep related documents are read to make the fields. */
  depth?: number
  joins?: JoinQuery<Slug> & object
  /** The endpoint of the collection that makes one. */
  create?: Endpoint
  /** The last parts of the endpoints `POST /:id/…` of the collection that are offered. */
  actions?: readonly string[]
}

/** A way to select items: what is written in the query and what it means. */
export type Filter = { schema: z.ZodType; where: (value: never) => Where }

/** A resource of the versioned API, as data: a plugin puts it into `config.custom.resources`. */
export type Resource = {
  /** The last part of its address. */
  name: string
  /** One item in words, such as `product`. */
  item: string
  /** The area of API keys that opens it. */
  area: string
  sources: readonly Source[]
  filters?: Record<string, Filter>
  /** Fields that lists can be sorted by, always filled in; the first, newest first, is the default. */
  sorts: Record<string, z.ZodType>
  ends?: Ending
}

/** Declares a source with the types of its collection. */
export const source = <Slug extends CollectionSlug>(given: Source<Slug>): Source => given as unknown as Source

/** A value that stands in the document under the same name. */
export const same = <Doc>(name: keyof Doc & string, schema: z.ZodType): Shown<Doc> => ({ schema, value: (doc) => doc[name] ?? null })

/** The id of a related document, whether it was read along or not. */
export const related = <Doc>(name: keyof Doc & string): Shown<Doc> => ({
  schema: z.uuid().nullable(),
  value: (doc) => {
    const value = doc[name] as unknown
    return (typeof value === 'object' && value ? (value as { id: string }).id : value) ?? null
  },
})

/** An amount with its currency. */
export const money = z
  .object({ amount: z.int(), currency: z.string() })
  .meta({ id: 'v1.Money', description: 'An amount in the smallest unit of its currency: 1500000 TZS are 15,000 shillings.' })

/** A moment. */
export const moment = z.string().meta({ format: 'date-time' })

/** Selects by one value. */
export const equal = (path: string, schema: z.ZodType): Filter => ({ schema, where: (value) => ({ [path]: { equals: value } }) })

/** Selects by one of several values, written with commas. */
export const oneOf = (path: string, values: readonly [string, ...string[]]): Filter => ({
  schema: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(z.enum(values)))
    .meta({ description: `One or more of ${values.join(', ')}, with commas between.` }),
  where: (value) => ({ [path]: { in: value } }),
})

/** Selects what is at or after a moment. */
export const since = (path: string): Filter => ({
  schema: z.iso.datetime({ offset: true }),
  where: (value) => ({ [path]: { greater_than_equal: new Date(value as string).toISOString() } }),
})

/** Selects by yes or no. */
export const flag = (path: string): Filter => ({
  schema: z.enum(['true', 'false']).transform((text) => text === 'true'),
  where: (value) => ({ [path]: { equals: value } }),
})

/** The resources of a configuration. */
export const resourcesOf = ({ custom }: { custom?: Record<string, unknown> }): readonly Resource[] =>
  (custom?.resources as Resource[] | undefined) ?? []
