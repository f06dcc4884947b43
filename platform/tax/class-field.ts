import type { RelationshipField } from 'payload'
import { relationship } from 'payload/shared'
import { idOf } from '../ids.ts'
import { zonesWithout } from './coverage.ts'
import { taxTables } from './tables.ts'

/** A field that chooses a class; one without a rate in every zone that is used cannot be chosen. */
export const taxClassField = (name: string, overrides: Partial<Pick<RelationshipField, 'admin' | 'label'>> = {}): RelationshipField =>
  ({
    name,
    type: 'relationship',
    relationTo: 'tax-classes',
    index: true,
    ...overrides,
    validate: async (value: unknown, options: Parameters<typeof relationship>[1]) => {
      const fits = await relationship(value as never, options)
      if (fits !== true || !value) return fits
      const tables = await taxTables(options.req)
      const chosen = tables.classes.find(({ id }) => id === idOf(value as string))
      const zones = chosen ? zonesWithout(tables, chosen) : []
      return zones.length === 0 || `${chosen?.name} has no rate yet in ${zones.join(', ')}. Treasury must add one first.`
    },
  }) as RelationshipField
