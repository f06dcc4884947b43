import type { CollectionConfig } from 'payload'
import { seoField } from '../../../collections/content/seo.ts'
import { allow } from '../../../platform/access.ts'
import { idField } from '../../../platform/ids.ts'
import { keepWhileUsed } from '../../../platform/keep-while-used.ts'
import { slugField } from '../../../platform/slug.ts'

/** The shelves of the shop; one may stand inside another. */
export const categories: CollectionConfig = {
  slug: 'categories',
  labels: { singular: 'Category', plural: 'Categories' },
  admin: {
    group: 'Shop',
    useAsTitle: 'title',
    defaultColumns: ['title', 'parent', 'order', 'slug'],
    listSearchableFields: ['title', 'slug'],
    description: 'The shelves of the shop, in the order in which visitors see them.',
  },
  access: allow({ create: ['marketing'], read: ['anyone'], update: ['marketing'], delete: ['marketing'] }),
  defaultSort: 'order',
  hooks: { beforeDelete: [keepWhileUsed({ products: 'category', categories: 'parent' })] },
  fields: [
    idField(),
    { name: 'title', type: 'text', required: true, localized: true, maxLength: 120 },
    slugField('title'),
    {
      name: 'parent',
      type: 'relationship',
      relationTo: 'categories',
      index: true,
      filterOptions: ({ id }) => (id ? { id: { not_equals: id } } : true),
      admin: { position: 'sidebar', description: 'The shelf that this one stands in, if any.' },
    },
    { name: 'description', type: 'textarea', localized: true, maxLength: 1000 },
    seoField({ title: 'title', description: 'description', address: '/shop?category={slug}' }),
    {
      name: 'order',
      type: 'number',
      defaultValue: 0,
      index: true,
      admin: { position: 'sidebar', step: 1, description: 'Smaller comes first.' },
    },
  ],
}
