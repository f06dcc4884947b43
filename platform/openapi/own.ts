import type { SanitizedConfig } from 'payload'
import type { AnyDefinition } from '../endpoint.ts'
import type { Route } from '../routes.ts'
import { failures } from './errors.ts'
import type { Json } from './json.ts'
import { jsonBody, operationId, success, tagOf } from './operation.ts'
import { shared } from './parameters.ts'
import { byGrants, securityOf } from './who.ts'
import { jsonSchemaOf, type Named } from './zod-schemas.ts'

type Properties = Record<string, Json & { description?: string }>

/** The codes that follow from what a definition says. */
function codesOf({ body, query, access, idempotent, ends, fails = [], path }: AnyDefinition): string[] {
  return [
    ...(body || query || idempotent ? ['VALIDATION'] : []),
    ...(body ? ['MALFORMED_JSON', 'UNSUPPORTED_MEDIA_TYPE'] : []),
    ...(idempotent ? ['IDEMPOTENCY_KEY_INVALID', 'IDEMPOTENCY_KEY_REUSED'] : []),
    ...(access.includes('anyone') ? [] : ['UNAUTHENTICATED', 'FORBIDDEN']),
    ...(path.includes(':') ? ['NOT_FOUND'] : []),
    ...(ends ? ['GONE'] : []),
    ...fails,
  ]
}

const pathParameters = (pattern: string): Json[] =>
  [...pattern.matchAll(/:(\w+)/g)].map(([, name]) =>
    name === 'id' ? (shared('id')[0] as Json) : { name, in: 'path', required: true, schema: { type: 'string', minLength: 1 } },
  )

function queryParameters({ query, nested }: AnyDefinition, named: Named): Json[] {
  if (!query) return []
  const { properties = {}, required = [] } = jsonSchemaOf(query, 'input', named) as { properties?: Properties; required?: string[] }
  return Object.entries(properties).map(([name, { description, ...schema }]) =>
    nested && name === 'where'
      ? (shared('where')[0] as Json)
      : { name, in: 'query', ...(description && { description }), ...(required.includes(name) && { required: true }), schema },
  )
}

const file = { type: 'string', format: 'binary' }

/** What comes back when all goes well. */
const answered = ({ files, status = 200, returns, example }: AnyDefinition, named: Named): Record<string, Json> =>
  files
    ? { [status]: { description: 'The file.', content: Object.fromEntries(files.map((type) => [type, { schema: file }])) } }
    : success(status, 'Done.', jsonSchemaOf(returns, 'output', named), example?.answer)

/** What an endpoint of our own says of itself. */
export async function ownOperation(config: SanitizedConfig, route: Route, definition: AnyDefinition, named: Named): Promise<Json> {
  const { summary, body, example, idempotent, ends, access } = definition
  return {
    operationId: operationId(route),
    tags: [tagOf(route)],
    summary,
    ...(ends && { deprecated: true }),
    parameters: [...pathParameters(route.pattern), ...queryParameters(definition, named), ...(idempotent ? shared('idempotencyKey') : [])],
    ...(body && {
      requestBody: jsonBody(jsonSchemaOf(body, 'input', named), { required: !body.safeParse(undefined).success, example: example?.body }),
    }),
    responses: {
      ...answered(definition, named),
      ...failures(config, codesOf(definition)),
    },
    security: await securityOf(config, route, byGrants(access)),
  }
}
