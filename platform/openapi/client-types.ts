import type { SanitizedConfig } from 'payload'
import { type Route, routesOf } from '../routes.ts'
import { authOperation } from './auth.ts'
import { openApi } from './document.ts'
import { namesOf } from './documents.ts'
import type { Json } from './json.ts'
import { pathOf } from './operation.ts'
import { typeName, typeOf, written } from './typescript.ts'

type Parameter = Json & { name: string; in: string; required?: boolean; schema: Json }

type Operation = {
  summary: string
  parameters: Parameter[]
  requestBody?: { content: Record<string, { schema: Json }>; required?: boolean }
  responses: Record<string, { content?: Record<string, { schema: Json }> }>
}

type Paths = Record<string, Record<string, Json>>

const head = '// Generated from the description of the API by `npm run generate`.\n'

const schemaIn = (holder: { content?: Record<string, { schema: Json }> } | undefined) => holder?.content?.['application/json']?.schema

type NameOf = (name: string) => string

const queryOf = ({ parameters }: Operation): string[] => {
  const members = parameters
    .filter((each) => each.in === 'query')
    .map(({ name, required, schema }) => `${written(name)}${required ? '' : '?'}: ${typeOf(schema)}`)
  return members.length > 0 ? [`query?: { ${members.join('; ')} }`] : []
}

const successOf = ({ responses }: Operation) => schemaIn(Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1])

function lineOf(method: string, address: string, operation: Operation, nameOf: NameOf): string {
  const { summary, requestBody } = operation
  const params = [...address.matchAll(/:(\w+)/g)].map(([, name]) => `${name}: string`)
  const body = schemaIn(requestBody)
  const parts = [
    ...(params.length > 0 ? [`params: { ${params.join('; ')} }`] : []),
    ...queryOf(operation),
    ...(body ? [`body${requestBody?.required ? '' : '?'}: ${typeOf(body, nameOf)}`] : []),
  ]
  return `  /** ${summary} */\n  '${method.toUpperCase()} ${address}': { given: ${parts.length > 0 ? `{ ${parts.join('; ')} }` : 'object'}; answer: ${typeOf(successOf(operation) ?? {}, nameOf)} }`
}

const linesOf = (base: string, addresses: { method: string; path: string }[], paths: Paths, nameOf: NameOf = typeName): string =>
  addresses
    .map(({ method, path }) =>
      lineOf(method, path.slice(base.length).replaceAll(/\{(\w+)\}/g, ':$1'), paths[path]?.[method] as unknown as Operation, nameOf),
    )
    .join('\n')

/** The types of the versioned API for its client: one for each resource, and what each operation takes and answers. */
export async function clientTypes(config: SanitizedConfig): Promise<string> {
  const { paths, components } = await openApi(config)
  const types = Object.entries(components.schemas)
    .filter(([name]) => name.startsWith('v1.'))
    .toSorted(([a], [b]) => a.localeCompare(b))
    .map(([name, schema]) => {
      const { description } = schema as { description?: string }
      return `${description ? `/** ${description} */\n` : ''}export type ${typeName(name)} = ${typeOf(schema)}\n`
    })
  const addresses = Object.entries(paths)
    .filter(([path]) => path.startsWith('/api/v1/'))
    .flatMap(([path, byMethod]) => Object.keys(byMethod).map((method) => ({ method, path })))
  return `${head}\n${types.join('\n')}\n/** What each operation takes and answers. */\nexport type Operations = {\n${linesOf('/api/v1', addresses, paths)}\n}\n`
}

/** Whether a route is an endpoint: what is asked of collections in general has types of its own. */
const isEndpoint = async (config: SanitizedConfig, route: Route) =>
  !route.pattern.startsWith('/api/v1/') && Boolean(route.definition ?? (await authOperation(config, route)))

/** The types of all other endpoints; a document that one answers has the type of its collection among `Documents`. */
export async function siteTypes(config: SanitizedConfig): Promise<string> {
  const { paths } = await openApi(config)
  const routes = await Promise.all(routesOf(config).map(async (route) => ((await isEndpoint(config, route)) ? [route] : [])))
  const addresses = routes
    .flat()
    .map((route) => ({ method: route.method.toLowerCase(), path: pathOf(route) }))
    // What answers a file is no matter for a client that reads JSON.
    .filter(({ method, path }) => paths[path]?.[method] && successOf(paths[path][method] as unknown as Operation))
  const slugs = new Map(config.collections.map((collection) => [namesOf(collection).document, collection.slug]))
  const nameOf = (name: string) => (slugs.has(name) ? `Doc<Documents, '${slugs.get(name)}'>` : typeName(name))
  const doc = 'type Doc<Documents, Slug extends string> = Documents extends Record<Slug, infer Each> ? Each : Record<string, unknown>'
  return `${head}\n${doc}\n\n/** What each endpoint beside the versioned API takes and answers. */\nexport type SiteOperations<Documents> = {\n${linesOf('/api', addresses, paths, nameOf)}\n}\n`
}
