import { definePlugin } from 'payload'
import { taxClasses } from './collections/tax-classes.ts'
import { taxRates } from './collections/tax-rates.ts'
import { taxZones } from './collections/tax-zones.ts'
import { currentTax } from './endpoint.ts'
import { taxErrors } from './errors.ts'
import { taxSeed } from './seed.ts'
import { taxCollections } from './tables.ts'

/** Taxes as data: zones, classes, and rates that hold from a day on. Whatever is sold asks here. */
export const taxPlugin = definePlugin({
  slug: 'tax',
  plugin: ({ config }) => {
    const { custom = {} } = config
    return {
      ...config,
      collections: [...(config.collections ?? []), taxRates, taxClasses, taxZones],
      endpoints: [...(config.endpoints ?? []), currentTax],
      custom: {
        ...custom,
        areas: { ...custom.areas, tax: { label: 'Taxes', collections: [...taxCollections] } },
        errors: { ...custom.errors, tax: taxErrors },
        seeds: [...(custom.seeds ?? []), taxSeed],
      },
    }
  },
})
