import type { ArrayFieldServerProps, Field } from 'payload'
import { shownRate } from '../../tax/shown-rate.ts'
import { formatCount, formatMoney } from '../format.ts'

type Row = Record<string, unknown> & { id?: string }

/** A column: the name of a field of the rows and how its values are written. */
type Column = {
  name: string
  label?: string
  as?: 'text' | 'count' | 'money' | 'rate'
  /** What single values are called. */
  words?: Record<string, string>
}

const written = (value: unknown, { as, words }: Column, currency: unknown) => {
  if (value === null || value === undefined || value === '') return '–'
  if (typeof value !== 'number') return words?.[String(value)] ?? String(value)
  if (as === 'rate') return shownRate(value)
  return as === 'money' ? formatMoney(value, currency) : formatCount(value)
}

const labelOf = ({ label, name }: Column) => label ?? name.charAt(0).toUpperCase() + name.slice(1)

type Props = Pick<ArrayFieldServerProps, 'data' | 'path'> & {
  field: Field
  columns: Column[] /** Else the plural of the rows. */
  title?: string
}

/** Rows that nobody edits, as a table; on a narrow screen each row becomes a card. */
export function ReadOnlyTable({ columns, data, field, path, title }: Props) {
  const rows = ((data as Record<string, unknown>)[path] ?? []) as Row[]
  const { currency } = data as { currency?: unknown }
  const { labels } = field as Extract<Field, { type: 'array' }>
  const heading = title ?? (typeof labels?.plural === 'string' ? labels.plural : labelOf({ name: path }))
  return (
    <section className="field-type rows">
      <span className="field-label">{heading}</span>
      <table>
        <thead>
          <tr>
            {columns.map((column) => (
              <th data-as={column.as} key={column.name} scope="col">
                {labelOf(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={row.id ?? index}>
              {columns.map((column) => (
                <td data-as={column.as} data-label={labelOf(column)} key={column.name}>
                  {written(row[column.name], column, currency)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
