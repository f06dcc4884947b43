import { z } from 'zod'
import { type Json, mapObjects, ref } from './json.ts'

/** The schemas that have a name of their own, gathered while others are made. */
export type Named = Map<string, Json>

const tidy = (object: Json): Json => {
  const { $schema, $defs, ...schema } = object
  // Says nothing: every number that JSON can hold exactly.
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum
  // A format says the same in one word.
  if (typeof schema.format === 'string') delete schema.pattern
  if (typeof schema.$ref === 'string') schema.$ref = schema.$ref.replace('#/$defs/', ref('schemas', '').$ref)
  return schema
}

/** The JSON schema of what comes in or goes out; schemas with an id are put into `named` and pointed at. */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output', named: Named): Json {
  const made = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as Json
  const open = (object: Json): Json => {
    const tidied = tidy(object)
    // Answers may grow; whoever reads them overlooks what it does not know.
    if (io === 'output' && tidied.additionalProperties === false) delete tidied.additionalProperties
    // The name of the schema, not a property that happens to be called so.
    if (typeof tidied.id === 'string') delete tidied.id
    return tidied
  }
  for (const [name, definition] of Object.entries((made.$defs as Json | undefined) ?? {}))
    named.set(name, mapObjects(definition, open) as Json)
  const { $defs, ...own } = made
  return mapObjects(own, open) as Json
}
