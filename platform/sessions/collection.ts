import type { CollectionConfig } from 'payload'
import { allow, serverOnly } from '../access.ts'
import { idField } from '../ids.ts'

/** What is known of sessions besides that they are open: with what they are used, when last, and that they were ended. */
export const signIns: CollectionConfig = {
  slug: 'sign-ins',
  labels: { singular: 'Sign-in', plural: 'Sign-ins' },
  graphQL: false,
  admin: { group: 'People', hidden: true, useAsTitle: 'session' },
  access: allow({ create: ['nobody'], read: ['nobody'], update: ['nobody'], delete: ['nobody'] }),
  // Pages that visitors see do not hang on who was seen when.
  custom: { publicCache: false },
  indexes: [{ fields: ['revokedAt', 'user'] }],
  fields: [
    idField(),
    { name: 'user', type: 'relationship', relationTo: 'users', index: true, access: serverOnly },
    { name: 'session', type: 'text', required: true, unique: true, access: serverOnly },
    { name: 'agent', type: 'text', access: serverOnly },
    { name: 'lastSeenAt', type: 'date', access: serverOnly },
    { name: 'revokedAt', type: 'date', access: serverOnly },
  ],
}
