import type { CollectionConfig } from 'payload'
import { allow, serverOnly } from '../access.ts'
import { idField } from '../ids.ts'
import { jsonField } from '../json.ts'
import { notificationEndpoints } from './endpoints.ts'

/** What people are told in the shop and in the admin: a row per person and thing. */
export const notifications: CollectionConfig = {
  slug: 'notifications',
  labels: { singular: 'Notification', plural: 'Notifications' },
  admin: {
    group: 'People',
    useAsTitle: 'kind',
    hidden: true,
    defaultColumns: ['kind', 'user', 'readAt', 'createdAt'],
    description: 'What people are told; each sees their own.',
  },
  // What somebody was told is theirs alone, for admins too: it is read at endpoints that know nobody but the caller.
  access: allow({ create: ['nobody'], read: ['nobody'], update: ['nobody'], delete: ['nobody'] }),
  defaultSort: '-createdAt',
  indexes: [{ fields: ['user', 'listed', 'createdAt'] }, { fields: ['user', 'listed', 'readAt'] }, { fields: ['digestDue', 'createdAt'] }],
  endpoints: notificationEndpoints,
  fields: [
    idField(),
    { name: 'user', type: 'relationship', relationTo: 'users', index: true, access: serverOnly },
    { name: 'kind', type: 'text', required: true, access: serverOnly },
    { name: 'aboutCollection', type: 'text', required: true, access: serverOnly },
    { name: 'aboutId', type: 'text', required: true, access: serverOnly },
    jsonField('params', { admin: { description: 'What its words need.' } }),
    { name: 'listed', type: 'checkbox', required: true, defaultValue: true, access: serverOnly },
    { name: 'readAt', type: 'date', access: serverOnly },
    { name: 'digestDue', type: 'checkbox', hidden: true, access: { ...serverOnly, read: () => false } },
    // Kind, thing and person: whoever was told once is not told again.
    { name: 'key', type: 'text', required: true, unique: true, hidden: true, access: { ...serverOnly, read: () => false } },
  ],
}
