import type { CollectionConfig } from 'payload'
import { allow } from '../platform/access.ts'
import { idField } from '../platform/ids.ts'
import { slugField } from '../platform/slug.ts'
import { seoField } from './content/seo.ts'

const address = '/blog/category/{slug}'

/** What posts are about. */
export const postCategories: CollectionConfig = {
  slug: 'post-categories',
  labels: { singular: 'Post category', plural: 'Post categories' },
  admin: {
    group: 'Content',
    useAsTitle: 'title',
    defaultColumns: ['title', 'slug', 'updatedAt'],
    description: 'What posts are about; each has a page of its own in the blog.',
  },
  access: allow({ create: ['marketing'], read: ['anyone'], update: ['marketing'], delete: ['marketing'] }),
  defaultSort: 'slug',
  custom: { address },
  fields: [
    idField(),
    { name: 'title', type: 'text', required: true, localized: true, maxLength: 80 },
    slugField('title'),
    { name: 'description', type: 'textarea', localized: true, maxLength: 300 },
    seoField({ title: 'title', description: 'description', address }),
  ],
}
