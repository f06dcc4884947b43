import type { CollectionConfig } from 'payload'
import { allow, serverOnly } from '../platform/access.ts'
import { idField } from '../platform/ids.ts'
import { stateful } from '../platform/states.ts'
import { sendEndpoint, ticketEndpoint } from './contact/receive.ts'
import { contactStates } from './contact/states.ts'

/** What visitors write in the contact form. */
export const contactMessages: CollectionConfig = stateful(
  contactStates,
  {},
  {
    slug: 'contact-messages',
    labels: { singular: 'Message', plural: 'Messages' },
    admin: {
      group: 'Content',
      useAsTitle: 'name',
      defaultColumns: ['name', 'subject', 'email', 'status', 'createdAt'],
      listSearchableFields: ['name', 'email', 'subject', 'message'],
      description: 'What visitors write in the contact form. Answer by mail or phone, then mark the message as answered.',
    },
    access: allow({ read: ['support', 'sales', 'marketing'], create: ['nobody'], update: ['nobody'], delete: ['support'] }),
    defaultSort: '-createdAt',
    indexes: [{ fields: ['status', 'createdAt'] }],
    endpoints: [ticketEndpoint, sendEndpoint],
    custom: { publicCache: false },
    fields: [
      idField(),
      { name: 'name', type: 'text', required: true, access: serverOnly },
      { name: 'email', type: 'email', required: true, index: true, access: serverOnly },
      { name: 'phone', type: 'text', access: serverOnly },
      { name: 'subject', type: 'text', access: serverOnly },
      { name: 'message', type: 'textarea', required: true, access: serverOnly, admin: { rows: 10 } },
      { name: 'locale', type: 'text', access: serverOnly, label: 'Language', admin: { position: 'sidebar' } },
      // Hash of the form's ticket, so that it counts once.
      { name: 'ticket', type: 'text', unique: true, hidden: true, access: { ...serverOnly, read: () => false } },
    ],
  },
)
