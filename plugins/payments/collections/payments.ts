import type { CollectionConfig, CollectionSlug, Field, FieldAccess } from 'payload'
import { allow, bySecret, own, type Scope, visibleTo } from '../../../platform/access.ts'
import { idField } from '../../../platform/ids.ts'
import { currencyField, moneyField } from '../../../platform/money.ts'
import { stateful } from '../../../platform/states.ts'
import { listedOfThisMode, testField } from '../../../platform/test-data.ts'
import { webhook, webhookBySecret } from '../endpoints/webhook.ts'
import type { Payable } from '../payable.ts'
import type { Provider } from '../provider.ts'
import { guestSecret, paymentStates } from '../states.ts'
import { paymentWorks } from '../works.ts'

const cashForSales: Scope = ({ user }) => (user?.roles?.includes('sales') ? { provider: { equals: 'cash' } } : false)

const staffOnly = visibleTo('treasury', 'sales', 'support')

const nobody: FieldAccess = () => false

const inSidebar = { readOnly: true, position: 'sidebar' } as const

const dateAndTime = { pickerAppearance: 'dayAndTime' } as const

/** What the platform keeps for itself: never read through the API. */
const kept = (name: string, more: { unique?: true; index?: true } = {}): Field => ({
  name,
  type: 'text',
  hidden: true,
  access: { read: nobody },
  ...more,
})

/** Every attempt to be paid for something: one row per attempt, made by the platform, moved on by providers, cashiers and treasury. */
export const paymentsCollection = (payables: Payable[], providers: Provider[]): CollectionConfig =>
  stateful(paymentStates, paymentWorks, {
    slug: 'payments',
    labels: { singular: 'Payment', plural: 'Payments' },
    admin: {
      group: 'Money',
      useAsTitle: 'reference',
      defaultColumns: ['reference', 'title', 'status', 'provider', 'amount', 'phone', 'createdAt'],
      listSearchableFields: ['reference', 'title', 'phone', 'providerReference'],
      baseFilter: listedOfThisMode,
      description: 'One row per attempt to pay for something. Nobody writes here by hand: buttons on a payment do what your role may do.',
    },
    access: allow({
      create: ['nobody'],
      read: ['treasury', 'support', cashForSales, own('payer'), bySecret(guestSecret)],
      update: ['nobody'],
      delete: ['nobody'],
    }),
    defaultSort: '-createdAt',
    custom: { testData: true },
    indexes: [{ fields: ['status', 'expiresAt'] }, { fields: ['phone', 'promptNumber'] }, { fields: ['payer', 'createdAt'] }],
    endpoints: [webhook, webhookBySecret],
    fields: [
      idField(),
      {
        name: 'reference',
        type: 'text',
        required: true,
        unique: true,
        admin: { readOnly: true, description: 'Random; what the provider and the payer know this payment by.' },
      },
      { name: 'title', type: 'text', required: true, admin: { readOnly: true }, label: 'For' },
      subjectField(payables),
      {
        type: 'row',
        fields: [
          moneyField('amount', { required: true, readOnly: true, admin: { description: 'What is asked.' } }),
          moneyField('receivedAmount', { readOnly: true, label: 'Received' }),
          moneyField('excess', {
            readOnly: true,
            index: true,
            admin: { description: 'What came in beyond what was asked, to be returned.' },
          }),
        ],
      },
      testField,
      currencyField({ admin: inSidebar }),
      {
        name: 'provider',
        type: 'select',
        required: true,
        index: true,
        options: providers.map(({ name, label }) => ({ value: name, label })),
        admin: inSidebar,
      },
      { name: 'providerReference', type: 'text', index: true, label: 'Reference at the provider', admin: inSidebar },
      { name: 'phone', type: 'text', admin: inSidebar },
      { name: 'operator', type: 'text', label: 'Mobile network', admin: inSidebar },
      { name: 'payer', type: 'relationship', relationTo: 'users', admin: { ...inSidebar, description: 'Empty for guests.' } },
      { name: 'openedBy', type: 'relationship', relationTo: 'users', index: true, access: staffOnly, label: 'Begun by', admin: inSidebar },
      { name: 'expiresAt', type: 'date', required: true, label: 'Open until', admin: { ...inSidebar, date: dateAndTime } },
      { name: 'paidAt', type: 'date', index: true, admin: { ...inSidebar, date: dateAndTime } },
      {
        name: 'redirect',
        type: 'text',
        label: 'Where the payer pays',
        admin: { readOnly: true, condition: ({ redirect }) => Boolean(redirect) },
      },
      {
        name: 'failure',
        type: 'group',
        label: 'Why it failed',
        admin: { condition: ({ failure }) => Boolean(failure?.code) },
        fields: [
          { name: 'code', type: 'text', admin: { readOnly: true } },
          { name: 'message', type: 'text', admin: { readOnly: true } },
        ],
      },
      {
        name: 'events',
        type: 'join',
        collection: 'payment-events',
        on: 'payment',
        access: visibleTo('treasury'),
        label: 'What the provider said',
        admin: { defaultColumns: ['createdAt', 'verdict', 'note'], allowCreate: false },
      },
      kept('openKey', { unique: true }),
      kept('promptKey', { unique: true }),
      { name: 'promptNumber', type: 'number', hidden: true, access: { read: nobody } },
      kept('addressHash', { index: true }),
      kept('secretHash', { index: true }),
    ],
  })

/** Without payables there is nothing to point at, and Payload wants at least one collection: people then stand in, and nothing is ever paid. */
const subjectField = (payables: Payable[]): Field => {
  const collections: CollectionSlug[] = payables.map(({ collection }) => collection)
  return {
    name: 'subject',
    type: 'relationship',
    relationTo: collections.length > 0 ? collections : ['users'],
    required: true,
    label: 'Paid for',
    admin: { readOnly: true },
  }
}
