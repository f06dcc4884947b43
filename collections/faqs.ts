import type { CollectionConfig } from 'payload'
import { allow } from '../platform/access.ts'
import { idField } from '../platform/ids.ts'
import { audiences } from './audiences.ts'

/** Questions that people ask again and again, with their answers. */
export const faqs: CollectionConfig = {
  slug: 'faqs',
  labels: { singular: 'Question', plural: 'Questions' },
  admin: {
    group: 'Content',
    useAsTitle: 'question',
    defaultColumns: ['question', 'audience', 'order', 'updatedAt'],
    listSearchableFields: ['question'],
    description: 'Questions that people ask again and again. Pages show them by whom they are for.',
  },
  access: allow({ create: ['marketing', 'support'], read: ['anyone'], update: ['marketing', 'support'], delete: ['marketing', 'support'] }),
  defaultSort: 'order',
  indexes: [{ fields: ['audience', 'order'] }],
  fields: [
    idField(),
    { name: 'question', type: 'text', required: true, localized: true, maxLength: 200 },
    { name: 'answer', type: 'richText', required: true, localized: true },
    {
      name: 'audience',
      type: 'select',
      required: true,
      defaultValue: 'general',
      index: true,
      label: 'For',
      options: [...audiences],
      admin: { position: 'sidebar' },
    },
    {
      name: 'order',
      type: 'number',
      defaultValue: 0,
      index: true,
      admin: { position: 'sidebar', step: 1, description: 'Smaller comes first.' },
    },
  ],
}
