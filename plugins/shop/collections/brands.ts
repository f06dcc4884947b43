import type { CollectionConfig } from 'payload'
import { allow } from '../../../platform/access.ts'
import { idField } from '../../../platform/ids.ts'
import { keepWhileUsed } from '../../../platform/keep-while-used.ts'
import { slugField } from '../../../platform/slug.ts'

/** Who makes the products. */
export const brands: CollectionConfig = {
  slug: 'brands',
  labels: { singular: 'Brand', plural: 'Brands' },
  admin: { group: 'Shop', useAsTitle: 'name', defaultColumns: ['name', 'slug', 'updatedAt'], description: 'Who makes the products.' },
  access: allow({ create: ['marketing', 'sales'], read: ['anyone'], update: ['marketing', 'sales'], delete: ['marketing'] }),
  defaultSort: 'name',
  hooks: { beforeDelete: [keepWhileUsed({ products: 'brand' })] },
  fields: [idField(), { name: 'name', type: 'text', required: true, maxLength: 120, index: true }, slugField('name')],
}
