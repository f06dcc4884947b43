/** The languages in which content is kept and visitors are addressed; English is the one that is always there. */
export const localization = {
  defaultLocale: 'en',
  fallback: true,
  locales: [
    { code: 'en', label: 'English' },
    { code: 'sw', label: 'Kiswahili' },
    { code: 'sn', label: 'ChiShona' },
    { code: 'nd', label: 'IsiNdebele' },
  ],
}

/** The code of a language of the platform. */
export type Locale = 'en' | 'sw' | 'sn' | 'nd'

/** The language codes, English first. */
export const localeCodes: readonly Locale[] = ['en', 'sw', 'sn', 'nd']

/** The language to address somebody in who says which they read; English when nothing known is said. */
export const localeOf = (person: { locale?: string | null } | null | undefined): Locale =>
  localeCodes.find((code) => code === person?.locale) ?? 'en'

/** A text with the values put in for their names in braces. */
export const filled = (text: string, values: Record<string, string>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
