import type { FlattenedField, SanitizedCollectionConfig, Where } from 'payload'
import { valueAt } from './columns.ts'

/** One thing that a list is ordered by. */
export type Step = { path: readonly string[]; descending: boolean }

/** What a list is ordered by, with the id deciding between equals. */
export function stepsOf(
  sort: string | readonly string[] | undefined,
  { defaultSort }: Partial<Pick<SanitizedCollectionConfig, 'defaultSort'>> = {},
): Step[] {
  const asked = [sort ?? defaultSort ?? '-createdAt'].flat().flatMap((each) => each.split(','))
  const steps = asked
    .map((each) => each.trim())
    .filter(Boolean)
    .map((each) => ({ path: each.replace(/^-/, '').replaceAll('__', '.').split('.'), descending: each.startsWith('-') }))
  const decides = steps.some(({ path }) => path.join('.') === 'id')
  return decides ? steps : [...steps, { path: ['id'], descending: steps.at(-1)?.descending ?? false }]
}

/** An order as Payload takes it. */
export const sortOf = (steps: readonly Step[]): string[] => steps.map(({ path, descending }) => `${descending ? '-' : ''}${path.join('.')}`)

function fieldAt(fields: readonly FlattenedField[], [name, ...rest]: readonly string[]): FlattenedField | undefined {
  const field = fields.find((each) => each.name === name)
  if (!field || rest.length === 0) return field
  return field.type === 'group' || field.type === 'tab' ? fieldAt(field.flattenedFields, rest) : undefined
}

const texts = new Set<FlattenedField['type']>(['text', 'email', 'textarea', 'select', 'radio'])

/** Whether one can go on behind a value of a field: it stands in the row itself, as it is read, and the engines agree about what comes before it. */
function isSteady(fields: readonly FlattenedField[], { path }: Step): boolean {
  const field = fieldAt(fields, path)
  if (!field || ('virtual' in field && field.virtual) || ('localized' in field && field.localized)) return false
  if (('hasMany' in field && field.hasMany) || ('hooks' in field && field.hooks?.afterRead?.length)) return false
  // For one engine an empty text is a text, for the other it is nothing.
  return (
    field.type === 'number' ||
    field.type === 'date' ||
    (texts.has(field.type) && (field.name === 'id' || ('required' in field && field.required === true)))
  )
}

/** Whether a list can be read on from its last row, at the same cost for every page, whatever is added meanwhile. */
export const hasCursor = ({ flattenedFields }: Pick<SanitizedCollectionConfig, 'flattenedFields'>, steps: readonly Step[]): boolean =>
  steps.every((step) => isSteady(flattenedFields, step))

// What is empty comes first in both engines.
function beyond(name: string, value: unknown, descending: boolean): Where[] {
  if (value === null) return descending ? [] : [{ [name]: { exists: true } }]
  return descending ? [{ [name]: { less_than: value } }, { [name]: { exists: false } }] : [{ [name]: { greater_than: value } }]
}

const alike = (name: string, value: unknown): Where => ({ [name]: value === null ? { exists: false } : { equals: value } })

/** The rows that come behind a row. */
export function behind(steps: readonly Step[], row: unknown): Where {
  const known = steps.map(({ path, descending }) => ({ name: path.join('.'), value: valueAt(row, path) ?? null, descending }))
  return {
    or: known.flatMap(({ name, value, descending }, at) => {
      const equals = known.slice(0, at).map((each) => alike(each.name, each.value))
      const ways = beyond(name, value, descending)
      return ways.map((way): Where => ({ and: [...equals, way] }))
    }),
  }
}
