import { share, taxWithin } from '../money.ts'
import type { Tax } from './rates.ts'

/** An amount with its tax: `net + tax = gross`. */
export type Taxed = { net: number; tax: number; gross: number }

/** What one rate comes to in a document. */
export type TaxRow = Pick<Tax, 'name' | 'kind' | 'rateBp'> & Taxed

/** Splits an amount that includes its tax, or adds the tax to one that does not; rounded half up, once. */
export function taxed(amount: number, rateBp: number, isIncluded: boolean): Taxed {
  const tax = isIncluded ? taxWithin(amount, rateBp) : share(amount, rateBp)
  return isIncluded ? { net: amount - tax, tax, gross: amount } : { net: amount, tax, gross: amount + tax }
}

/** Adds up by rate what was taxed part by part, the highest rate first; zero-rated and exempt stay apart. */
export function taxTable(parts: readonly (Taxed & { by: Pick<Tax, 'name' | 'kind' | 'rateBp'> })[]): TaxRow[] {
  const rows = new Map<string, TaxRow>()
  for (const { by, net, tax, gross } of parts) {
    const { name, kind, rateBp } = by
    const key = `${kind} ${rateBp} ${name}`
    const row = rows.get(key) ?? { name, kind, rateBp, net: 0, tax: 0, gross: 0 }
    rows.set(key, { ...row, net: row.net + net, tax: row.tax + tax, gross: row.gross + gross })
  }
  return [...rows.values()].sort((a, b) => b.rateBp - a.rateBp || a.kind.localeCompare(b.kind))
}
