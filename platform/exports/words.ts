import type { PayloadRequest, SanitizedCollectionConfig, Where } from 'payload'
import { inWords as fromName } from '../in-words.ts'
import { isPlainObject } from '../value-shapes.ts'
import { cellOf } from './cells.ts'
import { columnsFor, type FieldColumn } from './columns.ts'
import { shownText } from './shown.ts'
import { type Titles, titlesFor } from './titles.ts'

const operators: Record<string, string> = {
  equals: 'is',
  not_equals: 'is not',
  in: 'is one of',
  not_in: 'is none of',
  greater_than: 'is more than',
  greater_than_equal: 'is at least',
  less_than: 'is less than',
  less_than_equal: 'is at most',
  like: 'has the words',
  not_like: 'lacks the words',
  contains: 'contains',
}

type Known = { req: PayloadRequest; columns: readonly FieldColumn[]; titles: Titles }

const listed = (operator: string, value: unknown): unknown[] => {
  if (operator !== 'in' && operator !== 'not_in') return [value]
  return Array.isArray(value) ? value : String(value).split(',')
}

function valueInWords(column: FieldColumn | undefined, value: unknown, { req, titles }: Known): string {
  if (!column) return String(value)
  if (column.field.type === 'checkbox') return value === true || value === 'true' ? 'Yes' : 'No'
  const numeric = column.kind === 'number' || column.kind === 'money' ? Number(value) : value
  return shownText(cellOf(column, numeric, { req, titles })) || 'empty'
}

function inWords(where: Where, known: Known): string[] {
  return Object.entries(where).flatMap(([path, condition]): string[] => {
    if (Array.isArray(condition)) {
      const parts = condition.flatMap((each) => inWords(each as Where, known).join(' and ') || [])
      if (parts.length <= 1) return parts
      return [path.toLowerCase() === 'or' ? `(${parts.join(' or ')})` : parts.join(' and ')]
    }
    const column = known.columns.find(({ name }) => name === path)
    const label = column?.label ?? fromName(path)
    return Object.entries(isPlainObject(condition) ? condition : {}).map(([operator, value]) => {
      if (operator === 'exists') return `${label} ${value === true || value === 'true' ? 'is there' : 'is empty'}`
      const values = listed(operator, value).map((each) => valueInWords(column, each, known))
      return `${label} ${operators[operator] ?? operator} ${values.join(', ')}`
    })
  })
}

/** The values that a condition compares a field with, as documents that would have them. */
function exampleDocs(where: Where): Record<string, unknown>[] {
  return Object.entries(where).flatMap(([path, condition]): Record<string, unknown>[] => {
    if (Array.isArray(condition)) return condition.flatMap((each) => exampleDocs(each as Where))
    return Object.entries(isPlainObject(condition) ? condition : {}).flatMap(([operator, value]) =>
      operator === 'exists' ? [] : listed(operator, value).map((each) => ({ [path]: each })),
    )
  })
}

/** A filter as people say it; empty when there is none. */
export async function filterInWords(
  req: PayloadRequest,
  collection: SanitizedCollectionConfig,
  { where, search }: { where: Where; search?: string },
): Promise<string> {
  const columns = await columnsFor(req, collection)
  const titles = await titlesFor(req)(exampleDocs(where), columns)
  const parts = inWords(where, { req, columns, titles })
  return [...(search ? [`Search: “${search}”`] : []), ...parts].join(' · ')
}
