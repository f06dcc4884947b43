import type { PayloadRequest } from 'payload'
import { rememberedEach } from '../cache/remembered.ts'
import { dayStart } from '../time.ts'
import { withRequest } from '../transaction.ts'

/** How a class is taxed: by its rates, at nothing, or not at all. */
export type Kind = 'rated' | 'zero' | 'exempt'

/** Countries in which the same taxes hold. */
export type Zone = {
  id: string
  name: string
  countries: string[]
  taxName: string
  pricesIncludeTax: boolean
  active: boolean
  default: boolean
}

/** What is taxed alike. */
export type TaxClass = { id: string; name: string; kind: Kind; default: boolean }

/** A rate in basis points, and the moment from which it holds, in milliseconds since the epoch. */
export type Rate = { zone: string; class: string; rateBp: number; from: number }

/** All that is known of taxes; rates, newest first. */
export type TaxTables = { zones: Zone[]; classes: TaxClass[]; rates: Rate[] }

/** The collections that taxes are kept in. */
export const taxCollections = ['tax-zones', 'tax-classes', 'tax-rates'] as const

type Stored<Row, Optional extends keyof Row> = Omit<Row, Optional> & { [name in Optional]?: Row[name] | null }

/** Reads what is known of taxes as it stands in the transaction of a request. */
export async function readTaxTables(req: PayloadRequest): Promise<TaxTables> {
  const all = async <Row>(collection: (typeof taxCollections)[number]): Promise<Row[]> =>
    (await req.payload.db.find<Row & { id: string }>({ collection, req, joins: false as never, pagination: false, limit: 0 })).docs
  const zones = await all<Stored<Zone, 'countries' | 'pricesIncludeTax' | 'active' | 'default'>>('tax-zones')
  const classes = await all<Stored<TaxClass, 'default'>>('tax-classes')
  const rates = await all<Omit<Rate, 'from'> & { validFrom: string | Date }>('tax-rates')
  return {
    zones: zones.map(({ id, name, countries, taxName, pricesIncludeTax, active, default: isDefault }) => ({
      id,
      name,
      countries: countries ?? [],
      taxName,
      pricesIncludeTax: pricesIncludeTax !== false,
      active: Boolean(active),
      default: Boolean(isDefault),
    })),
    classes: classes.map(({ id, name, kind, default: isDefault }) => ({ id, name, kind, default: Boolean(isDefault) })),
    rates: rates
      .map(({ zone, class: of, rateBp, validFrom }) => ({ zone, class: of, rateBp, from: beginningOf(validFrom).getTime() }))
      .sort((a, b) => b.from - a.from),
  }
}

/** The moment from which a rate holds: its day begins where the site is. */
export const beginningOf = (validFrom: string | Date): Date => dayStart(new Date(validFrom).toISOString().slice(0, 10))

/** What is known of taxes; read once until it changes. */
export async function taxTables({ payload }: Pick<PayloadRequest, 'payload'>): Promise<TaxTables> {
  const read = async () => new Map([['', await withRequest(payload, 'tax', readTaxTables)]])
  const found = await rememberedEach(payload, { name: 'tax', tags: taxCollections, ids: [''] }, read)
  return found.get('') as TaxTables
}
