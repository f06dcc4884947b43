import { type Currency, currencies, shownMoney, toDecimal } from '../money.ts'

const isCurrency = (code: unknown): code is Currency => typeof code === 'string' && code in currencies

/** An amount as staff read it: without decimals where the currency shows none, unless there is a fraction; as a bare number when the currency is not known. */
export function formatMoney(amount: number, currency: unknown, locale = 'en'): string {
  if (isCurrency(currency)) return shownMoney({ amount, currency }, locale)
  const exact = toDecimal({ amount, currency: 'TZS' }) as `${number}`
  return new Intl.NumberFormat(locale, { minimumFractionDigits: amount % 100 === 0 ? 0 : 2 }).format(exact)
}

/** An amount as short as an axis needs it: `1.2M`. */
export const formatMoneyShort = (amount: number, currency: Currency, locale = 'en'): string =>
  new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(
    Number(toDecimal({ amount: Math.round(amount), currency })),
  )

/** A whole number with separators. */
export const formatCount = (count: number, locale = 'en'): string => new Intl.NumberFormat(locale).format(count)
