import { type Locale, localized } from './paths.ts'

/** An address that editors wrote, in the reader's language: paths of this site get its prefix, everything else stays. */
export const hrefIn = (locale: Locale, href: string): string => (/^\/(?!\/)/.test(href) ? localized(locale, href) : href)
