import { dayOf } from '../time.ts'

/** One amount at one moment. */
export type Dated = { at: string; amount: number }

/** The sum of one day of the site, an ISO date. */
export type DaySum = { day: string; amount: number; count: number }

/** The last `count` days up to `until`, oldest first, as ISO dates. */
export function lastDays(count: number, until: Date): string[] {
  const today = Date.parse(dayOf(until))
  return Array.from({ length: count }, (_, index) => new Date(today - (count - 1 - index) * 86_400_000).toISOString().slice(0, 10))
}

/** The sums of the last `count` days up to `until`, days without any included; what is older is left out. */
export function sumByDay(rows: readonly Dated[], count: number, until: Date): DaySum[] {
  const sums = new Map(lastDays(count, until).map((day) => [day, { day, amount: 0, count: 0 }]))
  for (const { at, amount } of rows) {
    const sum = sums.get(dayOf(new Date(at)))
    if (!sum) continue
    sum.amount += amount
    sum.count += 1
  }
  return [...sums.values()]
}
