import { tags } from '../../lib/dates.ts'
import type { Locale } from '../../lib/paths.ts'

/** Where the shop delivers to; the first is proposed. */
const countries = ['TZ', 'KE', 'UG', 'RW', 'BI', 'ZM', 'MW', 'MZ', 'ZW', 'ZA', 'BW', 'NA'] as const

/** The countries as choices, in the words of a language. */
export function countryChoices(locale: Locale): { value: string; text: string }[] {
  const names = new Intl.DisplayNames([tags[locale], 'en'], { type: 'region' })
  return countries.map((value) => ({ value, text: names.of(value) ?? value }))
}

/** The name of a country in the words of a language. */
export const countryName = (code: string, locale: Locale): string =>
  /^[A-Z]{2}$/.test(code) ? (new Intl.DisplayNames([tags[locale], 'en'], { type: 'region' }).of(code) ?? code) : code
