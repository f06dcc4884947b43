import { siteZone } from '../time.ts'

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: siteZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
})

const reader = new Intl.DateTimeFormat('en-GB', { timeZone: siteZone, dateStyle: 'medium', timeStyle: 'short' })

/** A moment as clocks show it where the site is: `2026-11-20 19:30:05`. */
export function wallClock(moment: Date): string {
  const part = Object.fromEntries(clock.formatToParts(moment).map(({ type, value }) => [type, value]))
  return `${part.year?.padStart(4, '0')}-${part.month}-${part.day} ${part.hour}:${part.minute}:${part.second}`
}

/** A moment that reads in UTC what clocks show where the site is: spreadsheets know no zones. */
export const asIfUtc = (moment: Date): Date => new Date(`${wallClock(moment).replace(' ', 'T')}Z`)

/** A moment for readers: `20 Nov 2026, 19:30`, where the site is. */
export const readableMoment = (moment: Date): string => reader.format(moment)
