import type { CollectionConfig, Field, JsonObject, PayloadRequest } from 'payload'
import { z } from 'zod'
import { allow, serverOnly } from '../access.ts'
import { actionsField } from '../actions.ts'
import { audit } from '../audit/audit.ts'
import { endpoint } from '../endpoint.ts'
import { fail as refuse } from '../errors.ts'
import { idField, idOf, isId } from '../ids.ts'
import { putMessages } from '../outbox/put.ts'
import { inTransaction } from '../transaction.ts'
import { fail } from './errors.ts'
import { resent } from './tell.ts'

const collection = 'webhook-deliveries'

type Row = { id: string; webhook?: string | { id: string } | null; body?: string | null }

/** Puts what was sent once more into the outbox; it keeps its id, so that the other side can tell a repetition. */
const resend = (req: PayloadRequest, id: string): Promise<{ message: string }> =>
  inTransaction(req, async () => {
    const { db } = req.payload
    const delivery = await db.findOne<Row>({ collection, req, where: { id: { equals: id } } })
    if (!delivery) return refuse('NOT_FOUND')
    const webhook = delivery.webhook ? idOf(delivery.webhook) : undefined
    if (!webhook || !delivery.body) return fail('DELIVERY_FORGOTTEN')
    const told = await db.findOne<{ id: string; status: string }>({ collection: 'webhooks', req, where: { id: { equals: webhook } } })
    if (!told) return fail('DELIVERY_FORGOTTEN')
    if (told.status !== 'active') return fail('WEBHOOK_PAUSED')
    const data = JSON.parse(delivery.body) as JsonObject
    const [message = ''] = await putMessages(req, [{ event: resent, subscriber: `webhook:${webhook}`, data }])
    await audit(req, 'webhook-deliveries.resend', { collection, id, details: { webhook } })
    return { message }
  })

/** `POST /api/webhook-deliveries/:id/resend` */
const resendEndpoint = endpoint({
  method: 'post',
  path: '/:id/resend',
  summary: 'Send something to a webhook again',
  button: 'Send again',
  access: ['developer'],
  fails: ['WEBHOOK_PAUSED', 'DELIVERY_FORGOTTEN'],
  returns: z.object({ message: z.string() }),
  status: 202,
  handler: (req, { params: { id } }) => (isId(id) ? resend(req, id) : refuse('NOT_FOUND')),
})

const readOnly = { readOnly: true } as const

const fact = (field: Omit<Extract<Field, { type: 'text' | 'number' | 'textarea' }>, 'access'>): Field =>
  ({ access: serverOnly, ...field, admin: { ...readOnly, ...field.admin } }) as Field

/** Every try to tell a webhook something: what was sent and how it went. */
export const webhookDeliveries: CollectionConfig = {
  slug: collection,
  labels: { singular: 'Webhook delivery', plural: 'Webhook deliveries' },
  graphQL: { singularName: 'WebhookDelivery', pluralName: 'WebhookDeliveries' },
  admin: {
    group: 'System',
    useAsTitle: 'event',
    defaultColumns: ['createdAt', 'webhook', 'event', 'status', 'responseCode', 'ms', 'attempt'],
    listSearchableFields: ['event', 'message', 'error'],
    description: 'Every try to tell a webhook something: what was sent and how it went.',
  },
  access: allow({ create: ['nobody'], read: ['developer'], update: ['nobody'], delete: ['nobody'] }),
  defaultSort: '-createdAt',
  indexes: [{ fields: ['webhook', 'createdAt'] }],
  endpoints: [resendEndpoint],
  fields: [
    idField(),
    actionsField,
    { name: 'webhook', type: 'relationship', relationTo: 'webhooks', access: serverOnly, admin: readOnly },
    fact({ name: 'event', type: 'text', required: true }),
    fact({ name: 'message', type: 'text', required: true, index: true, label: 'Id of what was told' }),
    {
      name: 'status',
      type: 'select',
      required: true,
      index: true,
      options: [
        { value: 'delivered', label: 'Delivered' },
        { value: 'failed', label: 'Failed' },
      ],
      access: serverOnly,
      admin: readOnly,
    },
    fact({ name: 'responseCode', type: 'number', label: 'Response' }),
    fact({ name: 'ms', type: 'number', required: true, label: 'Duration (ms)' }),
    fact({ name: 'attempt', type: 'number', required: true }),
    fact({ name: 'error', type: 'textarea' }),
    fact({ name: 'url', type: 'text', label: 'Address' }),
    fact({ name: 'body', type: 'textarea' }),
  ],
}
