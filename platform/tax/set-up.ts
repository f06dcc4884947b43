import type { PayloadRequest } from 'payload'
import { readTaxTables } from './tables.ts'

/** A zone as it is set up: with the rate of each class that is taxed by rates. */
export type NewZone = {
  name: string
  countries: string[]
  taxName: string
  pricesIncludeTax: boolean
  default?: boolean
  rates: { class: string; rateBp: number; validFrom: string }[]
}

/** The id of the class with this name, which is made if there is none. */
export async function ensureClass(
  req: PayloadRequest,
  { name, kind, default: isDefault = false }: { name: string; kind: 'rated' | 'zero' | 'exempt'; default?: boolean },
): Promise<string> {
  const { classes } = await readTaxTables(req)
  const known = classes.find((each) => each.name === name)
  if (known) return known.id
  const data = { name, kind, default: isDefault }
  return (await req.payload.create({ collection: 'tax-classes', req, data })).id
}

/** Makes a zone with its rates and puts it to use. */
export async function openZone(req: PayloadRequest, { rates, default: isDefault = false, ...zone }: NewZone): Promise<void> {
  const { payload } = req
  const { id } = await payload.create({ collection: 'tax-zones', req, data: { ...zone, active: false, default: false } })
  for (const rate of rates) await payload.create({ collection: 'tax-rates', req, data: { zone: id, ...rate, key: '' } })
  await payload.update({ collection: 'tax-zones', id, req, data: { active: true, default: isDefault } })
}
