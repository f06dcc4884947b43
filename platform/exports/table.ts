import { type Currency, currencies, type Money, toDecimal } from '../money.ts'

/** An amount in a table; without a currency it is a bare number. */
export type Amount = { amount: number; currency?: Currency }

/** What stands in a cell: texts are texts, numbers, amounts and moments are what they are. */
export type Cell = string | number | Date | Amount | null

/** A column: its name in the API, its heading, and what its cells hold. */
export type Column = { name: string; label: string; kind: 'text' | 'number' | 'money' | 'date' }

/** What is taken away, in whichever form: rows come page by page, and totals are known once they have all come. */
export type Table = {
  title: string
  /** The filter in words; empty: everything. */
  filter: string
  columns: readonly Column[]
  pages: AsyncIterable<readonly Cell[][]>
  totals: () => readonly Cell[][]
}

/** Whether a cell holds an amount. */
export const isAmount = (cell: Cell): cell is Amount => typeof cell === 'object' && cell !== null && 'amount' in cell

/** A currency of the platform; undefined when it is none. */
export const knownCurrency = (code: unknown): Currency | undefined =>
  typeof code === 'string' && code in currencies ? (code as Currency) : undefined

/** An amount in units of its currency, as programs write it: `15000.00`. */
export const decimal = ({ amount, currency = 'TZS' }: Amount): string => toDecimal({ amount, currency } satisfies Money)

/** Headings, rows and totals, one after the other. */
export async function* linesOf({ columns, pages, totals }: Table): AsyncGenerator<readonly Cell[][]> {
  yield [columns.map(({ label }) => label)]
  yield* pages
  const sums = totals()
  if (sums.length > 0) yield [...sums]
}
