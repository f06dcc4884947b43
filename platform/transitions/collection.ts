import type { CollectionConfig } from 'payload'
import { allow } from '../access.ts'
import { idField } from '../ids.ts'
import { hiddenExceptFrom, staffRoles } from '../roles.ts'

const subjectCell = '/platform/admin/components/SubjectCell.tsx#SubjectCell'
const documentCell = '/platform/admin/components/DocumentCell.tsx#DocumentCell'
const stepCell = '/platform/admin/components/StepCell.tsx#StepCell'

/** The history of every document with a state: who moved it when, from where to where, and why. Append-only. */
export const transitions: CollectionConfig = {
  slug: 'transitions',
  labels: { singular: 'Transition', plural: 'Transitions' },
  admin: {
    group: 'System',
    hidden: hiddenExceptFrom('developer'),
    useAsTitle: 'verb',
    defaultColumns: ['createdAt', 'subject', 'document', 'from', 'to', 'byName', 'reason'],
    description: 'Every step of every document with a state. Written by the platform, changed by nobody.',
  },
  access: allow({ read: staffRoles, create: ['nobody'], update: ['nobody'], delete: ['nobody'] }),
  defaultSort: '-createdAt',
  indexes: [{ fields: ['subject', 'document'] }],
  fields: [
    idField(),
    { name: 'subject', type: 'text', required: true, label: 'Collection', admin: { components: { Cell: subjectCell } } },
    { name: 'document', type: 'text', required: true, label: 'Document', admin: { components: { Cell: documentCell } } },
    { name: 'verb', type: 'text', required: true },
    { name: 'from', type: 'text', admin: { components: { Cell: stepCell } } },
    { name: 'to', type: 'text', required: true, admin: { components: { Cell: stepCell } } },
    { name: 'reason', type: 'text' },
    { name: 'by', type: 'relationship', relationTo: 'users', index: true, label: 'Account' },
    { name: 'byName', type: 'text', label: 'By' },
  ],
}
