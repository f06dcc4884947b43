import { wallClock } from './moments.ts'
import { type Cell, decimal, isAmount, linesOf, type Table } from './table.ts'

/** What spreadsheets take for the beginning of a formula, also behind blanks. */
const formula = /^(?:[\t\r]|\s*[=+\-@＝＋－＠])/

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)

/** A cell as CSV has it. A text that a spreadsheet would run is made a text by an apostrophe; a number is no text, and keeps its minus. */
export function csvCell(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'number') return String(cell)
  if (cell instanceof Date) return wallClock(cell)
  if (isAmount(cell)) return decimal(cell)
  return quoted(formula.test(cell) ? `'${cell}` : cell)
}

const line = (cells: readonly Cell[]) => `${cells.map(csvCell).join(',')}\r\n`

/** A table as CSV, after RFC 4180, with a mark by which spreadsheets know that it is UTF-8. */
export async function* csv(table: Table): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  yield encoder.encode('\ufeff')
  for await (const rows of linesOf(table)) if (rows.length > 0) yield encoder.encode(rows.map(line).join(''))
}
