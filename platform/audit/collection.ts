import type { CollectionConfig } from 'payload'
import { allow } from '../access.ts'
import { idField } from '../ids.ts'
import { jsonField } from '../json.ts'

/** Who did what to money, roles, credentials and settings, and who took which list away. Append-only, for everybody. */
export const auditLog: CollectionConfig = {
  slug: 'audit-log',
  labels: { singular: 'Audit entry', plural: 'Audit log' },
  admin: {
    group: 'System',
    useAsTitle: 'action',
    defaultColumns: ['createdAt', 'action', 'byName', 'subject', 'document'],
    listSearchableFields: ['action', 'byName', 'document'],
    description:
      'Who changed roles, credentials, settings and money, and who took which list away. Written by the platform; nobody can change or delete it.',
  },
  access: allow({ read: ['admin'], create: ['nobody'], update: ['nobody'], delete: ['nobody'] }),
  defaultSort: '-createdAt',
  indexes: [{ fields: ['subject', 'document'] }],
  fields: [
    idField(),
    { name: 'action', type: 'text', required: true, index: true },
    {
      name: 'subject',
      type: 'text',
      label: 'Collection',
      admin: { components: { Cell: '/platform/admin/components/SubjectCell.tsx#SubjectCell' } },
    },
    { name: 'document', type: 'text', admin: { components: { Cell: '/platform/admin/components/DocumentCell.tsx#DocumentCell' } } },
    { name: 'by', type: 'relationship', relationTo: 'users', index: true, label: 'Account' },
    { name: 'byName', type: 'text', label: 'By', admin: { description: 'Stays when the account is deleted.' } },
    jsonField('details'),
    { name: 'requestId', type: 'text', label: 'Request' },
  ],
}
