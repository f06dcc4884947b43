import type { CollectionConfig } from 'payload'
import { allow } from '../../../platform/access.ts'
import { idField } from '../../../platform/ids.ts'

/** Why each number on hand is what it is: every change is a row, and the rows sum to it. Append-only. */
export const stockMoves: CollectionConfig = {
  slug: 'stock-moves',
  labels: { singular: 'Stock movement', plural: 'Stock movements' },
  admin: {
    group: 'Shop',
    useAsTitle: 'sku',
    listSearchableFields: ['sku', 'orderNumber'],
    defaultColumns: ['createdAt', 'variant', 'location', 'kind', 'quantity', 'order', 'reason', 'by'],
    description: 'Every change of what is on hand, with its reason. Written by the platform, changed by nobody.',
  },
  access: allow({ create: ['nobody'], read: ['sales', 'delivery', 'treasury'], update: ['nobody'], delete: ['nobody'] }),
  defaultSort: '-createdAt',
  indexes: [{ fields: ['variant', 'location'] }],
  fields: [
    idField(),
    { name: 'sku', type: 'text', label: 'SKU', virtual: 'variant.sku', admin: { hidden: true } },
    { name: 'orderNumber', type: 'text', label: 'Order number', virtual: 'order.number', admin: { hidden: true } },
    { name: 'variant', type: 'relationship', relationTo: 'variants', required: true, index: true },
    { name: 'location', type: 'relationship', relationTo: 'locations', required: true, index: true },
    {
      name: 'kind',
      type: 'select',
      required: true,
      index: true,
      options: [
        { value: 'receipt', label: 'Received' },
        { value: 'sale', label: 'Sold' },
        { value: 'return', label: 'Came back' },
        { value: 'transfer', label: 'Moved' },
        { value: 'count', label: 'Counted' },
        { value: 'damage', label: 'Damaged' },
      ],
    },
    {
      name: 'quantity',
      type: 'number',
      required: true,
      custom: { sum: true },
      admin: { description: 'What came in; negative: what went out.' },
    },
    { name: 'reason', type: 'text' },
    { name: 'order', type: 'relationship', relationTo: 'orders', index: true },
    { name: 'by', type: 'relationship', relationTo: 'users', index: true },
  ],
}
