/** A part of the description, as JSON. */
export type Json = { [name: string]: unknown }

/** Points at a part of `components`. */
export const ref = (kind: 'schemas' | 'parameters' | 'responses' | 'headers', name: string): { $ref: string } => ({
  $ref: `#/components/${kind}/${name}`,
})

/** Changes every object of a tree, from the leaves up. */
export function mapObjects(value: unknown, change: (object: Json) => unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => mapObjects(item, change))
  if (typeof value !== 'object' || value === null) return value
  return change(Object.fromEntries(Object.entries(value).map(([name, item]) => [name, mapObjects(item, change)])))
}
