import type { CollectionBeforeChangeHook, CollectionConfig } from 'payload'
import { allow, fixedOnceMade, serverOnly } from '../../../platform/access.ts'
import { actionsField } from '../../../platform/actions.ts'
import { fail } from '../../../platform/errors.ts'
import { idField, idOf } from '../../../platform/ids.ts'
import { countStock } from '../endpoints/count-stock.ts'
import { receiveStock } from '../endpoints/receive-stock.ts'
import { transferStock } from '../endpoints/transfer-stock.ts'
import { writeOffStock } from '../endpoints/write-off-stock.ts'

const keepPlace: CollectionBeforeChangeHook = ({ data, originalDoc, operation }) => {
  const level = { ...originalDoc, ...data }
  // What is no reference at all is for the fields to complain about.
  if (!level.variant || !level.location) return data
  const key = `${idOf(level.variant)}:${idOf(level.location)}`
  if (operation === 'update' && key !== originalDoc.key)
    return fail('FIELD_READ_ONLY', {
      errors: [{ path: 'location', code: 'FIELD_READ_ONLY', message: 'A stock level stays with its variant and location.' }],
    })
  const available = level.available ?? 0
  return { ...data, key, low: level.lowStockAt != null && available <= level.lowStockAt }
}

const counter = (name: string, description: string) =>
  ({
    name,
    type: 'number',
    required: true,
    defaultValue: 0,
    min: 0,
    access: serverOnly,
    custom: { sum: true },
    admin: { readOnly: true, description },
  }) as const

/** How much of each variant there is at each location. The numbers change by counting, receiving and selling, never by writing them. */
export const stockLevels: CollectionConfig = {
  slug: 'stock-levels',
  labels: { singular: 'Stock level', plural: 'Stock levels' },
  admin: {
    group: 'Shop',
    useAsTitle: 'sku',
    listSearchableFields: ['sku'],
    defaultColumns: ['variant', 'location', 'available', 'reserved', 'onHand', 'low'],
    description: 'How much of each variant there is at each location. Count, receive, move or write off goods to change the numbers.',
  },
  access: allow({
    create: ['sales'],
    read: ['sales', 'marketing', 'delivery', 'treasury', 'support'],
    update: ['sales'],
    delete: ['nobody'],
  }),
  defaultSort: '-updatedAt',
  defaultPopulate: { variant: true, location: true, available: true },
  indexes: [{ fields: ['variant', 'available'] }, { fields: ['low', 'available'] }],
  hooks: { beforeChange: [keepPlace] },
  endpoints: [countStock, receiveStock, transferStock, writeOffStock],
  fields: [
    idField(),
    actionsField,
    { name: 'sku', type: 'text', label: 'SKU', virtual: 'variant.sku', admin: { hidden: true } },
    { name: 'variant', type: 'relationship', relationTo: 'variants', required: true, index: true, access: fixedOnceMade },
    { name: 'location', type: 'relationship', relationTo: 'locations', required: true, index: true, access: fixedOnceMade },
    counter('onHand', 'What lies there: the sum of all movements.'),
    counter('reserved', 'Of that, put aside for orders that wait for payment.'),
    { ...counter('available', 'What can still be sold.'), index: true },
    {
      name: 'lowStockAt',
      type: 'number',
      min: 0,
      label: 'Low at',
      admin: { step: 1, description: 'When so much or less is available, you are told – once, until it recovers.' },
    },
    { name: 'low', type: 'checkbox', defaultValue: false, index: true, access: serverOnly, admin: { readOnly: true, position: 'sidebar' } },
    { name: 'key', type: 'text', required: true, unique: true, access: serverOnly, admin: { hidden: true } },
  ],
}
