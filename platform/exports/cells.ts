import type { FlattenedField, PayloadRequest } from 'payload'
import { shownRate } from '../tax/shown-rate.ts'
import { isPlainObject } from '../value-shapes.ts'
import { type FieldColumn, isDay } from './columns.ts'
import { labelText } from './labels.ts'
import { type Cell, knownCurrency } from './table.ts'
import { pointersIn, type Titles } from './titles.ts'

type Context = { req: PayloadRequest; titles: Titles; currency?: unknown }

const isNothing = (value: unknown) => value === null || value === undefined || value === ''

/** The words of rich text, without how they look. */
function plainWords(node: unknown): string {
  if (!isPlainObject(node)) return ''
  if (typeof node.text === 'string') return node.text
  const children = Array.isArray(node.children) ? node.children : isPlainObject(node.root) ? [node.root] : []
  const inner = children.map(plainWords).join('')
  return ['paragraph', 'heading', 'listitem', 'quote'].includes(String(node.type)) ? `${inner}\n` : inner
}

type Choice = string | { value: string; label: unknown }

function choiceLabel(options: readonly Choice[], value: unknown, req: PayloadRequest): string {
  const found = options.find((option) => (typeof option === 'string' ? option : option.value) === value)
  return labelText(typeof found === 'object' ? found.label : found, req, String(value))
}

const rowsIn = (field: FlattenedField, value: unknown, req: PayloadRequest) => {
  const count = Array.isArray(value) ? value.length : 0
  const { singular, plural } = ('labels' in field && field.labels ? field.labels : {}) as { singular?: unknown; plural?: unknown }
  return `${count} ${labelText(count === 1 ? singular : plural, req, count === 1 ? 'row' : 'rows')}`
}

function textOf(column: FieldColumn, value: unknown, { req, titles }: Context): string {
  const { field } = column
  switch (field.type) {
    case 'select':
    case 'radio':
      return [value]
        .flat()
        .map((each) => choiceLabel(field.options as Choice[], each, req))
        .join(', ')
    case 'relationship':
    case 'upload':
      return pointersIn(column, value)
        .map(({ collection, id }) => titles(collection, id))
        .join(', ')
    case 'array':
    case 'blocks':
      return rowsIn(field, value, req)
    case 'richText':
      return plainWords(value).trim()
    default:
      if (Array.isArray(value) && value.every((each) => typeof each !== 'object')) return value.join(', ')
      return typeof value === 'object' ? JSON.stringify(value) : String(value)
  }
}

/** What stands in a column for a value: choices and relations in words, amounts in the currency of their document. */
export function cellOf(column: FieldColumn, value: unknown, context: Context): Cell {
  if (column.field.type === 'checkbox') return value ? 'Yes' : 'No'
  if (isNothing(value)) return null
  if (column.kind === 'money' && typeof value === 'number') return { amount: value, currency: knownCurrency(context.currency) }
  if (column.kind === 'number' && typeof value === 'number') return value
  if (column.kind === 'date') return Number.isNaN(new Date(value as string).getTime()) ? null : new Date(value as string)
  if (column.field.custom?.rate && typeof value === 'number') return shownRate(value)
  if (isDay(column.field)) return String(value).slice(0, 10)
  return textOf(column, value, context) || null
}
