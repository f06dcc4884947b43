import type { JSONField } from 'payload'
import { serverOnly } from './server-only.ts'

/** What the platform noted, as JSON: written by nobody else, and shown in the admin as it is. The editor that Payload brings is loaded from another host. */
export const jsonField = (name: string, more: Partial<Omit<JSONField, 'name' | 'type'>> = {}): JSONField => ({
  name,
  type: 'json',
  access: serverOnly,
  ...more,
  admin: { readOnly: true, components: { Field: '/platform/admin/components/Json.tsx#Json' }, ...more.admin },
})
