import type { DefaultServerCellComponentProps } from 'payload'
import { formatMoney } from '../format.ts'

/** An amount in a list, in the currency of its document. */
export const MoneyCell = ({ cellData, rowData }: DefaultServerCellComponentProps) =>
  typeof cellData === 'number' ? (
    <span className="money">{formatMoney(cellData, (rowData as { currency?: unknown } | undefined)?.currency)}</span>
  ) : null
