import { type Currency, currencies, toDecimal } from '../money.ts'

const isCurrency = (code: unknown): code is Currency => typeof code === 'string' && code in currencies

/** An amount as staff read it: without decimals where the currency shows none, unless there is a fraction; as a bare number when the currency is not known. */
export function formatMoney(amount: number, code: unknown, locale = 'en'): string {
  const currency = isCurrency(code) ? code : undefined
  const { digits, shown } = currencies[currency ?? 'TZS']
  const exact = toDecimal({ amount, currency: currency ?? 'TZS' })
  const fraction = amount % 10 ** digits === 0 ? shown : digits
  const style = currency ? ({ style: 'currency', currency, currencyDisplay: 'code' } as const) : {}
  return new Intl.NumberFormat(locale, { ...style, minimumFractionDigits: fraction, maximumFractionDigits: fraction }).format(
    exact as `${number}`,
  )
}

/** An amount as short as an axis needs it: `1.2M`. */
export const formatMoneyShort = (amount: number, currency: Currency, locale = 'en'): string =>
  new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 }).format(
    Number(toDecimal({ amount: Math.round(amount), currency })),
  )

/** A whole number with separators. */
export const formatCount = (count: number, locale = 'en'): string => new Intl.NumberFormat(locale).format(count)
