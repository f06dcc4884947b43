import type { CollectionConfig, Field } from 'payload'
import { allow, own, serverOnly } from '../access.ts'
import { idField } from '../ids.ts'
import { classes, p95 } from './histogram.ts'

const readOnly = { readOnly: true } as const

const counter = (name: string, more: Partial<Field> = {}): Field =>
  ({ name, type: 'number', required: true, defaultValue: 0, access: serverOnly, admin: readOnly, custom: { sum: true }, ...more }) as Field

/** What every API key did, by address and day: sums, not single requests. */
export const apiUsage: CollectionConfig = {
  slug: 'api-usage',
  labels: { singular: 'API use', plural: 'API use' },
  typescript: { interface: 'ApiUse' },
  graphQL: { singularName: 'ApiUse', pluralName: 'ApiUses' },
  admin: {
    group: 'System',
    useAsTitle: 'route',
    defaultColumns: ['day', 'key', 'owner', 'route', 'calls', 'failures', 'p95', 'bytes'],
    listSearchableFields: ['route', 'day'],
    description: 'What API keys did, by address and day. 95 of 100 calls took no longer than the time shown.',
  },
  access: allow({
    create: ['nobody'],
    read: ['developer', 'support', own('owner')],
    update: ['nobody'],
    delete: ['nobody'],
  }),
  defaultSort: '-day',
  indexes: [{ fields: ['key', 'day'] }, { fields: ['owner', 'day'] }],
  fields: [
    idField(),
    { name: 'day', type: 'text', required: true, index: true, access: serverOnly, admin: readOnly },
    { name: 'key', type: 'relationship', relationTo: 'api-keys', required: true, access: serverOnly, admin: readOnly },
    { name: 'owner', type: 'relationship', relationTo: 'users', access: serverOnly, admin: readOnly },
    { name: 'route', type: 'text', required: true, access: serverOnly, admin: readOnly },
    counter('calls'),
    counter('failures'),
    counter('bytes', { label: 'Bytes sent' } as Partial<Field>),
    {
      name: 'p95',
      type: 'number',
      virtual: true,
      label: '95 of 100 within (ms)',
      access: serverOnly,
      admin: readOnly,
      hooks: { afterRead: [({ originalDoc, siblingData }) => p95(siblingData ?? originalDoc ?? {})] },
    },
    ...classes.map((name) => counter(name, { hidden: true } as Partial<Field>)),
    { name: 'slot', type: 'text', required: true, unique: true, hidden: true, access: { ...serverOnly, read: () => false } },
  ],
}
