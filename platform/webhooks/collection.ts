import type { CollectionBeforeDeleteHook, CollectionConfig, PayloadRequest, TextFieldValidation, Where } from 'payload'
import { z } from 'zod'
import { allow, demand, serverOnly } from '../access.ts'
import { actionsField } from '../actions.ts'
import { audit } from '../audit/audit.ts'
import { now } from '../clock.ts'
import { endpoint } from '../endpoint.ts'
import { environment } from '../environment.ts'
import { fail } from '../errors.ts'
import { idField, isId } from '../ids.ts'
import { nudge } from '../outbox/put.ts'
import { seal } from '../secrets.ts'
import { begin, move, stateful, type Work } from '../states.ts'
import { inTransaction } from '../transaction.ts'
import { faultOf } from './address.ts'
import { newWebhookSecret } from './signature.ts'
import { webhookStates } from './states.ts'

const collection = 'webhooks'

const isTellable: TextFieldValidation = (value) => faultOf(value, environment.mode) ?? true

const resume: Work = async (req, { id, reason }) => {
  await move(req, webhookStates, { collection, id, verb: 'resume', reason, data: { failures: 0, failingSince: null } })
  await audit(req, 'webhooks.resume', { collection, id, details: { reason } })
  nudge(req)
}

const pause: Work = async (req, { id, reason }) => {
  await move(req, webhookStates, { collection, id, verb: 'pause', reason })
  await audit(req, 'webhooks.pause', { collection, id, details: { reason } })
}

/** The new secret of the webhook that a request makes; shown in the answer and never again. */
const shownOnce = 'webhookSecret'

/** What is still to be told to a webhook that is no more. */
const forgetMessages: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const and: Where[] = [{ subscriber: { equals: `webhook:${id}` } }, { status: { not_equals: 'delivered' } }]
  await req.payload.db.deleteMany({ collection: 'outbox', req, where: { and } })
  await audit(req, 'webhooks.delete', { collection, id: String(id) })
}

const replaceSecret = async (req: PayloadRequest, id: string): Promise<{ secret: string }> => {
  const secret = newWebhookSecret()
  await inTransaction(req, async () => {
    const found = await req.payload.db.updateOne({
      collection,
      req,
      options: { atomic: true },
      where: { id: { equals: id } },
      data: { sealed: seal(secret), updatedAt: now().toISOString() },
    })
    if (!found) return fail('NOT_FOUND')
    await audit(req, 'webhooks.credentials', { collection, id, details: { set: ['signature'] } })
  })
  return { secret }
}

/** `POST /api/webhooks/:id/secret` */
const newSecretEndpoint = endpoint({
  method: 'post',
  path: '/:id/secret',
  summary: 'Replace the secret that signs; the new one is answered once',
  button: 'New secret',
  reveals: 'secret',
  access: ['developer'],
  scope: null,
  returns: z.object({ secret: z.string() }),
  handler: async (req, { params: { id } }) => {
    await demand(req, ['developer'])
    return isId(id) ? replaceSecret(req, id) : fail('NOT_FOUND')
  },
})

/** What the platform writes is of no interest before the webhook is there. */
const kept = { readOnly: true, position: 'sidebar', condition: ({ id }: { id?: string }) => id !== undefined } as const

/** Addresses of others that are told when something happens. */
export const webhooks = (events: readonly string[]): CollectionConfig =>
  stateful(
    webhookStates,
    { pause, resume },
    {
      slug: collection,
      labels: { singular: 'Webhook', plural: 'Webhooks' },
      admin: {
        group: 'System',
        useAsTitle: 'name',
        defaultColumns: ['name', 'url', 'events', 'status', 'failures', 'updatedAt'],
        listSearchableFields: ['name', 'url'],
        description:
          'Addresses of others that are told when something happens. What they are told is signed; “New secret” shows the secret once.',
      },
      access: allow({ create: ['developer'], read: ['developer'], update: ['developer'], delete: ['developer'] }),
      defaultSort: 'name',
      endpoints: [newSecretEndpoint],
      hooks: {
        beforeChange: [
          ({ data, operation, req }) => {
            if (operation !== 'create') return data
            const secret = newWebhookSecret()
            req.context[shownOnce] = secret
            return { ...data, sealed: seal(secret), owner: req.user?.id ?? null }
          },
        ],
        afterChange: [
          async ({ doc, operation, req }) => {
            if (operation !== 'create') return doc
            await begin(req, webhookStates, { collection, id: doc.id })
            await audit(req, 'webhooks.create', { collection, id: doc.id, details: { url: doc.url, events: doc.events } })
            const { [shownOnce]: secret } = req.context
            delete req.context[shownOnce]
            return { ...doc, secret }
          },
        ],
        beforeDelete: [forgetMessages],
      },
      fields: [
        idField(),
        actionsField,
        { name: 'name', type: 'text', required: true, maxLength: 80, admin: { description: 'Whose it is, or what for.' } },
        {
          name: 'url',
          type: 'text',
          required: true,
          label: 'Address',
          validate: isTellable,
          admin: { description: 'An https address, such as https://example.com/events.' },
        },
        {
          name: 'events',
          type: 'select',
          hasMany: true,
          required: true,
          options: events.map((name) => ({ value: name, label: name })),
          admin: { description: 'What it is told of.' },
        },
        {
          name: 'deliveries',
          type: 'ui',
          admin: { components: { Field: '/platform/admin/components/Deliveries.tsx#Deliveries' } },
        },
        {
          name: 'secret',
          type: 'text',
          virtual: true,
          access: serverOnly,
          admin: { hidden: true, description: 'Answered once, when the webhook is made.' },
        },
        {
          name: 'owner',
          type: 'relationship',
          relationTo: 'users',
          index: true,
          access: serverOnly,
          admin: { ...kept },
        },
        {
          name: 'failures',
          type: 'number',
          required: true,
          defaultValue: 0,
          access: serverOnly,
          admin: { readOnly: true, position: 'sidebar', description: 'Tries in a row that failed.' },
        },
        { name: 'failingSince', type: 'date', access: serverOnly, admin: { ...kept, date: { pickerAppearance: 'dayAndTime' } } },
        { name: 'sealed', type: 'text', required: true, hidden: true, access: { ...serverOnly, read: () => false } },
      ],
    },
  )
