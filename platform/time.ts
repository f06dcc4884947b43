/** The time zone in which the platform counts days and tells the time to staff. */
export const siteZone = 'Africa/Dar_es_Salaam'

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

const days = new Intl.DateTimeFormat('en-CA', { timeZone: siteZone, year: 'numeric', month: '2-digit', day: '2-digit' })

/** The day, as an ISO date, that it is at a moment where the site is; `earlier` days before it, if given. */
export const dayOf = (moment: Date, { earlier = 0 } = {}): string => days.format(new Date(moment.getTime() - earlier * 86_400_000))
