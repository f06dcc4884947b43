import type { Locale } from './paths.ts'

/** The language tag under which the platform formats numbers and dates of a language. */
export const tags = { en: 'en-TZ', sw: 'sw-TZ', sn: 'sn-ZW', nd: 'nd-ZW' } as const satisfies Record<Locale, string>

/** The zone in which the site tells the time; only the server knows which it is. */
const zone = () => ({ timeZone: globalThis.process?.env.TIME_ZONE || 'Africa/Dar_es_Salaam' })

/** A moment as day and time, on the site's clock. */
export const formatMoment = (moment: string | Date, locale: Locale): string =>
  new Intl.DateTimeFormat(tags[locale], { dateStyle: 'medium', timeStyle: 'short', ...zone() }).format(new Date(moment))

/** A moment as its day, on the site's clock. */
export const formatDay = (moment: string | Date, locale: Locale): string =>
  new Intl.DateTimeFormat(tags[locale], { dateStyle: 'long', ...zone() }).format(new Date(moment))

/** A moment as its time of day, on the site's clock. */
export const formatTime = (moment: string | Date, locale: Locale): string =>
  new Intl.DateTimeFormat(tags[locale], { timeStyle: 'short', ...zone() }).format(new Date(moment))

/** A count as people of a language write it. */
export const formatNumber = (value: number, locale: Locale): string => new Intl.NumberFormat(tags[locale]).format(value)

/** An E.164 phone number in groups that can be read aloud: `+255 712 345 678`. */
export function formatPhone(phone: string): string {
  const match = /^(\+\d{3})(\d{2,3})(\d{3})(\d{3,4})$/.exec(phone)
  return match ? match.slice(1).join(' ') : phone
}
