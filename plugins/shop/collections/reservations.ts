import type { CollectionConfig } from 'payload'
import { allow } from '../../../platform/access.ts'
import { idField } from '../../../platform/ids.ts'
import { stateful } from '../../../platform/states.ts'
import { reservationStates } from '../states.ts'

/** Goods that are put aside for an order until it is paid or its time is up. */
export const reservations: CollectionConfig = stateful(
  reservationStates,
  {},
  {
    slug: 'reservations',
    labels: { singular: 'Reservation', plural: 'Reservations' },
    admin: {
      group: 'Shop',
      useAsTitle: 'sku',
      listSearchableFields: ['sku', 'orderNumber'],
      defaultColumns: ['order', 'variant', 'location', 'quantity', 'status', 'expiresAt'],
      description: 'Goods put aside for orders that wait for payment. Written by the platform.',
    },
    access: allow({ create: ['nobody'], read: ['sales', 'delivery', 'treasury'], update: ['nobody'], delete: ['nobody'] }),
    defaultSort: '-createdAt',
    indexes: [{ fields: ['status', 'expiresAt'] }, { fields: ['order', 'status'] }],
    fields: [
      idField(),
      { name: 'sku', type: 'text', label: 'SKU', virtual: 'variant.sku', admin: { hidden: true } },
      { name: 'orderNumber', type: 'text', label: 'Order number', virtual: 'order.number', admin: { hidden: true } },
      { name: 'order', type: 'relationship', relationTo: 'orders', required: true, index: true },
      { name: 'variant', type: 'relationship', relationTo: 'variants', required: true, index: true },
      { name: 'location', type: 'relationship', relationTo: 'locations', required: true },
      { name: 'quantity', type: 'number', required: true, min: 1, custom: { sum: true } },
      { name: 'expiresAt', type: 'date', required: true, admin: { date: { pickerAppearance: 'dayAndTime' } } },
      {
        name: 'extended',
        type: 'checkbox',
        defaultValue: false,
        admin: { description: 'Whether its time was prolonged, which happens once.' },
      },
    ],
  },
)
