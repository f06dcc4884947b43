import type { CollectionConfig } from 'payload'
import { allow, serverOnly } from '../access.ts'
import { idField } from '../ids.ts'
import { emit } from '../outbox/emit.ts'
import { move, stateful, type Work } from '../states.ts'
import { mailWritten } from './send-mail.ts'
import { mailStates } from './states.ts'

const retry: Work = async (req, { id, reason }) => {
  await move(req, mailStates, { collection: 'mails', id, verb: 'retry', reason, data: { error: null } })
  await emit(req, mailWritten, { id })
}

/** The mails of the platform: written in the transaction that causes them, sent by the outbox once it has committed. */
export const mails: CollectionConfig = stateful(
  mailStates,
  { retry },
  {
    slug: 'mails',
    labels: { singular: 'Mail', plural: 'Mails' },
    admin: {
      group: 'System',
      useAsTitle: 'subject',
      defaultColumns: ['to', 'subject', 'status', 'sentAt', 'error', 'createdAt'],
      listSearchableFields: ['to', 'subject'],
      description:
        'What was sent to whom, and whether it arrived at the mail server. What a mail says is not shown: it may hold a link that opens an account.',
    },
    access: allow({ read: ['support', 'developer'], create: ['nobody'], update: ['nobody'], delete: ['nobody'] }),
    defaultSort: '-createdAt',
    fields: [
      idField(),
      { name: 'to', type: 'text', required: true, index: true, access: serverOnly },
      { name: 'subject', type: 'text', required: true, access: serverOnly },
      { name: 'locale', type: 'text', access: serverOnly, label: 'Language' },
      { name: 'sentAt', type: 'date', access: serverOnly },
      { name: 'error', type: 'textarea', access: serverOnly, admin: { description: 'What the mail server said when it refused.' } },
      { name: 'messageId', type: 'text', access: serverOnly, label: 'Message-ID' },
      // Text and HTML, encrypted: whoever reads the database must not find a link that sets a password.
      { name: 'body', type: 'textarea', hidden: true, access: { ...serverOnly, read: () => false } },
      { name: 'bodyUntil', type: 'date', index: true, hidden: true, access: { ...serverOnly, read: () => false } },
    ],
  },
)
