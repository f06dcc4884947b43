import type { Endpoint, PayloadRequest } from 'payload'
import { z } from 'zod'
import { type AnyDefinition, endpoint } from '../endpoint.ts'
import { fail } from '../errors.ts'
import { isId } from '../ids.ts'
import { type Asked, page, shown } from './list.ts'
import type { Resource, Source } from './resource.ts'
import { itemSchema, listQuery, locale, pageSchema } from './schemas.ts'

const definitionOf = ({ custom }: Pick<Endpoint, 'custom'>): AnyDefinition => custom?.definition as AnyDefinition

const again = (definition: AnyDefinition, changes: Partial<AnyDefinition>): Endpoint =>
  endpoint({ ...definition, ...changes } as Parameters<typeof endpoint>[0])

async function one(req: PayloadRequest, sources: readonly Source[], id: string | undefined) {
  for (const source of isId(id) ? sources : []) {
    const { collection, depth = 0, joins } = source
    const doc = await req.payload.findByID({
      collection,
      id: id as string,
      req,
      overrideAccess: false,
      disableErrors: true,
      depth,
      // Payload writes the caller's part into it.
      joins: (joins ? structuredClone(joins) : false) as never,
    })
    if (doc) return { data: shown(source, doc as never, req) }
  }
  return fail('NOT_FOUND')
}

/** Makes one: of several kinds, `kind` says which; the first needs no word. */
function creation({ name, item, area, sources, ends }: Resource): Endpoint[] {
  const makers = sources.flatMap(({ kind, create }) => (create ? [{ kind, definition: definitionOf(create) }] : []))
  const [first] = makers
  if (!first) return []
  const changes = { path: `/v1/${name}`, scope: `${area}:write`, summary: `Make one ${item}`, ends }
  if (first.kind === undefined) return [again(first.definition, changes)]
  const bodies = makers.map(({ kind, definition }, at) => {
    const literal = z.literal(kind as string)
    return (definition.body as z.ZodObject).safeExtend({ kind: at === 0 ? literal.optional() : literal })
  })
  return [
    again(first.definition, {
      ...changes,
      body: z.discriminatedUnion('kind', bodies as unknown as [z.ZodObject]),
      returns: makers.length === 1 ? first.definition.returns : z.union(makers.map(({ definition }) => definition.returns)),
      handler: (req: PayloadRequest, { body: { kind, ...body }, ...input }: { body: { kind?: string } }) => {
        const { definition } = makers.find((maker) => maker.kind === (kind ?? first.kind)) ?? first
        return definition.handler(req, { ...input, body } as never)
      },
    } as Partial<AnyDefinition>),
  ]
}

/** What can be done with one: the same endpoints as those of its collection, at the address of the resource. */
const actions = ({ name, area, sources, ends }: Resource, endpointsOf: (collection: string) => readonly Endpoint[]): Endpoint[] =>
  sources.flatMap(({ collection, actions: offered = [] }) =>
    offered.map((action) => {
      const found = endpointsOf(collection).find(({ method, path }) => method === 'post' && path === `/:id/${action}`)
      if (!found) throw new Error(`${collection} has no endpoint POST /:id/${action}.`)
      return again(definitionOf(found), { path: `/v1/${name}/:id/${action}`, scope: `${area}:write`, ends })
    }),
  )

/** The endpoints of a resource: list, one, make, and what can be done with it. */
export const resourceEndpoints = (resource: Resource, endpointsOf: (collection: string) => readonly Endpoint[]): Endpoint[] => {
  const { name, item, area, sources, ends } = resource
  return [
    endpoint({
      method: 'get',
      path: `/v1/${name}`,
      summary: `List ${name}`,
      // Who may see what is said by the collections.
      access: ['anyone'],
      scope: `${area}:read`,
      ends,
      query: listQuery(resource),
      returns: pageSchema(resource),
      handler: (req, { query }) => page(req, resource, query as Asked),
    }),
    endpoint({
      method: 'get',
      path: `/v1/${name}/:id`,
      summary: `Show one ${item}`,
      access: ['anyone'],
      scope: `${area}:read`,
      ends,
      query: z.strictObject({ locale }),
      returns: z.object({ data: itemSchema(resource) }),
      handler: (req, { params }) => one(req, sources, params.id),
    }),
    ...creation(resource),
    ...actions(resource, endpointsOf),
  ]
}
