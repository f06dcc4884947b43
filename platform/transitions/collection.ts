import type { CollectionConfig } from 'payload'
import { allow } from '../access.ts'
import { idField } from '../ids.ts'
import { staffRoles } from '../roles.ts'

/** The history of every document with a state: who moved it when, from where to where, and why. Append-only. */
export const transitions: CollectionConfig = {
  slug: 'transitions',
  labels: { singular: 'Transition', plural: 'Transitions' },
  admin: {
    group: 'System',
    useAsTitle: 'verb',
    defaultColumns: ['createdAt', 'subject', 'document', 'from', 'to', 'byName', 'reason'],
    description: 'Every step of every document with a state. Written by the platform, changed by nobody.',
  },
  access: allow({ read: staffRoles, create: ['nobody'], update: ['nobody'], delete: ['nobody'] }),
  defaultSort: '-createdAt',
  indexes: [{ fields: ['subject', 'document'] }],
  fields: [
    idField(),
    { name: 'subject', type: 'text', required: true, label: 'Collection' },
    { name: 'document', type: 'text', required: true, label: 'Document' },
    { name: 'verb', type: 'text', required: true },
    { name: 'from', type: 'text' },
    { name: 'to', type: 'text', required: true },
    { name: 'reason', type: 'text' },
    { name: 'by', type: 'relationship', relationTo: 'users', index: true },
    { name: 'byName', type: 'text', label: 'By' },
  ],
}
