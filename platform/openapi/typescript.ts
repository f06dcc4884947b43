import type { Json } from './json.ts'

type Schema = Json & {
  $ref?: string
  type?: string | string[]
  properties?: Record<string, Schema>
  required?: string[]
  items?: Schema
  enum?: unknown[]
  additionalProperties?: Schema | boolean
  propertyNames?: Schema
}

const prefix = 'v1.'

/** The name under which a schema is exported. */
export const typeName = (name: string): string => name.replace(prefix, '')

/** A name as it stands in an object. */
export const written = (name: string) => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : `'${name}'`)

const quoted = (value: unknown) => (typeof value === 'string' ? `'${value}'` : JSON.stringify(value))

const simple: Record<string, string> = { string: 'string', integer: 'number', number: 'number', boolean: 'boolean', null: 'null' }

type NameOf = (name: string) => string

/** Names that nobody lists in advance. */
function record({ additionalProperties, propertyNames }: Schema, nameOf: NameOf): string {
  const value = typeof additionalProperties === 'object' ? typeOf(additionalProperties, nameOf) : 'unknown'
  return propertyNames?.enum ? `Partial<Record<${typeOf(propertyNames)}, ${value}>>` : `Record<string, ${value}>`
}

function object(schema: Schema, nameOf: NameOf): string {
  const { properties = {}, required = [] } = schema
  const members = Object.entries(properties).map(
    ([name, each]) => `${written(name)}${required.includes(name) ? '' : '?'}: ${typeOf(each, nameOf)}`,
  )
  return members.length > 0 ? `{ ${members.join('; ')} }` : record(schema, nameOf)
}

const list = (item: string) => (/[|;]/.test(item) && !item.startsWith('{') ? `(${item})[]` : `${item}[]`)

/** A JSON schema in TypeScript; `nameOf` says what the schemas are called that it refers to. */
export function typeOf(schema: Schema, nameOf: NameOf = typeName): string {
  if (schema.$ref) return nameOf(schema.$ref.split('/').at(-1) ?? '')
  if ('const' in schema) return quoted(schema.const)
  if (schema.enum) return schema.enum.map(quoted).join(' | ')
  const choices = (schema.anyOf ?? schema.oneOf) as Schema[] | undefined
  if (choices) return choices.map((each) => typeOf(each, nameOf)).join(' | ')
  if (Array.isArray(schema.type)) return schema.type.map((type) => typeOf({ ...schema, type }, nameOf)).join(' | ')
  if (schema.type === 'array') return list(schema.items ? typeOf(schema.items, nameOf) : 'unknown')
  if (schema.type === 'object') return object(schema, nameOf)
  return simple[schema.type ?? ''] ?? 'unknown'
}
