import type { SanitizedConfig } from 'payload'
import { openApi } from './document.ts'
import type { Json } from './json.ts'
import { typeName, typeOf } from './typescript.ts'

type Parameter = Json & { name: string; in: string; required?: boolean; schema: Json }

type Operation = {
  summary: string
  parameters: Parameter[]
  requestBody?: { content: Record<string, { schema: Json }>; required?: boolean }
  responses: Record<string, { content?: Record<string, { schema: Json }> }>
}

const base = '/api/v1'

const schemaIn = (holder: { content?: Record<string, { schema: Json }> } | undefined) => holder?.content?.['application/json']?.schema

const queryOf = ({ parameters }: Operation): string[] => {
  const members = parameters
    .filter((each) => each.in === 'query')
    .map(({ name, required, schema }) => `${name}${required ? '' : '?'}: ${typeOf(schema)}`)
  return members.length > 0 ? [`query?: { ${members.join('; ')} }`] : []
}

function lineOf(method: string, path: string, operation: Operation): string {
  const { summary, requestBody, responses } = operation
  const success = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1]
  const params = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => `${name}: string`)
  const body = schemaIn(requestBody)
  const parts = [
    ...(params.length > 0 ? [`params: { ${params.join('; ')} }`] : []),
    ...queryOf(operation),
    ...(body ? [`body${requestBody?.required ? '' : '?'}: ${typeOf(body)}`] : []),
  ]
  const address = path.slice(base.length).replaceAll(/\{(\w+)\}/g, ':$1')
  return `  /** ${summary} */\n  '${method.toUpperCase()} ${address}': { given: ${parts.length > 0 ? `{ ${parts.join('; ')} }` : 'object'}; answer: ${typeOf(schemaIn(success) ?? {})} }`
}

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
  const operations = Object.entries(paths)
    .filter(([path]) => path.startsWith(`${base}/`))
    .flatMap(([path, byMethod]) =>
      Object.entries(byMethod).map(([method, operation]) => lineOf(method, path, operation as unknown as Operation)),
    )
  return `// Generated from the description of the API by \`npm run generate\`.\n\n${types.join('\n')}\n/** What each operation takes and answers. */\nexport type Operations = {\n${operations.join('\n')}\n}\n`
}
