import type { GlobalConfig } from 'payload'
import { granted } from '../platform/access.ts'
import { auditNames } from '../platform/audit/hooks.ts'
import { addressWith } from '../platform/connections.ts'
import { secretField } from '../platform/secrets.ts'

/** The outside services that the platform uses and what it needs to be let in; plugins add theirs. */
export const connections: GlobalConfig = {
  slug: 'connections',
  label: 'Connections',
  admin: {
    group: 'System',
    description:
      'Outside services and our keys to them. What stands here is used at once and goes before the environment; what is empty is taken from there. Secrets are never shown again.',
  },
  access: { read: ({ req }) => granted(req, []) === true, update: ({ req }) => granted(req, []) === true },
  custom: { publicCache: false },
  hooks: { beforeChange: [auditNames('connections')] },
  fields: [
    {
      name: 'smtp',
      type: 'group',
      label: 'Mail server',
      fields: [
        secretField('url', {
          label: 'Address',
          validate: addressWith('smtp://user:password@mail.example.com:587', ['smtp:', 'smtps:']),
          admin: { description: 'With user and password, such as smtp://user:password@mail.example.com:587.' },
        }),
      ],
    },
  ],
}
