import type { PayloadRequest } from 'payload'
import { now } from '../clock.ts'
import { fail } from './errors.ts'
import { type Kind, type TaxClass, type TaxTables, taxTables, type Zone } from './tables.ts'

/** The tax on one thing: what it is called, the class that it follows from, and its rate in basis points. */
export type Tax = { name: string; class: string; kind: Kind; rateBp: number }

/** The taxes that hold in one zone at one moment. */
export type Taxes = { zone: Zone; of: (taxClass?: string | null) => Tax }

/** The zone that a country is in; the default one for all that are in none, and where none is known. */
export const zoneOf = ({ zones }: TaxTables, country?: string | null): Zone =>
  zones.find(({ active, countries }) => active && country && countries.includes(country)) ??
  zones.find((zone) => zone.default) ??
  fail('TAX_NOT_SET')

/** A class by its id; the default one when none is named. */
export const classOf = ({ classes }: TaxTables, id?: string | null): TaxClass =>
  classes.find((each) => (id ? each.id === id : each.default)) ?? fail('TAX_NOT_SET')

/** The tax in a zone on things of a class: the newest rate that has begun. Where there is none nothing is guessed; undefined. */
export function taxIn({ rates }: TaxTables, zone: Zone, { id, name, kind }: TaxClass, at: Date): Tax | undefined {
  const tax = { name: zone.taxName, class: name, kind }
  if (kind !== 'rated') return { ...tax, rateBp: 0 }
  const rate = rates.find((each) => each.zone === zone.id && each.class === id && each.from <= at.getTime())
  return rate && { ...tax, rateBp: rate.rateBp }
}

/** When the next rate begins, in milliseconds since the epoch; never is infinity. */
export const nextChange = ({ rates }: TaxTables, at: Date): number =>
  Math.min(Number.POSITIVE_INFINITY, ...rates.map(({ from }) => from).filter((from) => from > at.getTime()))

/** The taxes for what goes to a country; without one, for the default zone. */
export async function taxesFor(
  req: Pick<PayloadRequest, 'payload'>,
  { country, zone: id, at = now() }: { country?: string | null; zone?: string; at?: Date } = {},
): Promise<Taxes> {
  const tables = await taxTables(req)
  const zone = id ? (tables.zones.find((each) => each.id === id) ?? fail('TAX_NOT_SET')) : zoneOf(tables, country)
  return {
    zone,
    of: (taxClass) => {
      const found = classOf(tables, taxClass)
      return taxIn(tables, zone, found, at) ?? fail('TAX_RATE_MISSING', { missing: [{ zone: zone.name, class: found.name }] })
    },
  }
}
