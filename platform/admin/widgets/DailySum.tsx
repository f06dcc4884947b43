import type { CollectionSlug, Where } from 'payload'
import { now } from '../../clock.ts'
import { type Currency, currencies } from '../../money.ts'
import { WidthChart } from '../components/WidthChart.tsx'
import { type DaySum, sumByDay } from '../daily.ts'
import { formatCount, formatMoney, formatMoneyShort } from '../format.ts'
import { tile } from './tile.tsx'

/** More rows than this are not added up on a page; such a shop needs sums that are kept by day. */
const mostRows = 5000

const day = 24 * 60 * 60 * 1000

type Props = {
  collection: CollectionSlug
  /** Which of the documents count. */
  where: Where
  /** The field that says when. */
  date: string
  /** The field that says how much, in the currency of its document. */
  amount: string
  days: number
}

type Row = Record<string, unknown> & { currency?: Currency }

const dayName = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const nameOf = ({ day }: DaySum) => dayName.format(new Date(day))

/** One currency's sums: the total, a chart in three widths of which the style sheet shows the one that fits, and the same as a table. */
function Sums({ currency, label, sums }: { currency: Currency; label: string; sums: DaySum[] }) {
  const total = sums.reduce((sum, { amount }) => sum + amount, 0)
  const count = sums.reduce((sum, each) => sum + each.count, 0)
  const chart = {
    title: `${label}, ${currency}: ${formatMoney(total, currency)} in ${sums.length} days`,
    data: sums.map((sum) => ({ label: nameOf(sum), value: sum.amount })),
    format: (amount: number) => formatMoney(amount, currency),
    formatTick: (amount: number) => formatMoneyShort(amount, currency),
  }
  return (
    <div className="sums">
      <p className="sums__total">
        <strong className="money">{formatMoney(total, currency)}</strong> <span>{formatCount(count)} payments</span>
      </p>
      <WidthChart {...chart} />
      <details>
        <summary>As a table</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">Payments</th>
              <th scope="col">{currency}</th>
            </tr>
          </thead>
          <tbody>
            {sums
              .filter((sum) => sum.count > 0)
              .reverse()
              .map((sum) => (
                <tr key={sum.day}>
                  <th scope="row">{nameOf(sum)}</th>
                  <td>{formatCount(sum.count)}</td>
                  <td className="money">{formatMoney(sum.amount, currency)}</td>
                </tr>
              ))}
          </tbody>
        </table>
      </details>
    </div>
  )
}

/** What came in on each of the last days, by currency. */
export const DailySum = tile<Props>(async ({ amount, collection, date, days, label, req, where }) => {
  const from = new Date(now().getTime() - days * day).toISOString()
  const { docs, totalDocs } = await req.payload.find({
    collection,
    depth: 0,
    limit: mostRows,
    overrideAccess: false,
    req,
    select: { [amount]: true, [date]: true, currency: true },
    sort: `-${date}`,
    where: { and: [where, { [date]: { greater_than_equal: from } }] },
  })
  const rows = docs as unknown as Row[]
  if (rows.length === 0) return <p className="tile__empty">Nothing came in during the last {days} days.</p>
  const used = (Object.keys(currencies) as Currency[]).filter((currency) => rows.some((row) => row.currency === currency))
  return (
    <>
      {used.map((currency) => {
        const dated = rows.filter((row) => row.currency === currency).map((row) => ({ at: String(row[date]), amount: Number(row[amount]) }))
        return <Sums currency={currency} key={currency} label={label} sums={sumByDay(dated, days, now())} />
      })}
      {totalDocs > rows.length && (
        <p className="tile__empty">
          Only the newest {formatCount(rows.length)} of {formatCount(totalDocs)} are added up here.
        </p>
      )}
    </>
  )
})
