import type { CollectionSlug, FlattenedField, GlobalSlug, PayloadRequest } from 'payload'
import { now } from '../clock.ts'
import { fail } from './errors.ts'
import { taxIn } from './rates.ts'
import { readTaxTables, type TaxClass, type TaxTables } from './tables.ts'

const slug = 'tax-classes'

/** The paths of the fields that hold a class, also within groups. */
const pathsIn = (fields: readonly FlattenedField[], within = ''): string[] =>
  fields.flatMap((field) => {
    if (field.type === 'group') return pathsIn(field.flattenedFields, `${within}${field.name}.`)
    return field.type === 'relationship' && field.relationTo === slug ? [`${within}${field.name}`] : []
  })

const at = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((part, name) => (part as Record<string, unknown> | null | undefined)?.[name], value)

/** Where a class is chosen: the first collection or global, with how often; rates do not count, they only belong to it. */
export async function userOfClass(req: PayloadRequest, id: string): Promise<{ by: string; count: number } | undefined> {
  const { config, db } = req.payload
  for (const collection of config.collections.filter((each) => (each.slug as string) !== 'tax-rates'))
    for (const path of pathsIn(collection.flattenedFields)) {
      const where = { [path]: { equals: id } }
      const { totalDocs } = await db.count({ collection: collection.slug as CollectionSlug, req, where })
      if (totalDocs > 0) return { by: collection.slug, count: totalDocs }
    }
  for (const global of config.globals)
    for (const path of pathsIn(global.flattenedFields)) {
      const found = await db.findGlobal({ slug: global.slug as GlobalSlug, req })
      if (at(found, path) === id) return { by: global.slug, count: 1 }
    }
  return undefined
}

/** The zones in use in which a class has no rate now. */
export const zonesWithout = (tables: TaxTables, taxClass: TaxClass): string[] =>
  tables.zones.filter((zone) => zone.active && !taxIn(tables, zone, taxClass, now())).map(({ name }) => name)

/** Refuses what leaves a class that is used without a rate in a zone that is used: an order must never find out. */
export async function demandCoverage(req: PayloadRequest): Promise<void> {
  const tables = await readTaxTables(req)
  const missing: { zone: string; class: string }[] = []
  for (const taxClass of tables.classes) {
    const zones = zonesWithout(tables, taxClass)
    if (zones.length > 0 && (taxClass.default || (await userOfClass(req, taxClass.id))))
      missing.push(...zones.map((zone) => ({ zone, class: taxClass.name })))
  }
  if (missing.length > 0) {
    const message = `A rate is missing for ${missing.map((each) => `${each.class} in ${each.zone}`).join(', ')}.`
    fail('TAX_RATE_MISSING', { missing, errors: [{ path: '', code: 'TAX_RATE_MISSING', message }] })
  }
}
