import type { FlattenedField, SanitizedConfig } from 'payload'
import type { InputError } from './errors.ts'
import { localeCodes } from './locales.ts'
import { isPlainObject } from './value-shapes.ts'

const equality = ['equals', 'not_equals', 'in', 'not_in', 'exists']
const order = ['greater_than', 'greater_than_equal', 'less_than', 'less_than_equal']
const parts = ['like', 'not_like', 'contains']

type Kind = { operators: readonly string[]; fits: (value: unknown) => boolean; needs: string }

const isScalar = (value: unknown) =>
  value === null || typeof value === 'number' || typeof value === 'boolean' || (typeof value === 'string' && !value.includes('\0'))

const isNothing = (value: unknown) => value === null || value === '' || value === 'null'

const isNumber = (value: unknown) => isNothing(value) || (typeof value !== 'boolean' && isScalar(value) && Number.isFinite(Number(value)))

const isDate = (value: unknown) =>
  isNothing(value) ||
  // The admin's own pages ask with dates as they are.
  ((typeof value === 'string' || typeof value === 'number' || value instanceof Date) && !Number.isNaN(new Date(value).getTime()))

const text: Kind = { operators: [...equality, ...order, ...parts], fits: isScalar, needs: 'a text' }
const id: Kind = { operators: [...equality, ...order], fits: isScalar, needs: 'an id' }
const related: Kind = { operators: [...equality, ...parts], fits: isScalar, needs: 'an id' }

/** How fields of each type can be asked for; the engines stumble over anything else. */
const kinds: Partial<Record<FlattenedField['type'], Kind>> = {
  text,
  textarea: text,
  email: text,
  code: text,
  select: text,
  radio: text,
  number: { operators: [...equality, ...order], fits: isNumber, needs: 'a number' },
  date: { operators: ['equals', 'not_equals', 'exists', ...order], fits: isDate, needs: 'a date such as 2026-11-20' },
  checkbox: { operators: ['equals', 'not_equals', 'in', 'not_in', 'exists'], fits: isScalar, needs: 'true or false' },
  relationship: related,
  upload: related,
  join: { ...related, operators: [...equality, 'contains'] },
  json: { operators: ['equals', 'not_equals', 'exists', ...parts], fits: isScalar, needs: 'a text' },
  richText: { operators: ['exists', ...parts], fits: isScalar, needs: 'a text' },
  array: { operators: ['exists'], fits: isScalar, needs: 'true or false' },
  blocks: { operators: ['exists'], fits: isScalar, needs: 'true or false' },
  group: { operators: ['exists'], fits: isScalar, needs: 'true or false' },
  tab: { operators: ['exists'], fits: isScalar, needs: 'true or false' },
  point: { operators: ['near', 'within', 'intersects', 'exists'], fits: () => true, needs: 'a place' },
}

const isMany = (field: FlattenedField) => 'hasMany' in field && field.hasMany === true

const isPolymorphic = (field: FlattenedField): boolean => 'relationTo' in field && Array.isArray(field.relationTo)

const fieldsOf = (config: SanitizedConfig, slug: unknown): FlattenedField[] =>
  config.collections.find((collection) => collection.slug === slug)?.flattenedFields ?? []

/** The fields that a path passes, up to the one that it leads to; none where only Payload knows. */
function fieldsAlong(config: SanitizedConfig, fields: readonly FlattenedField[], path: readonly string[]): FlattenedField[] {
  const [name, ...rest] = path
  const field = fields.find((each) => each.name === name)
  if (!field) return []
  // `title.sw` is the title in one language.
  const isLanguage =
    'localized' in field && field.localized && rest.length === 1 && (localeCodes as readonly string[]).includes(rest[0] ?? '')
  if (rest.length === 0 || isLanguage || field.type === 'json') return [field]
  const behind =
    'flattenedFields' in field
      ? field.flattenedFields
      : fieldsOf(config, field.type === 'join' ? field.collection : 'relationTo' in field && field.relationTo)
  const further = fieldsAlong(config, behind, rest)
  return further.length > 0 ? [field, ...further] : []
}

const fieldAt = (...given: Parameters<typeof fieldsAlong>): FlattenedField | undefined => fieldsAlong(...given).at(-1)

/** Payload's own collections have an id that is not among their fields. */
const idField = { name: 'id', type: 'text' } as FlattenedField

const listed = (value: unknown): unknown[] => (Array.isArray(value) ? value : typeof value === 'string' ? value.split(',') : [value])

