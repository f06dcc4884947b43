import { type Currency, currencies, shownMoney, staffLocale, toDecimal } from '../money.ts'

const isCurrency = (code: unknown): code is Currency => typeof code === 'string' && code in currencies

/** An amount as staff read it: without decimals where the currency shows none, unless there is a fraction; as a bare number when the currency is not known. */
export function formatMoney(amount: number, currency: unknown, locale = staffLocale): string {
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

/** So many bytes, as short as they are read: `21 kB`, `1.4 MB`. */
export const formatBytes = (bytes: number, locale = 'en'): string => {
  const [unit, size] = bytes < 1_000_000 ? (['kilobyte', 1e3] as const) : (['megabyte', 1e6] as const)
  return new Intl.NumberFormat(locale, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: bytes < 10 * size ? 1 : 0,
  }).format(bytes / size)
}
