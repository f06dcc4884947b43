'use client'

import { useListQuery, useLocale, useTableColumns } from '@payloadcms/ui'
import { exportAddress } from '../export-address.ts'
import { formatCount } from '../format.ts'

type Props = { action: string; drafts: boolean; mostPdfRows: number; names: readonly string[] }

const formats = { csv: 'CSV', xlsx: 'XLSX', pdf: 'PDF' }

/** Links to a list as a file, one for each form. */
export function ExportLinks({ action, drafts, mostPdfRows, names }: Props) {
  const { data, query } = useListQuery()
  const { columns } = useTableColumns()
  const { code: locale } = useLocale()
  const shown = columns.flatMap(({ accessor, active }) => (active ? [accessor.replaceAll('-', '.')] : []))
  const tooMany = (data?.totalDocs ?? 0) > mostPdfRows
  return (
    <nav aria-label="Export" className="export">
      <span>Export</span>
      {Object.entries(formats).map(([format, name]) =>
        format === 'pdf' && tooMany ? (
          <span className="export__off" key={format}>
            {name}: up to {formatCount(mostPdfRows)} rows
          </span>
        ) : (
          <a download href={exportAddress(action, { format, query, shown, names, locale, drafts })} key={format}>
            {name}
          </a>
        ),
      )}
    </nav>
  )
}
