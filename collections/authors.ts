import type { CollectionConfig } from 'payload'
import { allow } from '../platform/access.ts'
import { idField } from '../platform/ids.ts'
import { slugField } from '../platform/slug.ts'

/** Who writes posts, as readers see them; not necessarily somebody who signs in. */
export const authors: CollectionConfig = {
  slug: 'authors',
  labels: { singular: 'Author', plural: 'Authors' },
  admin: {
    group: 'Content',
    useAsTitle: 'name',
    defaultColumns: ['name', 'role', 'slug', 'updatedAt'],
    description: 'Who writes posts, as readers see them.',
  },
  access: allow({ create: ['marketing'], read: ['anyone'], update: ['marketing'], delete: ['marketing'] }),
  defaultSort: 'name',
  custom: { address: '/blog/author/{slug}' },
  fields: [
    idField(),
    { name: 'name', type: 'text', required: true, maxLength: 120 },
    slugField('name'),
    { name: 'role', type: 'text', localized: true, maxLength: 120, label: 'What they do' },
    { name: 'bio', type: 'textarea', localized: true, maxLength: 600, label: 'A few sentences about them' },
    { name: 'picture', type: 'upload', relationTo: 'media' },
  ],
}
