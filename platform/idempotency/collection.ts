import type { CollectionConfig } from 'payload'
import { allow, serverOnly } from '../access.ts'
import { idField } from '../ids.ts'

/** The answers that were given under an `Idempotency-Key`, so that a repeated request gets the same one. */
export const idempotencyKeys: CollectionConfig = {
  slug: 'idempotency-keys',
  labels: { singular: 'Idempotency key', plural: 'Idempotency keys' },
  admin: {
    group: 'System',
    useAsTitle: 'route',
    defaultColumns: ['route', 'status', 'keep', 'createdAt'],
    description: 'Requests that may be repeated without being done twice. Kept for 30 days; for good where money is concerned.',
  },
  access: allow({ read: ['developer'], create: ['nobody'], update: ['nobody'], delete: ['nobody'] }),
  defaultSort: '-createdAt',
  indexes: [{ fields: ['keep', 'createdAt'] }],
  fields: [
    idField(),
    {
      name: 'route',
      type: 'text',
      required: true,
      index: true,
      access: serverOnly,
      admin: { description: 'Method and path of the request.' },
    },
    { name: 'status', type: 'number', access: serverOnly, label: 'HTTP status' },
    { name: 'keep', type: 'checkbox', defaultValue: false, access: serverOnly, label: 'Kept for good' },
    // Hash of caller, route and key; the answer may hold a secret, so it is encrypted.
    { name: 'key', type: 'text', required: true, unique: true, hidden: true, access: { ...serverOnly, read: () => false } },
    { name: 'bodyHash', type: 'text', required: true, hidden: true, access: { ...serverOnly, read: () => false } },
    { name: 'answer', type: 'textarea', hidden: true, access: { ...serverOnly, read: () => false } },
  ],
}