function wrongValue(field: FlattenedField, operator: string, value: unknown, path: string): InputError[] {
  const kind = field.name === 'id' ? id : kinds[field.type]
  if (!kind) return []
  const wrong = (code: string, message: string) => [{ path, code, message }]
  if (isPolymorphic(field)) return wrong('UNKNOWN_OPERATOR', 'Ask for this field with .value or .relationTo.')
  if (!kind.operators.includes(operator)) return wrong('UNKNOWN_OPERATOR', 'This field cannot be asked so.')
  if (operator === 'exists') return isScalar(value) ? [] : wrong('INVALID', 'Give true or false.')
  const several = operator === 'in' || operator === 'not_in'
  if (field.type === 'point') return []
  if (several)
    return listed(value).every((each) => each !== null && each !== 'null' && kind.fits(each))
      ? []
      : wrong('INVALID', `Give ${kind.needs}, or several with commas between.`)
  // A relation may be asked by what it leads to.
  if (operator === 'contains' && isPlainObject(value) && (isMany(field) || field.type === 'join')) return []
  return kind.fits(value) ? [] : wrong('INVALID', `Give ${kind.needs}.`)
}

/** What is wrong with a `where`: operators that a field does not know, values that are none of its kind. Paths that do not exist are left to Payload. */
export function wrongWhere(config: SanitizedConfig, fields: readonly FlattenedField[], where: unknown, prefix = 'where'): InputError[] {
  if (where === undefined || where === null) return []
  if (!isPlainObject(where)) return [{ path: prefix, code: 'INVALID', message: 'Send an object.' }]
  return Object.entries(where).flatMap(([path, condition]): InputError[] => {
    const at = `${prefix}.${path}`
    if (['and', 'or'].includes(path.toLowerCase()))
      return Array.isArray(condition)
        ? condition.flatMap((each, n) => wrongWhere(config, fields, each, `${at}.${n}`))
        : [{ path: at, code: 'INVALID', message: 'Send a list.' }]
    if (!isPlainObject(condition)) return [{ path: at, code: 'INVALID', message: 'Say how to compare.' }]
    if (path === '_id') return [{ path: at, code: 'UNKNOWN_PATH', message: 'This path cannot be queried.' }]
    const field = path === 'id' ? idField : fieldAt(config, fields, path.replaceAll('__', '.').split('.'))
    return field ? Object.entries(condition).flatMap(([operator, value]) => wrongValue(field, operator, value, `${at}.${operator}`)) : []
  })
}

/** Types without an order. */
const unordered = new Set<FlattenedField['type']>(['array', 'blocks', 'group', 'tab', 'json', 'richText', 'join', 'point'])

/** What holds several values has none to go by. */
const isSeveral = (field: FlattenedField) => isMany(field) || ['array', 'blocks', 'join'].includes(field.type)

/** What is wrong with a `sort`: fields that have no order, and what is no path at all. */
export function wrongSort(config: SanitizedConfig, fields: readonly FlattenedField[], sort: unknown, at = 'sort'): InputError[] {
  if (sort === undefined || sort === null) return []
  return (Array.isArray(sort) ? sort : [sort]).flatMap((each): InputError[] => {
    const path = typeof each === 'string' ? each.trim().replace(/^-/, '') : ''
    if (!/^\w+(\.\w+)*$/.test(path))
      return [{ path: at, code: 'INVALID', message: 'Give a field, with a minus before it for the other direction.' }]
    const [first, ...rest] = path.replaceAll('__', '.').split('.')
    // The engines would take any order for what they do not know.
    if (first !== 'id' && first !== 'version' && !fields.some(({ name }) => name === first))
      return [{ path: at, code: 'UNKNOWN_PATH', message: `There is no field ${path}.` }]
    const passed = fieldsAlong(config, fields, [first ?? '', ...rest])
    const field = passed.at(-1)
    return field && (unordered.has(field.type) || isPolymorphic(field) || passed.some(isSeveral))
      ? [{ path: at, code: 'UNKNOWN_PATH', message: `${path} has no order.` }]
      : []
  })
}

/** What is wrong with the `joins` of a request: for each a question of its own. */
export function wrongJoins(config: SanitizedConfig, fields: readonly FlattenedField[], joins: unknown): InputError[] {
  if (!isPlainObject(joins)) return []
  return Object.entries(joins).flatMap(([path, asked]): InputError[] => {
    const at = `joins.${path}`
    if (asked === false || asked === undefined) return []
    if (!isPlainObject(asked)) return [{ path: at, code: 'INVALID', message: 'Send an object, or false.' }]
    const field = fieldAt(config, fields, path.split('.'))
    const target = field?.type === 'join' && typeof field.collection === 'string' ? fieldsOf(config, field.collection) : []
    const numbers = ['limit', 'page'].flatMap((name) =>
      asked[name] === undefined || (Number.isInteger(asked[name]) && Number(asked[name]) >= 0 && Number(asked[name]) <= 10_000)
        ? []
        : [{ path: `${at}.${name}`, code: 'INVALID', message: 'Give a whole number up to 10000.' }],
    )
    return [...numbers, ...wrongSort(config, target, asked.sort, `${at}.sort`), ...wrongWhere(config, target, asked.where, `${at}.where`)]
  })
}
