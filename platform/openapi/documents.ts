import {
  configToJSONSchema,
  type FlattenedField,
  formatNames,
  type SanitizedCollectionConfig,
  type SanitizedConfig,
  type SanitizedGlobalConfig,
} from 'payload'
import { isSecretField } from '../secrets.ts'
import { fileFacts, serverOnly } from '../server-only.ts'
import { type Json, mapObjects, ref } from './json.ts'

type Entity = SanitizedCollectionConfig | SanitizedGlobalConfig

type Schema = Json & { properties?: Record<string, Schema>; required?: string[]; items?: Schema }

/** The names of a collection or global in the description, for one of its documents. */
export function namesOf({ slug, typescript }: Entity): { document: string; input: string; changes: string } {
  const document = typescript?.interface ?? formatNames(slug).singular.replaceAll(/\W/g, '')
  return { document, input: `${document}Input`, changes: `${document}Changes` }
}

type Writable = {
  name: string
  hidden?: boolean
  virtual?: unknown
  access?: Record<string, unknown>
  required?: boolean
  defaultValue?: unknown
}

const isHidden = (field: Partial<Writable>) => field.hidden === true

/** What no caller writes: counted, joined, derived or kept by the platform. */
const isWritten = (field: FlattenedField): boolean => {
  const { name, hidden, virtual, access } = field as Writable
  if (name === 'createdAt' || name === 'updatedAt') return false
  return !hidden && !virtual && field.type !== 'join' && access?.create !== serverOnly.create
}

const mustBeSent = (field: FlattenedField) => {
  const { required, defaultValue } = field as Partial<Writable>
  return required === true && defaultValue === undefined && field.name !== 'id'
}

/** What is read of a secret and what is written differ. */
const secretRead: Schema = {
  type: 'object',
  description: 'Whether there is one; it is never shown.',
  required: ['set'],
  properties: {
    set: { type: 'boolean' } as Schema,
    unreadable: { type: 'boolean', description: 'It must be entered again: the key of the installation was changed.' } as Schema,
  },
}
const secretWritten: Schema = { type: ['string', 'null'], description: 'Nothing leaves it as it is, null takes it away.' }

const inside = (field: FlattenedField): FlattenedField[] => ('flattenedFields' in field ? field.flattenedFields : [])

/** Leaves out what callers never see. Nothing is required but the id: `select` and the rights of the caller decide what comes. */
function readable(schema: Schema, fields: FlattenedField[]): Schema {
  const { additionalProperties, required, properties = {}, ...rest } = schema
  const known = new Map(fields.map((field) => [field.name, field]))
  const kept = Object.entries(properties).flatMap(([name, property]) => {
    const field = known.get(name)
    if ((field && isHidden(field as Partial<Writable>)) || name === 'password') return []
    if (field && isSecretField(field)) return [[name, secretRead] as const]
    return [[name, field ? nested(property, inside(field), readable) : property] as const]
  })
  return { ...rest, properties: Object.fromEntries(kept), ...('id' in properties ? { required: ['id'] } : {}) }
}

/** What may be sent: fields that callers write, related documents by their id. */
function writable(schema: Schema, fields: FlattenedField[]): Schema {
  const { title, additionalProperties, required, properties = {}, ...rest } = schema
  const sent = fields.filter((field) => isWritten(field) && properties[field.name])
  const kept = sent.map(
    (field) =>
      [
        field.name,
        isSecretField(field) ? secretWritten : nested(byId(field, properties[field.name] ?? {}), inside(field), writable),
      ] as const,
  )
  return { ...rest, properties: Object.fromEntries(kept), required: sent.filter(mustBeSent).map(({ name }) => name) }
}

const nested = (schema: Schema, fields: FlattenedField[], change: typeof readable): Schema => {
  if (fields.length === 0) return schema
  if (schema.items) return { ...schema, items: change(schema.items, fields) }
  return schema.properties ? change(schema, fields) : schema
}

const isRelation = ({ type }: FlattenedField) => type === 'relationship' || type === 'upload'

const byId = (field: FlattenedField, schema: Schema): Schema =>
  isRelation(field)
    ? (mapObjects(schema, (object) => {
        const choices = object.oneOf as Json[] | undefined
        if (!choices) return object
        const { oneOf, ...rest } = object
        const plain = choices.filter((choice) => !choice.$ref)
        return plain.length === 1 ? { ...rest, ...plain[0] } : { ...rest, oneOf: plain }
      }) as Schema)
    : schema

/** The same with nothing that must be sent; the rows of a list are whole. */
const optional = ({ required, properties, ...schema }: Schema): Schema => ({
  ...schema,
  ...(properties && { properties: Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, optional(property)])) }),
})

/** A document of auth is made with a password. */
const withPassword = (entity: Entity, schema: Schema): Schema =>
  'auth' in entity && entity.auth
    ? {
        ...schema,
        properties: { ...schema.properties, password: { type: 'string', minLength: 10, maxLength: 200 } },
        required: [...(schema.required ?? []), 'password'],
      }
    : schema

const repointed = (names: ReadonlyMap<string, string>) => (object: Json) =>
  typeof object.$ref === 'string'
    ? {
        ...object,
        $ref: ref('schemas', names.get(object.$ref.replace('#/definitions/', '')) ?? object.$ref.replace('#/definitions/', '')).$ref,
      }
    : object

const withoutTitle = ({ title, ...schema }: Schema): Schema => schema

/** The schemas of all documents, as they are read and as they are written, and of the blocks that they are made of. */
export function documentSchemas(config: SanitizedConfig): Record<string, Json> {
  const { definitions = {} } = configToJSONSchema(config, 'text', undefined) as unknown as { definitions?: Record<string, Schema> }
  const entities: Entity[] = [...config.collections, ...config.globals]
  const names = new Map<string, string>(entities.map((entity) => [entity.slug, namesOf(entity).document]))
  const made = entities.flatMap((entity) => {
    const schema = definitions[entity.slug] ?? {}
    const { document, input, changes } = namesOf(entity)
    // A global has an id only once it was changed.
    const { required, ...read } = readable(schema, entity.flattenedFields)
    const ofFile = 'upload' in entity && entity.upload ? fileFacts : []
    const sent = withPassword(
      entity,
      writable(
        schema,
        entity.flattenedFields.filter(({ name }) => !ofFile.includes(name)),
      ),
    )
    return [
      [document, withoutTitle('auth' in entity ? { ...read, required } : read)],
      [input, sent],
      [changes, optional(sent)],
    ] as const
  })
  const named = Object.entries(definitions).filter(
    ([name, { type }]) => type === 'object' && !names.has(name) && !/_select$|^supportedTimezones$|^auth$|Widget$/i.test(name),
  )
  const all = Object.fromEntries([...named, ...made])
  return mapObjects(all, repointed(names)) as Record<string, Json>
}

/** Keeps the schemas that something points at, however far away. */
export function used(schemas: Record<string, Json>, from: unknown): Record<string, Json> {
  const found = new Set<string>()
  const look = (value: unknown) =>
    void mapObjects(value, (object) => {
      const name =
        typeof object.$ref === 'string' && object.$ref.startsWith(ref('schemas', '').$ref)
          ? object.$ref.slice(ref('schemas', '').$ref.length)
          : undefined
      if (name && !found.has(name)) {
        found.add(name)
        look(schemas[name])
      }
      return object
    })
  look(from)
  return Object.fromEntries(Object.entries(schemas).filter(([name]) => found.has(name)))
}
