import type { UIFieldServerProps } from 'payload'
import { now } from '../../clock.ts'
import { dayOf } from '../../time.ts'
import { usageOf } from '../../usage/read.ts'
import { formatCount } from '../format.ts'
import { WidthChart } from './WidthChart.tsx'

const days = 30

const dayName = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })

const size = (bytes: number) =>
  new Intl.NumberFormat('en', { style: 'unit', unit: 'kilobyte', maximumFractionDigits: bytes < 10_000 ? 1 : 0 }).format(bytes / 1000)

type Sum = { calls: number; failures: number; bytes: number; p95: number }

const Cells = ({ calls, failures, bytes, p95 }: Sum) => (
  <>
    <td>{formatCount(calls)}</td>
    <td>{formatCount(failures)}</td>
    <td>{formatCount(p95)} ms</td>
    <td>{size(bytes)}</td>
  </>
)

/** What an API key did in the last days: its calls by day as a chart, and by day and address as tables. Shown to whoever may read the key. */
export async function KeyUsage({ id, req }: UIFieldServerProps) {
  if (id === undefined) return null
  const names = Array.from({ length: days }, (_, n) => dayOf(now(), { earlier: days - 1 - n }))
  const { total, days: used, routes } = await usageOf(req, String(id), names[0] ?? '', names.at(-1) ?? '')
  const byDay = new Map(used.map((sum) => [sum.day, sum]))
  const told = `${formatCount(total.calls)} calls in ${days} days`
  return (
    <section aria-label="Use" className="field-type key-usage">
      <h3>Use</h3>
      {total.calls === 0 ? (
        <p className="field-description">It was not used in the last {days} days. New calls show after a minute.</p>
      ) : (
        <div className="sums">
          <p className="sums__total">
            <strong>{told}</strong>{' '}
            <span>
              {formatCount(total.failures)} refused or failed, 95 of 100 within {formatCount(total.p95)} ms, {size(total.bytes)} sent
            </span>
          </p>
          <WidthChart
            data={names.map((day) => ({ label: dayName.format(new Date(day)), value: byDay.get(day)?.calls ?? 0 }))}
            format={(calls) => `${formatCount(calls)} calls`}
            formatTick={(calls) => formatCount(calls)}
            title={`Calls by day: ${told}`}
          />
          {(['day', 'route'] as const).map((by) => (
            <details key={by} open={by === 'route'}>
              <summary>{by === 'day' ? 'By day' : 'By address'}</summary>
              <table>
                <thead>
                  <tr>
                    <th scope="col">{by === 'day' ? 'Day' : 'Address'}</th>
                    <th scope="col">Calls</th>
                    <th scope="col">Failures</th>
                    <th scope="col">95 of 100 within</th>
                    <th scope="col">Sent</th>
                  </tr>
                </thead>
                <tbody>
                  {by === 'day'
                    ? used.toReversed().map(({ day, ...sum }) => (
                        <tr key={day}>
                          <th scope="row">{dayName.format(new Date(day))}</th>
                          <Cells {...sum} />
                        </tr>
                      ))
                    : routes.map(({ route, ...sum }) => (
                        <tr key={route}>
                          <th scope="row">{route}</th>
                          <Cells {...sum} />
                        </tr>
                      ))}
                </tbody>
              </table>
            </details>
          ))}
        </div>
      )}
    </section>
  )
}
