import type { UIField } from 'payload'

/** Shows in the admin how a thing was paid, to those who may read payments; for collections of payables. */
export const paymentsOfField: UIField = {
  name: 'payments',
  type: 'ui',
  admin: {
    disableListColumn: true,
    components: {
      Field: {
        path: '/platform/admin/components/Related.tsx#Related',
        serverProps: {
          collection: 'payments',
          by: 'subject',
          title: 'Payments',
          columns: [
            { name: 'reference', label: 'Reference', as: 'link' },
            { name: 'status', label: 'State', as: 'state' },
            { name: 'provider', label: 'By', as: 'choice' },
            { name: 'receivedAmount', label: 'Received', as: 'money' },
            { name: 'createdAt', label: 'When', as: 'moment' },
          ],
        },
      },
    },
  },
}
