import { type Currency, currencies, fromDecimal, toDecimal } from '../money.ts'

const known = (code: unknown): Currency => (typeof code === 'string' && code in currencies ? (code as Currency) : 'TZS')

/** Minor units as the text of an input: `1500050` TZS is `15,000.50`; what could not be read before stays as it was typed. */
export function amountText(value: unknown, code: unknown): string {
  if (typeof value !== 'number') return typeof value === 'string' ? value : ''
  const [whole = '', fraction = ''] = toDecimal({ amount: value, currency: known(code) }).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  return /[1-9]/.test(fraction) ? `${grouped}.${fraction}` : grouped
}

/** The minor units that a typed amount means; null for an empty input; the text itself when it is not an amount, so that it can be refused. */
export function readAmount(text: string, code: unknown): number | string | null {
  const plain = text.replaceAll(/\s/g, '')
  if (plain === '') return null
  // A comma may only part thousands: whoever writes 15,50 for fifteen and a half must not get 1,550.
  if (plain.includes(',') && !/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) return text
  return fromDecimal(plain.replaceAll(',', ''), known(code)) ?? text
}
