import { createLocalReq, type ListViewServerProps, type Where } from 'payload'
import { parse } from 'qs-esm'
import { columnsFor } from '../../exports/columns.ts'
import { listOf } from '../../exports/list.ts'
import { shownText } from '../../exports/shown.ts'
import { sumsOf, totalCell } from '../../exports/totals.ts'
import { TotalsLine } from './TotalsLine.tsx'

/** The question in the address of a list, as Payload reads it. */
const questionIn = (search: Record<string, string | string[] | undefined>): { where?: Where; search?: string } =>
  parse(
    Object.entries(search)
      .flatMap(([name, value]) => [value ?? []].flat().map((each) => `${encodeURIComponent(name)}=${encodeURIComponent(each)}`))
      .join('&'),
    { allowEmptyArrays: true, arrayLimit: 1000, depth: 10 },
  )

/** Under a list: what its columns add up to over all pages, for the filter that it has now. */
export async function ListTotals({ collectionConfig, locale, payload, searchParams, user }: ListViewServerProps) {
  if (!searchParams || !user) return null
  const query = questionIn(searchParams)
  const req = await createLocalReq({ user: user as never, locale: locale?.code, req: { query } }, payload)
  const columns = (await columnsFor(req, collectionConfig)).filter(({ summed }) => summed)
  if (columns.length === 0) return null
  const sums = await sumsOf(req, await listOf(req, collectionConfig, { ...query, draft: true }), columns)
  if (sums.size === 0) return null
  const totals = columns.map((column) => ({
    name: column.name,
    label: column.label,
    sums: [...sums.keys()].toSorted().map((currency) => shownText(totalCell(sums, currency, column))),
  }))
  return <TotalsLine totals={totals} />
}
