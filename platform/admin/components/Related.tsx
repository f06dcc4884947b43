import type { CollectionSlug, FlattenedField, UIFieldServerProps } from 'payload'
import type { ReactNode } from 'react'
import { formatMoney } from '../format.ts'
import { documentLink } from '../links.ts'
import { lookOf, machineOf } from '../steps.ts'
import { LocalTime } from './LocalTime.tsx'
import { StateBadge } from './StateBadge.tsx'

/** More than so many are looked for in their list. */
const most = 20

type Column = { name: string; label: string; as: 'link' | 'state' | 'choice' | 'money' | 'moment' }

type Props = UIFieldServerProps & {
  /** What is shown: the newest documents of this collection … */
  collection: string
  /** … whose reference in this field, which may name documents of several collections, is the one of the form. */
  by: string
  title: string
  columns: Column[]
}

type Row = Record<string, unknown> & { id: string }

const labelOf = (field: FlattenedField | undefined, value: unknown) => {
  const options = field?.type === 'select' ? field.options : []
  const found = options.find((option) => typeof option === 'object' && option.value === value)
  return typeof found === 'object' && typeof found.label === 'string' ? found.label : String(value)
}

/** Documents of another collection that belong to the one of the form, as a table, for those who may read them. */
export async function Related({ by, collection, collectionSlug, columns, id, req, title }: Props) {
  const { payload } = req
  const machine = machineOf(payload, collection)
  const config = payload.collections[collection as CollectionSlug]?.config
  if (id === undefined || !config) return null
  const { docs } = await payload.find({
    collection: collection as CollectionSlug,
    req,
    overrideAccess: false,
    depth: 0,
    limit: most,
    pagination: false,
    sort: ['-createdAt', '-id'],
    where: { and: [{ [`${by}.relationTo`]: { equals: collectionSlug } }, { [`${by}.value`]: { equals: String(id) } }] },
  })
  const rows = docs as unknown as Row[]
  if (rows.length === 0) return null

  const shown = (row: Row, { as, name }: Column): ReactNode => {
    const value = row[name]
    if (value === null || value === undefined) return '–'
    if (as === 'link') return <a href={documentLink(collection, row.id)}>{String(value)}</a>
    if (as === 'state') return machine ? <StateBadge {...lookOf(machine, String(value))} /> : String(value)
    if (as === 'money') return formatMoney(Number(value), row.currency)
    if (as === 'moment') return <LocalTime at={String(value)} />
    return labelOf(
      config.flattenedFields.find((field) => field.name === name),
      value,
    )
  }

  return (
    <section aria-label={title} className="field-type rows">
      <span className="field-label">{title}</span>
      <table>
        <thead>
          <tr>
            {columns.map(({ as, label, name }) => (
              <th data-as={as} key={name} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              {columns.map((column) => (
                <td data-as={column.as} data-label={column.label} key={column.name}>
                  {shown(row, column)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
