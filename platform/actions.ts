import type { UIField } from 'payload'

/** Shows a button in the admin for every endpoint of a document that has a `button`, to those who may use it. */
export const actionsField: UIField = {
  name: 'actions',
  type: 'ui',
  admin: { position: 'sidebar', components: { Field: '/platform/admin/components/Actions.tsx#Actions' } },
}
