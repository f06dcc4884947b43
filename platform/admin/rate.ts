/** Basis points as the text of an input for percent: `1450` is `14.5`; what could not be read before stays as it was typed. */
export const rateText = (value: unknown): string =>
  typeof value === 'number' ? String(value / 100) : typeof value === 'string' ? value : ''

/** The basis points that a typed percentage means; null for an empty input; the text itself when it is none, so that it can be refused. */
export function readRate(text: string): number | string | null {
  const plain = text.replaceAll(/[\s%]/g, '').replace(',', '.')
  if (plain === '') return null
  return /^\d{1,3}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : text
}
