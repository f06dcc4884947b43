import type { SanitizedConfig } from 'payload'
import { type Route, routesOf } from '../routes.ts'
import { authOperation } from './auth.ts'
import { payloadOperation } from './collections.ts'
import { documentSchemas, used } from './documents.ts'
import { errorSchemas, failure, limitHeaders } from './errors.ts'
import { graphqlError, graphqlOperation } from './graphql.ts'
import type { Json } from './json.ts'
import { leftOut } from './left-out.ts'
import { pathOf } from './operation.ts'
import { ownOperation } from './own.ts'
import { parameters } from './parameters.ts'
import { webhooksOf } from './webhooks.ts'
import { securitySchemes } from './who.ts'
import type { Named } from './zod-schemas.ts'

/** A description of the API in OpenAPI 3.1. */
export type Description = Json & {
  paths: Record<string, Record<string, Json>>
  components: Json & { schemas: Record<string, Json> }
  webhooks: Record<string, Json>
}

const page: Json = {
  type: 'object',
  required: ['docs', 'totalDocs'],
  properties: {
    docs: { type: 'array' },
    totalDocs: { type: 'integer' },
    limit: { type: 'integer' },
    totalPages: { type: 'integer' },
    page: { type: 'integer' },
    pagingCounter: { type: 'integer' },
    hasPrevPage: { type: 'boolean' },
    hasNextPage: { type: 'boolean' },
    prevPage: { type: ['integer', 'null'] },
    nextPage: { type: ['integer', 'null'] },
  },
}

const introduction = `Everything that the site, the admin and programs do goes through this API.

- **Integrators** begin with **v1**: resources under names that stay. The other operations show the collections as they are inside and grow with them.
- **Amounts** are whole numbers in the smallest unit of their currency.
- **Failures** all look the same (\`Error\`); go by \`data.code\`.
- **Sending again** is safe with an \`Idempotency-Key\` wherever it is listed.
- **Limits** are told by \`RateLimit-*\` headers; \`Retry-After\` says when to come back after a 429 or 503.
- An ending is announced by \`Deprecation\` and \`Sunset\` headers, months before.`

/** What is described elsewhere than at its own address, or on purpose not at all. */
const isLeftOut = ({ pattern }: Route) => leftOut.some((each) => each.pattern.test(pattern))

async function operationOf(config: SanitizedConfig, route: Route, named: Named): Promise<Json | undefined> {
  if (isLeftOut(route)) return undefined
  if (route.pattern === '/api/graphql') return graphqlOperation(route)
  if (route.definition) return ownOperation(config, route, route.definition, named)
  return (await authOperation(config, route)) ?? payloadOperation(config, route)
}

const labelOf = (config: SanitizedConfig, tag: string): string | undefined => {
  const found = [...config.collections, ...config.globals].find(({ slug }) => slug === tag)
  const description = found?.admin?.description
  return typeof description === 'string' ? description : undefined
}

const headings: Record<string, string> = {
  v1: 'Resources for integrators, under names that stay. Lists answer `data` and `next`; give `next` as `after` to go on.',
  platform: 'What belongs to no single collection.',
  graphql: 'The same collections, asked in GraphQL.',
  events: 'What is sent to whoever listens.',
}

/** Describes the whole API: what anybody may do, with what comes in and out, who may, and how it fails. */
export async function openApi(config: SanitizedConfig, { version = '1' } = {}): Promise<Description> {
  const named: Named = new Map()
  const paths: Description['paths'] = {}
  for (const route of routesOf(config)) {
    const operation = await operationOf(config, route, named)
    if (!operation) continue
    const path = pathOf(route)
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: operation }
  }
  const webhooks = webhooksOf(config, named)
  const schemas = {
    ...documentSchemas(config),
    ...Object.fromEntries(named),
    ...errorSchemas(config),
    GraphqlError: graphqlError,
    DocumentList: page,
  }
  const tags = [
    ...new Set(Object.values(paths).flatMap((operations) => Object.values(operations).flatMap(({ tags: list }) => list as string[]))),
  ]
  const order = (tag: string) => (tag === 'v1' ? 0 : 1)
  return {
    openapi: '3.1.1',
    info: { title: 'Platform API', version, description: introduction },
    servers: [{ url: config.serverURL || '/' }],
    tags: [...tags.toSorted((a, b) => order(a) - order(b)), ...(Object.keys(webhooks).length > 0 ? ['events'] : [])].map((name) => {
      const description = headings[name] ?? labelOf(config, name)
      return { name, ...(description && { description }) }
    }),
    paths,
    webhooks,
    components: {
      schemas: used(schemas, [paths, webhooks, failure]),
      parameters,
      responses: { Failure: failure },
      headers: limitHeaders,
      securitySchemes,
    },
  }
}
