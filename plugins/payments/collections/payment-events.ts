import type { CollectionConfig } from 'payload'
import { allow } from '../../../platform/access.ts'
import { idField } from '../../../platform/ids.ts'
import { jsonField } from '../../../platform/json.ts'
import type { Provider } from '../provider.ts'

/** What became of a provider's message. `received`: stored and not dealt with yet. */
const verdicts = {
  received: 'Waiting to be dealt with',
  settled: 'Settled',
  underpaid: 'Too little money',
  ignored: 'Changes nothing',
  duplicate: 'Known already',
  mismatch: 'Does not fit the payment',
  unknown_reference: 'Unknown reference',
  forged: 'Not from the provider',
  unreadable: 'Not readable',
} as const

/** What became of a provider's message. */
export type Verdict = keyof typeof verdicts

/** Every message of a provider as it came, and what became of it. */
export const paymentEvents = (providers: Provider[]): CollectionConfig => ({
  slug: 'payment-events',
  labels: { singular: 'Provider message', plural: 'Provider messages' },
  admin: {
    group: 'Money',
    useAsTitle: 'key',
    defaultColumns: ['createdAt', 'provider', 'verdict', 'note', 'reference', 'payment'],
    listSearchableFields: ['reference', 'body', 'note'],
    description: 'What providers sent us, word for word. Look for messages that do not fit a payment or are not from the provider.',
  },
  access: allow({ create: ['nobody'], read: ['treasury'], update: ['nobody'], delete: ['nobody'] }),
  defaultSort: '-createdAt',
  indexes: [{ fields: ['verdict', 'updatedAt'] }],
  fields: [
    idField(),
    {
      name: 'provider',
      type: 'select',
      required: true,
      options: providers.map(({ name, label }) => ({ value: name, label })),
      admin: { position: 'sidebar' },
    },
    {
      name: 'verdict',
      type: 'select',
      required: true,
      defaultValue: 'received',
      options: Object.entries(verdicts).map(([value, label]) => ({ value, label })),
      admin: { position: 'sidebar' },
    },
    { name: 'payment', type: 'relationship', relationTo: 'payments', index: true, admin: { position: 'sidebar' } },
    { name: 'note', type: 'text', admin: { description: 'Why, where it needs saying.' } },
    { name: 'reference', type: 'text', index: true, admin: { description: 'The reference that the message names.' } },
    {
      name: 'trusted',
      type: 'checkbox',
      defaultValue: false,
      admin: { position: 'sidebar', description: 'Whether it came signed, or to the address that only the provider knows.' },
    },
    { name: 'body', type: 'textarea', required: true, admin: { description: 'As it came.' } },
    jsonField('headers'),
    jsonField('event', { label: 'As we read it' }),
    {
      name: 'key',
      type: 'text',
      required: true,
      unique: true,
      label: 'Key',
      admin: { description: 'The same message has the same key, however often it comes.' },
    },
  ],
})
