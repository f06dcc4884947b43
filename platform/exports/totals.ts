import type { CollectionSlug, PayloadRequest, Where } from 'payload'
import { hasDraftsEnabled } from 'payload/shared'
import type { Summing } from '../database/sums.ts'
import { queryFaults } from '../query-guard.ts'
import { isPlainObject } from '../value-shapes.ts'
import { type FieldColumn, valueAt } from './columns.ts'
import type { Doc, List } from './rows.ts'
import { type Cell, knownCurrency } from './table.ts'

/** What columns add up to, for each currency apart: nobody can add shillings to dollars. Without a currency the key is empty. */
export type Sums = Map<string, Map<string, number>>

/** Adds a number to what a column adds up to in a currency. */
export function add(sums: Sums, currency: unknown, column: string, number: unknown): void {
  const key = typeof currency === 'string' ? currency : ''
  const ofCurrency = sums.get(key) ?? new Map<string, number>()
  sums.set(key, ofCurrency.set(column, (ofCurrency.get(column) ?? 0) + (typeof number === 'number' ? number : 0)))
}

/** Adds a document to sums. */
export function addUp(sums: Sums, doc: Doc, columns: readonly FieldColumn[]): void {
  for (const { name, path, summed } of columns) if (summed) add(sums, doc.currency, name, valueAt(doc, path))
}

type Summed = Pick<FieldColumn, 'name' | 'kind'>

/** What a column adds up to in a currency. */
export function totalCell(sums: Sums, currency: string, { name, kind }: Summed): Cell {
  const sum = sums.get(currency)?.get(name)
  if (sum === undefined) return null
  return kind === 'money' ? { amount: sum, currency: knownCurrency(currency) } : sum
}

/** Sums as the last lines of a table, one for each currency. */
export function totalLines(sums: Sums, columns: readonly (Summed & { summed?: boolean })[]): Cell[][] {
  const label = columns.findIndex(({ name, summed }) => !summed && name !== 'currency')
  return [...sums.keys()].toSorted().map((currency) =>
    columns.map((column, at): Cell => {
      if (column.summed) return totalCell(sums, currency, column)
      if (column.name === 'currency') return currency || null
      return at === label ? 'Total' : null
    }),
  )
}

/** A condition without fields that only stand for one further away. */
const straight = ({ flattenedFields }: List['collection'], where: Where): Where =>
  Object.fromEntries(
    Object.entries(where).map(([path, condition]) => {
      if (Array.isArray(condition))
        return [path, condition.map((each) => straight({ flattenedFields } as List['collection'], each as Where))]
      const [name, ...rest] = path.split('.')
      const field = flattenedFields.find((each) => each.name === name)
      const target = field && 'virtual' in field && typeof field.virtual === 'string' ? field.virtual : name
      return [[target, ...rest].join('.'), condition]
    }),
  ) as Where

/** What columns of a list add up to over all its pages, as the caller may read it; the database adds. Nothing where the caller may not read, or where drafts stand in for what holds. */
export async function sumsOf(req: PayloadRequest, { collection, where, draft }: List, columns: readonly FieldColumn[]): Promise<Sums> {
  const sums: Sums = new Map()
  const summed = columns.filter((column) => column.summed)
  if (summed.length === 0 || (draft && hasDraftsEnabled(collection))) return sums
  const may = await collection.access.read({ req })
  if (!may || (await queryFaults(req, collection, { where })).length > 0) return sums
  const rows = await (req.payload.db as unknown as Summing).addUp({
    collection: collection.slug as CollectionSlug,
    req,
    where: straight(collection, isPlainObject(may) ? { and: [where, may as Where] } : where),
    fields: summed.map(({ name }) => name),
    by: collection.flattenedFields.some(({ name }) => name === 'currency') ? ['currency'] : [],
  })
  for (const { by, numbers } of rows) for (const [at, { name }] of summed.entries()) add(sums, by[0], name, numbers[at])
  return sums
}
