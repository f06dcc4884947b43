import { tags } from './dates.ts'
import type { Locale } from './paths.ts'

/** How each currency is counted and shown: `digits` is the power of ten of its minor unit, `shown` the decimals people expect to see. */
export const currencies = {
  TZS: { digits: 2, shown: 0 },
  USD: { digits: 2, shown: 2 },
  ZWG: { digits: 2, shown: 2 },
  KES: { digits: 2, shown: 2 },
  EUR: { digits: 2, shown: 2 },
} as const

/** A currency the shop can show. */
export type Currency = keyof typeof currencies

/** An amount of minor units as people of a language write it; decimals are shown where the currency has them, and never hidden when they are not zero. */
export function formatMoney(amount: number, currency: Currency, locale: Locale): string {
  const { digits, shown } = currencies[currency]
  const whole = amount % 10 ** digits === 0
  const decimals = whole ? shown : digits
  return new Intl.NumberFormat(tags[locale], {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(decimal(amount, digits) as Intl.StringNumericLiteral)
}

/** An amount of minor units as a plain decimal number in text, for machines: `1500000` TZS is `15000.00`. */
export function decimal(amount: number, digits: number): string {
  const text = String(Math.abs(amount)).padStart(digits + 1, '0')
  return `${amount < 0 ? '-' : ''}${text.slice(0, text.length - digits)}.${text.slice(text.length - digits)}`
}

/** The minor units that a visitor means by an amount typed into a field; undefined when it is no plain amount. */
export function parseAmount(text: string, currency: Currency): number | undefined {
  const { digits } = currencies[currency]
  const match = /^(\d{1,12})(?:\.(\d+))?$/.exec(text.replace(/[\s,_]/g, ''))
  if (!match) return undefined
  return Number(`${match[1]}${(match[2] ?? '').padEnd(digits, '0').slice(0, digits)}`)
}

/** A rate in basis points as people of a language write it: `1800` is `18%`. */
export const formatRate = (rateBp: number, locale: Locale): string =>
  new Intl.NumberFormat(tags[locale], { style: 'percent', maximumFractionDigits: 2 }).format(`${rateBp}E-4` as Intl.StringNumericLiteral)
