import type { PayloadRequest } from 'payload'
import { cellOf } from './cells.ts'
import { type FieldColumn, valueAt } from './columns.ts'
import { labelText } from './labels.ts'
import { type Doc, type List, pagesOf } from './rows.ts'
import type { Cell, Table } from './table.ts'
import { titlesFor } from './titles.ts'
import { addUp, type Sums, totalLines } from './totals.ts'

/** A list of documents as a table that is read while it is written. Its totals are those of the rows in it. */
export function listTable(req: PayloadRequest, list: List, columns: readonly FieldColumn[], filter: string): Table {
  const sums: Sums = new Map()
  const look = titlesFor(req)
  async function* pages(): AsyncGenerator<Cell[][]> {
    const summed = columns.some((column) => column.summed)
    for await (const docs of pagesOf(req, list, columns)) {
      const titles = await look(docs, columns)
      if (summed) for (const doc of docs) addUp(sums, doc, columns)
      yield docs.map((doc: Doc) =>
        columns.map((column) => cellOf(column, valueAt(doc, column.path), { req, titles, currency: doc.currency })),
      )
    }
  }
  const { labels, slug } = list.collection
  return { title: labelText(labels.plural, req, slug), filter, columns, pages: pages(), totals: () => totalLines(sums, columns) }
}
