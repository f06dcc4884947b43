import { environment } from './environment.ts'

/** The time zone in which the platform counts days and tells the time to staff. */
export const siteZone = environment.timeZone

/** The moment at which a day, given as an ISO date, begins in `zone`; `later` days after it, if given. */
export function dayStart(date: string, { zone = siteZone, later = 0 } = {}): Date {
  const utc = new Date(Date.parse(date) + later * 86_400_000)
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(utc)
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? ''
  // Before there were time zones, offsets had seconds.
  const [, sign = '+', hours = 0, minutes = 0, seconds = 0] = /([+-])(\d\d):(\d\d)(?::(\d\d))?/.exec(name) ?? []
  const offset = (Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * (sign === '-' ? -1000 : 1000)
  return new Date(utc.getTime() - offset)
}

const monthLength = (year: number, month: number) => new Date(Date.UTC(year, month + 1, 0)).getUTCDate()

/**
 * The day, as an ISO date, that is some months after another one. Where that month is shorter it is its last day; counted on from the first day
 * (`monthsAfter('2026-01-31', 2)` is 31 March) and not from one to the next, the day of the month comes back.
 */
export function monthsAfter(date: string, months: number): string {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  const [inYear, inMonth] = [year + Math.floor((month - 1 + months) / 12), (((month - 1 + months) % 12) + 12) % 12]
  return new Date(Date.UTC(inYear, inMonth, Math.min(day, monthLength(inYear, inMonth)))).toISOString().slice(0, 10)
}

const days = new Intl.DateTimeFormat('en-CA', { timeZone: siteZone, year: 'numeric', month: '2-digit', day: '2-digit' })

/** The day, as an ISO date, that it is at a moment where the site is; `earlier` days before it, if given. */
export const dayOf = (moment: Date, { earlier = 0 } = {}): string => days.format(new Date(moment.getTime() - earlier * 86_400_000))
