import type { Field, NumberField, SelectField } from 'payload'
import { serverOnly } from './server-only.ts'

/**
 * The currencies the platform counts in.
 * `digits`: minor units per unit as a power of ten (ISO 4217); `shown`: decimals people expect to see; `cash`: smallest payable amount in minor units.
 */
export const currencies = {
  TZS: { digits: 2, shown: 0, cash: 100 },
  USD: { digits: 2, shown: 2, cash: 1 },
  ZWG: { digits: 2, shown: 2, cash: 1 },
  KES: { digits: 2, shown: 2, cash: 100 },
  EUR: { digits: 2, shown: 2, cash: 1 },
} as const

/** The code of a currency the platform knows. */
export type Currency = keyof typeof currencies

/** An amount in integer minor units of one currency. */
export type Money = { amount: number; currency: Currency }

/** One basis point is a hundredth of a percent. */
const basis = 10_000n

/** Divides integers, rounding half away from zero: the one rounding there is. */
const roundedQuotient = (dividend: bigint, divisor: bigint) => {
  const magnitude = dividend < 0n ? -dividend : dividend
  const rounded = (magnitude * 2n + divisor) / (divisor * 2n)
  return Number(dividend < 0n ? -rounded : rounded)
}

/** The share of `amount` (minor units) that `rate` (basis points) makes, rounded half up. */
export const share = (amount: number, rate: number): number => roundedQuotient(BigInt(amount) * BigInt(rate), basis)

/** The part of a gross `amount` (minor units) that is tax at `rate` (basis points), rounded half up. */
export const taxWithin = (amount: number, rate: number): number => roundedQuotient(BigInt(amount) * BigInt(rate), basis + BigInt(rate))

/** Splits `amount` by `weights` so that the parts sum to it exactly: the largest remainders get the units left over. */
export function split(amount: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((total, weight) => total + BigInt(weight), 0n)
  if (sum === 0n)
    return split(
      amount,
      weights.map(() => 1),
    )
  const sign = amount < 0 ? -1 : 1
  const exact = weights.map((weight) => BigInt(Math.abs(amount)) * BigInt(weight))
  const parts = exact.map((value) => value / sum)
  let left = BigInt(Math.abs(amount)) - parts.reduce((total, part) => total + part, 0n)
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value % sum }))
    .sort((a, b) => (b.remainder > a.remainder ? 1 : b.remainder < a.remainder ? -1 : a.index - b.index))
  for (const { index } of byRemainder) {
    if (left === 0n) break
    parts[index] = (parts[index] ?? 0n) + 1n
    left -= 1n
  }
  return parts.map((part) => sign * Number(part))
}

/** `amount` (minor units) rounded half up to what can really be paid in `currency`. */
export const payable = (amount: number, currency: Currency): number => {
  const { cash } = currencies[currency]
  return roundedQuotient(BigInt(amount), BigInt(cash)) * cash
}

/** `amount` (minor units) as the decimal text that providers expect: `1500000` TZS is `15000.00`. */
export function toDecimal({ amount, currency }: Money): string {
  const { digits } = currencies[currency]
  const text = Math.abs(amount)
    .toString()
    .padStart(digits + 1, '0')
  return `${amount < 0 ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`
}

const formats = new Map<string, Intl.NumberFormat>()

// Making a format costs a hundred times more than using it.
function formatOf(locale: string, currency: Currency, decimals: number): Intl.NumberFormat {
  const name = `${locale} ${currency} ${decimals}`
  const known = formats.get(name)
  if (known) return known
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  })
  if (formats.size < 200) formats.set(name, made)
  return made
}

/** Where the readers of a language are at home: there the same currency has another sign than abroad. */
const homes: Record<string, string> = { en: 'en-TZ', sw: 'sw-TZ', sn: 'sn-ZW', nd: 'nd-ZW' }

/** Staff read codes of currencies, as they stand in inputs and files. */
export const staffLocale = 'en-US'

/** `amount` as people of a language read it; decimals are shown where the currency has them, and never hidden when they are not zero. */
export function shownMoney({ amount, currency }: Money, locale: string): string {
  const { digits, shown } = currencies[currency]
  const decimals = amount % 10 ** digits === 0 ? shown : digits
  return formatOf(homes[locale] ?? locale, currency, decimals).format(toDecimal({ amount, currency }) as Intl.StringNumericLiteral)
}

/** The minor units that a decimal text means in `currency`; undefined when it is not a plain number with at most that many decimals. */
export function fromDecimal(text: string, currency: Currency): number | undefined {
  const { digits } = currencies[currency]
  const match = /^(-?)(\d{1,13})(?:\.(\d+))?$/.exec(text.trim())
  if (!match) return undefined
  const fraction = (match[3] ?? '').padEnd(digits, '0')
  if (fraction.slice(digits).replaceAll('0', '')) return undefined
  return Number(`${match[1]}${match[2]}${fraction.slice(0, digits)}`)
}

const isWhole = (value: unknown) =>
  value === null || value === undefined || Number.isSafeInteger(value) || 'Give a whole number of minor units.'

/** A field that holds an amount in minor units of the document's currency; not negative unless `min` says so. */
export const moneyField = (
  name: string,
  { readOnly = false, ...overrides }: Partial<Omit<NumberField, 'type' | 'name' | 'validate'>> & { readOnly?: boolean } = {},
): NumberField =>
  ({
    name,
    type: 'number',
    min: 0,
    max: 1_000_000_000_000_000,
    validate: (value: unknown, { min, required }: { min?: number; required?: boolean }) => {
      if (required && (value === null || value === undefined)) return 'Give an amount.'
      const whole = isWhole(value)
      if (whole !== true) return whole
      return typeof value !== 'number' || (value >= (min ?? 0) && value <= 1_000_000_000_000_000) || 'The amount is out of range.'
    },
    ...overrides,
    custom: { money: true, ...overrides.custom },
    admin: {
      components: {
        Cell: '/platform/admin/components/MoneyCell.tsx#MoneyCell',
        Field: '/platform/admin/components/MoneyField.tsx#MoneyField',
      },
      ...overrides.admin,
      ...(readOnly && { readOnly: true }),
    },
    ...(readOnly && { access: serverOnly }),
  }) as NumberField

/** The currency of every amount in the document. */
export const currencyField = (overrides: Partial<SelectField> = {}): Field =>
  ({ name: 'currency', type: 'select', required: true, defaultValue: 'TZS', options: Object.keys(currencies), ...overrides }) as Field
