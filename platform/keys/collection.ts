import type { CollectionConfig } from 'payload'
import { allow, own, serverOnly } from '../access.ts'
import { audit } from '../audit/audit.ts'
import { idField } from '../ids.ts'
import { shared } from '../instance.ts'
import { move, stateful, type Work } from '../states.ts'
import { afterCommit } from '../transaction.ts'
import { readUsage } from '../usage/read.ts'
import type { Areas } from './areas.ts'
import { createKey } from './create-key.ts'
import { keyStates } from './states.ts'

const revoke: Work = async (req, { id, reason }) => {
  const moved = await move(req, keyStates, { collection: 'api-keys', id, verb: 'revoke', reason })
  await audit(req, 'api-keys.revoke', { collection: 'api-keys', id, details: { reason } })
  afterCommit(req, () => shared(req.payload).closeSockets?.('key', [id]))
  return moved
}

const readOnly = { readOnly: true } as const

/** The keys by which programs act for people. What is kept of a key is its hash: nobody can read it again. */
export const apiKeys = (areas: Areas): CollectionConfig =>
  stateful(
    keyStates,
    { revoke },
    {
      slug: 'api-keys',
      labels: { singular: 'API key', plural: 'API keys' },
      graphQL: { singularName: 'ApiKey', pluralName: 'ApiKeys' },
      admin: {
        group: 'People',
        useAsTitle: 'name',
        defaultColumns: ['name', 'prefix', 'owner', 'status', 'scopes', 'expiresAt', 'lastUsedAt'],
        listSearchableFields: ['name', 'prefix'],
        description:
          'By which programs act for people. A key may do what its owner may do, within its scopes; what it is, nobody can read again.',
        // Everybody who gets here may have keys of their own.
        hidden: false,
        components: { beforeListTable: ['/platform/admin/components/NewKey.tsx#NewKey'] },
      },
      access: allow({
        create: ['nobody'],
        read: ['developer', 'support', own('owner')],
        update: ['nobody'],
        delete: ['nobody'],
      }),
      defaultSort: '-createdAt',
      indexes: [{ fields: ['owner', 'createdAt'] }],
      endpoints: [createKey(areas), readUsage],
      fields: [
        idField(),
        { name: 'name', type: 'text', required: true, maxLength: 80, access: serverOnly, admin: readOnly },
        { name: 'prefix', type: 'text', required: true, access: serverOnly, label: 'Begins with', admin: readOnly },
        { name: 'owner', type: 'relationship', relationTo: 'users', index: true, access: serverOnly, admin: readOnly },
        {
          name: 'scopes',
          // Not a select: GraphQL cannot name a choice with a colon.
          type: 'text',
          hasMany: true,
          required: true,
          access: serverOnly,
          admin: {
            ...readOnly,
            description: 'What it is let into, if its owner is.',
            components: { Cell: '/platform/admin/components/WordsCell.tsx#WordsCell' },
          },
        },
        {
          name: 'expiresAt',
          type: 'date',
          access: serverOnly,
          label: 'Good until',
          admin: { ...readOnly, date: { pickerAppearance: 'dayAndTime' }, description: 'Empty: until it is revoked.' },
        },
        {
          name: 'lastUsedAt',
          type: 'date',
          access: serverOnly,
          admin: { ...readOnly, date: { pickerAppearance: 'dayAndTime' }, description: 'To a quarter of an hour.' },
        },
        {
          name: 'usage',
          type: 'ui',
          admin: { components: { Field: '/platform/admin/components/KeyUsage.tsx#KeyUsage' } },
        },
        // The day for which its owner was told that it is used more than usual.
        { name: 'noticedOn', type: 'text', hidden: true, access: { ...serverOnly, read: () => false } },
        { name: 'hash', type: 'text', required: true, unique: true, hidden: true, access: { ...serverOnly, read: () => false } },
      ],
    },
  )
