import { shownMoney, staffLocale } from '../money.ts'
import { readableMoment } from './moments.ts'
import { type Amount, type Cell, decimal, isAmount } from './table.ts'

const numbers = new Intl.NumberFormat('en', { maximumFractionDigits: 6 })

const shownAmount = ({ amount, currency }: Amount) =>
  currency ? shownMoney({ amount, currency }, staffLocale) : numbers.format(Number(decimal({ amount })))

/** A cell as staff read it in the admin. */
export function shownText(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return cell
  if (typeof cell === 'number') return numbers.format(cell)
  return isAmount(cell) ? shownAmount(cell) : readableMoment(cell)
}
