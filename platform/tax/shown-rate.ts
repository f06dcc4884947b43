/** A rate in basis points as people of a language read it: `18%`, `14.5%`. */
export const shownRate = (rateBp: number, locale = 'en'): string =>
  new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 2 }).format(`${rateBp}E-4` as Intl.StringNumericLiteral)
