import type { CollectionConfig } from 'payload'
import { allow, serverOnly } from '../access.ts'
import { now } from '../clock.ts'
import { idField } from '../ids.ts'
import { jsonField } from '../json.ts'
import { move, stateful, type Work } from '../states.ts'
import { nudge } from './put.ts'
import { outboxStates } from './states.ts'

const retry: Work = async (req, { id, reason }) => {
  await move(req, outboxStates, {
    collection: 'outbox',
    id,
    verb: 'retry',
    reason,
    data: { attempts: 0, nextAttemptAt: now().toISOString() },
  })
  nudge(req)
}

/** What happened and who is still to hear of it: one row per event and subscriber, written in the transaction of the event. */
export const outbox: CollectionConfig = stateful(
  outboxStates,
  { retry },
  {
    slug: 'outbox',
    labels: { singular: 'Message', plural: 'Outbox' },
    typescript: { interface: 'OutboxMessage' },
    graphQL: { singularName: 'OutboxMessage', pluralName: 'OutboxMessages' },
    admin: {
      group: 'System',
      useAsTitle: 'event',
      defaultColumns: ['event', 'subscriber', 'status', 'attempts', 'nextAttemptAt', 'lastError', 'createdAt'],
      listSearchableFields: ['event', 'subscriber', 'lastError'],
      description:
        'What happened and who is still to hear of it. A message that was given up waits here until somebody has it tried again.',
    },
    access: allow({ read: ['developer'], create: ['nobody'], update: ['nobody'], delete: ['nobody'] }),
    defaultSort: '-createdAt',
    indexes: [{ fields: ['status', 'nextAttemptAt'] }, { fields: ['status', 'deliveredAt'] }],
    fields: [
      idField(),
      { name: 'event', type: 'text', required: true, index: true, access: serverOnly },
      { name: 'subscriber', type: 'text', required: true, index: true, access: serverOnly },
      jsonField('data', { admin: { description: 'What the subscriber is told.' } }),
      { name: 'attempts', type: 'number', required: true, defaultValue: 0, access: serverOnly },
      {
        name: 'nextAttemptAt',
        type: 'date',
        access: serverOnly,
        admin: { description: 'When it is tried next, or until when whoever is at it now has time.' },
      },
      { name: 'lastError', type: 'textarea', access: serverOnly, admin: { description: 'Why the last try failed.' } },
      { name: 'deliveredAt', type: 'date', access: serverOnly },
    ],
  },
)
