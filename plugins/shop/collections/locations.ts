import type { CollectionBeforeChangeHook, CollectionConfig } from 'payload'
import { allow, matching } from '../../../platform/access.ts'
import { now } from '../../../platform/clock.ts'
import { idField } from '../../../platform/ids.ts'
import { keepWhileUsed } from '../../../platform/keep-while-used.ts'
import { staffRoles } from '../../../platform/roles.ts'
import { countryField } from '../../../platform/tax/countries.ts'

const onlyOneDefault: CollectionBeforeChangeHook = async ({ data, originalDoc, req }) => {
  if (data.default && !originalDoc?.default)
    await req.payload.db.updateMany({
      collection: 'locations',
      req,
      where: { default: { equals: true } },
      data: { default: false, updatedAt: now().toISOString() },
    })
  return data
}

/** Where goods are kept, and where customers may pick them up. */
export const locations: CollectionConfig = {
  slug: 'locations',
  labels: { singular: 'Location', plural: 'Locations' },
  admin: {
    group: 'Shop',
    useAsTitle: 'name',
    defaultColumns: ['name', 'code', 'pickup', 'default', 'address'],
    description: 'Where goods are kept, and where customers may pick them up.',
  },
  access: allow({
    create: ['sales'],
    read: [...staffRoles, matching({ pickup: { equals: true } })],
    update: ['sales'],
    delete: ['sales'],
  }),
  defaultSort: 'name',
  hooks: {
    beforeChange: [onlyOneDefault],
    beforeDelete: [keepWhileUsed({ 'stock-levels': 'location', 'stock-moves': 'location', reservations: 'location', orders: 'pickup' })],
  },
  fields: [
    idField(),
    { name: 'name', type: 'text', required: true, maxLength: 120, index: true },
    {
      name: 'code',
      type: 'text',
      required: true,
      unique: true,
      maxLength: 20,
      hooks: { beforeValidate: [({ value }) => (typeof value === 'string' ? value.trim().toUpperCase() : value)] },
      admin: { description: 'Short name for labels, such as DAR.' },
    },
    { name: 'address', type: 'textarea', maxLength: 500 },
    countryField('country', {
      admin: { description: 'Two letters, such as TZ. Its taxes hold for what is picked up here; empty: those of the default zone.' },
    }),
    {
      name: 'pickup',
      type: 'checkbox',
      defaultValue: false,
      index: true,
      admin: { position: 'sidebar', description: 'Customers may fetch their orders here.' },
    },
    {
      name: 'default',
      type: 'checkbox',
      defaultValue: false,
      admin: { position: 'sidebar', description: 'Orders are served from here first, and new variants get a stock level here.' },
    },
  ],
}
