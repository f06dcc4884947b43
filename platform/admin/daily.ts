/** One amount at one moment. */
export type Dated = { at: string; amount: number }

/** The sum of one day; `day` is an ISO date in the zone that was asked for. */
export type DaySum = { day: string; amount: number; count: number }

const dayOf = (zone: string) => {
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' })
  return (at: Date) => format.format(at)
}

/** The last `count` days up to `until`, oldest first, as ISO dates of `zone`. */
export function lastDays(count: number, until: Date, zone: string): string[] {
  const [year = 0, month = 1, day = 1] = dayOf(zone)(until).split('-').map(Number)
  return Array.from({ length: count }, (_, index) =>
    new Date(Date.UTC(year, month - 1, day - (count - 1 - index))).toISOString().slice(0, 10),
  )
}

/** The sums of the last `count` days up to `until`, days without any included; what is older is left out. */
export function sumByDay(rows: readonly Dated[], count: number, until: Date, zone: string): DaySum[] {
  const sums = new Map(lastDays(count, until, zone).map((day) => [day, { day, amount: 0, count: 0 }]))
  const day = dayOf(zone)
  for (const { at, amount } of rows) {
    const sum = sums.get(day(new Date(at)))
    if (!sum) continue
    sum.amount += amount
    sum.count += 1
  }
  return [...sums.values()]
}
