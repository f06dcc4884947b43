'use client'

import { useTableColumns } from '@payloadcms/ui'

/** What a column adds up to, once for each currency. */
type Total = { name: string; label: string; sums: readonly string[] }

/** What the columns that are shown add up to. */
export function TotalsLine({ totals }: { totals: readonly Total[] }) {
  const { columns } = useTableColumns()
  const shown = totals.filter(({ name }) => columns.some(({ accessor, active }) => active && accessor.replaceAll('-', '.') === name))
  if (shown.length === 0) return null
  return (
    <section aria-label="Totals" className="list-totals">
      <h2>Totals, all pages</h2>
      <dl>
        {shown.map(({ name, label, sums }) => (
          <div key={name}>
            <dt>{label}</dt>
            {sums.map((sum) => (
              <dd className="money" key={sum}>
                {sum}
              </dd>
            ))}
          </div>
        ))}
      </dl>
    </section>
  )
}
