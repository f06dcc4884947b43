import type { CollectionBeforeChangeHook, CollectionConfig } from 'payload'
import { allow } from '../../access.ts'
import { auditChanges } from '../../audit/hooks.ts'
import { fail } from '../../errors.ts'
import { idField } from '../../ids.ts'
import { keepWhileUsed } from '../../keep-while-used.ts'
import { hiddenExceptFrom } from '../../roles.ts'
import { countryField } from '../countries.ts'
import { demandCoverage } from '../coverage.ts'
import { keepDefault, oneDefault } from '../defaults.ts'
import { readTaxTables } from '../tables.ts'

const collection = 'tax-zones'

const refuse = (path: string, code: string, message: string) => fail('VALIDATION', { errors: [{ path, code, message }] })

/** No country is in two zones, and the default one is in use. */
const keepApart: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  const zone = { ...originalDoc, ...data }
  if (zone.default && !zone.active) return refuse('active', 'REQUIRED', 'The default zone is always used.')
  const { zones } = await readTaxTables(req)
  const taken = zones.find(({ id, countries }) => id !== originalDoc?.id && countries.some((each) => zone.countries?.includes(each)))
  if (taken) return refuse('countries', 'DUPLICATE', `${taken.name} has one of these countries already.`)
  return data
}

const audited = auditChanges(collection, { fields: ['name', 'countries', 'taxName', 'pricesIncludeTax', 'active', 'default'] })

/** Countries in which the same taxes hold. */
export const taxZones: CollectionConfig = {
  slug: 'tax-zones',
  labels: { singular: 'Tax zone', plural: 'Tax zones' },
  admin: {
    group: 'Money',
    hidden: hiddenExceptFrom('treasury'),
    useAsTitle: 'name',
    defaultColumns: ['name', 'countries', 'taxName', 'pricesIncludeTax', 'active', 'default'],
    description:
      'Where which taxes hold. The country that goods go to picks the zone; all countries that are in none belong to the default one.',
  },
  access: allow({ create: ['treasury'], read: ['anyone'], update: ['treasury'], delete: ['treasury'] }),
  defaultSort: 'name',
  hooks: {
    ...audited,
    beforeChange: [...audited.beforeChange, keepApart, oneDefault(collection)],
    afterChange: [
      ...audited.afterChange,
      async ({ doc, req }) => {
        await demandCoverage(req)
        return doc
      },
    ],
    beforeDelete: [keepDefault(collection), keepWhileUsed({ 'tax-rates': 'zone' }), ...audited.beforeDelete],
  },
  fields: [
    idField(),
    { name: 'name', type: 'text', required: true, maxLength: 60, index: true },
    countryField('countries', { hasMany: true, admin: { description: 'Two letters each, for instance TZ.' } }),
    {
      name: 'taxName',
      type: 'text',
      required: true,
      maxLength: 30,
      defaultValue: 'VAT',
      label: 'Name of the tax',
      admin: { description: 'As customers read it.' },
    },
    {
      name: 'pricesIncludeTax',
      type: 'checkbox',
      defaultValue: true,
      label: 'Prices include the tax',
      admin: { description: 'If not, the tax is added to the prices of the shop. Orders that exist stay as they are.' },
    },
    {
      name: 'rates',
      type: 'join',
      collection: 'tax-rates',
      on: 'zone',
      defaultSort: '-validFrom',
      defaultLimit: 50,
      admin: { defaultColumns: ['class', 'rateBp', 'validFrom', 'standing'], description: 'What is taxed how much here, and since when.' },
    },
    {
      name: 'active',
      type: 'checkbox',
      defaultValue: false,
      admin: {
        position: 'sidebar',
        description:
          'Used from now on. It needs a rate for each class that products or delivery have. Until then its countries belong to the default zone.',
      },
    },
    {
      name: 'default',
      type: 'checkbox',
      defaultValue: false,
      admin: { position: 'sidebar', description: 'Holds for all countries that are in no zone, and while an address is not known.' },
    },
  ],
}
