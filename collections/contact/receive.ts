import type { PayloadRequest } from 'payload'
import { z } from 'zod'
import { now } from '../../platform/clock.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { checkTicket, newTicket } from '../../platform/form-ticket.ts'
import { newId } from '../../platform/ids.ts'
import { localeOf } from '../../platform/locales.ts'
import { emit } from '../../platform/outbox/emit.ts'
import { toE164 } from '../../platform/phone.ts'
import { hashSecret } from '../../platform/secrets.ts'
import { begin } from '../../platform/states.ts'
import { inTransaction } from '../../platform/transaction.ts'
import { contactStates } from './states.ts'

/** The event that somebody wrote to the house. */
export const messageReceived = 'contact-messages.received'

const oneLine = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^[^\r\n]*$/)

const sent = z.strictObject({
  name: oneLine(120),
  email: z.email().max(254),
  phone: z.string().trim().max(30).optional(),
  subject: z
    .string()
    .trim()
    .max(150)
    .regex(/^[^\r\n]*$/)
    .optional(),
  message: z.string().trim().min(5).max(5000),
  /** From `GET /api/contact-messages/ticket`. */
  ticket: z.string().min(1).max(200),
  /** Left empty by people, who do not see it. */
  website: z.string().max(500).optional(),
})

const known = async (req: PayloadRequest, ticket: string) =>
  (await req.payload.db.count({ collection: 'contact-messages', req, where: { ticket: { equals: ticket } } })).totalDocs > 0

async function store(req: PayloadRequest, { website, ticket, phone, ...message }: z.output<typeof sent>): Promise<void> {
  const status = website ? 'spam' : contactStates.initial
  const id = newId()
  const at = now().toISOString()
  const locale = localeOf({ locale: req.locale })
  const data = { ...message, id, phone: phone ? (toE164(phone) ?? phone) : undefined, ticket, locale, status, createdAt: at, updatedAt: at }
  await req.payload.db.create({ collection: 'contact-messages', req, returning: false, data })
  await begin(req, contactStates, { collection: 'contact-messages', id, to: status })
  if (!website) await emit(req, messageReceived, { id })
}

/** `GET /api/contact-messages/ticket`: what the form must carry. */
export const ticketEndpoint = endpoint({
  method: 'get',
  path: '/ticket',
  summary: 'Get a ticket for the contact form',
  access: ['anyone'],
  returns: z.object({ ticket: z.string() }),
  handler: async () => ({ ticket: newTicket() }),
})

/** `POST /api/contact-messages/send`: takes a message; what a machine sent is kept apart, and it is not told. */
export const sendEndpoint = endpoint({
  method: 'post',
  path: '/send',
  summary: 'Write to the house',
  access: ['anyone'],
  fails: ['FORM_UNKNOWN', 'FORM_TOO_FAST', 'FORM_EXPIRED', 'RATE_LIMITED'],
  body: sent,
  returns: z.object({ received: z.literal(true) }),
  status: 201,
  handler: (req, { body }) =>
    inTransaction(req, async () => {
      checkTicket(body.ticket)
      const ticket = hashSecret(body.ticket)
      // Sent twice, by an impatient finger or by a machine: once is enough.
      if (!(await known(req, ticket))) await store(req, { ...body, ticket })
      return { received: true as const }
    }),
})
