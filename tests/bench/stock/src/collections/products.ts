import type { CollectionConfig } from 'payload'

/** The fields, rights and indexes of the platform's own products. */
export const products: CollectionConfig = {
  slug: 'products',
  admin: { useAsTitle: 'title' },
  access: { read: ({ req: { user } }) => (user ? true : { published: { equals: true } }) },
  defaultSort: '-createdAt',
  defaultPopulate: { title: true, slug: true, price: true, currency: true, images: true, inStock: true, kind: true },
  indexes: [{ fields: ['published', 'createdAt'] }, { fields: ['published', 'price'] }, { fields: ['published', 'category', 'createdAt'] }],
  fields: [
    { name: 'title', type: 'text', required: true, localized: true },
    { name: 'slug', type: 'text', required: true, unique: true },
    { name: 'summary', type: 'textarea', localized: true },
    { name: 'description', type: 'richText', localized: true },
    { name: 'images', type: 'upload', relationTo: 'media', hasMany: true },
    { name: 'price', type: 'number', required: true, index: true },
    { name: 'currency', type: 'select', required: true, defaultValue: 'TZS', options: ['TZS', 'USD', 'ZWG', 'KES', 'EUR'] },
    { name: 'variants', type: 'join', collection: 'variants', on: 'product', defaultSort: 'position', defaultLimit: 50 },
    {
      name: 'seo',
      type: 'group',
      fields: [
        { name: 'title', type: 'text', localized: true },
        { name: 'description', type: 'textarea', localized: true },
        { name: 'image', type: 'upload', relationTo: 'media' },
        { name: 'canonical', type: 'text' },
        { name: 'noindex', type: 'checkbox', defaultValue: false },
      ],
    },
    { name: 'published', type: 'checkbox', defaultValue: false, index: true },
    { name: 'inStock', type: 'checkbox', defaultValue: false, index: true },
    { name: 'kind', type: 'select', required: true, defaultValue: 'physical', options: ['physical', 'digital', 'service'] },
    { name: 'source', type: 'select', required: true, defaultValue: 'local', options: ['local', 'imported', 'office'] },
    { name: 'condition', type: 'select', required: true, defaultValue: 'new', options: ['new', 'refurbished', 'used'] },
    { name: 'category', type: 'relationship', relationTo: 'categories', index: true },
    { name: 'brand', type: 'relationship', relationTo: 'brands', index: true },
    { name: 'weightGrams', type: 'number' },
  ],
}
