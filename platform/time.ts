/** The time zone in which the platform counts days and tells the time to staff. */
export const siteZone = 'Africa/Dar_es_Salaam'

/** The moment at which a day, given as an ISO date, begins in `zone`; `later` days after it, if given. */
export function dayStart(date: string, { zone = siteZone, later = 0 } = {}): Date {
  const utc = new Date(Date.parse(date) + later * 86_400_000)
  const parts = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }).formatToParts(utc)
  const offset = parts.find(({ type }) => type === 'timeZoneName')?.value.replace('GMT', '') || 'Z'
  return new Date(`${utc.toISOString().slice(0, 10)}T00:00:00${offset}`)
}
