import type { CollectionConfig } from 'payload'

export const variants: CollectionConfig = {
  slug: 'variants',
  admin: { useAsTitle: 'sku' },
  access: { read: ({ req: { user } }) => (user ? true : { published: { equals: true } }) },
  defaultSort: 'position',
  defaultPopulate: { title: true, sku: true, product: true, inStock: true },
  indexes: [{ fields: ['product', 'position'] }],
  fields: [
    { name: 'product', type: 'relationship', relationTo: 'products', required: true, index: true },
    { name: 'title', type: 'text', localized: true },
    { name: 'sku', type: 'text', required: true, unique: true },
    { name: 'barcode', type: 'text', unique: true },
    { name: 'price', type: 'number' },
    { name: 'position', type: 'number', defaultValue: 0 },
    { name: 'inStock', type: 'checkbox', defaultValue: false, index: true },
    { name: 'published', type: 'checkbox', defaultValue: false, index: true },
  ],
}
