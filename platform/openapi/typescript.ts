import type { Json } from './json.ts'

type Schema = Json & {
  $ref?: string
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  enum?: unknown[]
}

const prefix = 'v1.'

/** The name under which a schema is exported. */
export const typeName = (name: string): string => name.replace(prefix, '')

const written = (name: string) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name))

const quoted = (value: unknown) => (typeof value === 'string' ? `'${value}'` : JSON.stringify(value))

const simple: Record<string, string> = { string: 'string', integer: 'number', number: 'number', boolean: 'boolean', null: 'null' }

const object = ({ properties = {}, required = [] }: Schema): string => {
  const members = Object.entries(properties).map(
    ([name, schema]) => `${written(name)}${required.includes(name) ? '' : '?'}: ${typeOf(schema)}`,
  )
  return members.length > 0 ? `{ ${members.join('; ')} }` : 'Record<string, unknown>'
}

const list = (item: string) => (/[|;]/.test(item) && !item.startsWith('{') ? `(${item})[]` : `${item}[]`)

/** A JSON schema in TypeScript. */
export function typeOf(schema: Schema): string {
  if (schema.$ref) return typeName(schema.$ref.split('/').at(-1) ?? '')
  if ('const' in schema) return quoted(schema.const)
  if (schema.enum) return schema.enum.map(quoted).join(' | ')
  const choices = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined
  if (choices) return choices.map(typeOf).join(' | ')
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type })).join(' | ')
  if (schema.type === 'array') return list(schema.items ? typeOf(schema.items) : 'unknown')
  if (schema.type === 'object') return object(schema)
  return simple[schema.type ?? ''] ?? 'unknown'
}
