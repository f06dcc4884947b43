import { asIfUtc, wallClock } from './moments.ts'
import { type Cell, type Column, decimal, isAmount, linesOf, type Table } from './table.ts'

/** How much text one cell of a spreadsheet takes. */
const longest = 32_767

const formats: Partial<Record<Column['kind'], string>> = { money: '#,##0.00', date: 'yyyy-mm-dd hh:mm:ss' }
const widths: Record<Column['kind'], number> = { text: 24, number: 12, money: 16, date: 20 }

const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text)

function sheetValue(cell: Cell): string | number | Date | null {
  if (cell === null || typeof cell === 'number') return cell
  if (typeof cell === 'string') return cut(cell)
  if (isAmount(cell)) return Number(decimal(cell))
  // Spreadsheets begin to count days in 1900.
  return cell.getTime() < Date.UTC(1901, 0) ? wallClock(cell) : asIfUtc(cell)
}

async function* rowsOf(table: Table) {
  for await (const rows of linesOf(table)) yield* rows.map((cells) => cells.map(sheetValue))
}

/** A name that a sheet may have. */
const sheetName = (title: string) =>
  title
    .replaceAll(/[[\]:*?/\\']/g, ' ')
    .slice(0, 31)
    .trim() || 'Export'

/** A table as a workbook, written while it is read: numbers, amounts and moments as what they are, texts always as texts. */
export async function xlsx(table: Table): Promise<ReadableStream<Uint8Array>> {
  const { writeXlsxStream } = await import('hucre/xlsx')
  return writeXlsxStream(rowsOf(table), {
    name: sheetName(table.title),
    freezePane: { rows: 1 },
    columns: table.columns.map(({ kind }) => ({ width: widths[kind], ...(formats[kind] && { numFmt: formats[kind] }) })),
  })
}
