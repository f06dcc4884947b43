import { type Locale, locales } from '../../lib/paths.ts'

/** The languages that have words of their own in a field that was read in all languages; English is always among them. */
export const languagesIn = (inAll: unknown): readonly Locale[] =>
  locales.filter((locale) => locale === 'en' || Boolean((inAll as Partial<Record<Locale, unknown>> | null | undefined)?.[locale]))
