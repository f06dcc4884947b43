import type { CollectionConfig } from 'payload'
import { allow } from '../../../platform/access.ts'
import { idField } from '../../../platform/ids.ts'
import { createCart } from '../endpoints/create-cart.ts'
import { mergeCart } from '../endpoints/merge-cart.ts'
import { ownCart } from '../endpoints/own-cart.ts'
import { readCart } from '../endpoints/read-cart.ts'
import { updateCart } from '../endpoints/update-cart.ts'

/** What visitors have in mind to buy. Only the endpoints below reach it, with the cart's secret or as its owner. */
export const carts: CollectionConfig = {
  slug: 'carts',
  labels: { singular: 'Cart', plural: 'Carts' },
  admin: { hidden: true },
  access: allow({ create: ['nobody'], read: ['nobody'], update: ['nobody'], delete: ['nobody'] }),
  endpoints: [createCart, ownCart, readCart, updateCart, mergeCart],
  fields: [
    idField(),
    { name: 'customer', type: 'relationship', relationTo: 'users', index: true },
    {
      name: 'items',
      type: 'array',
      fields: [
        { name: 'variant', type: 'relationship', relationTo: 'variants' },
        { name: 'quantity', type: 'number', required: true, min: 1 },
      ],
    },
    { name: 'secretHash', type: 'text', required: true, index: true, hidden: true, access: { read: () => false } },
  ],
}
