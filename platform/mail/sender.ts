import type { JsonObject, Payload, PayloadRequest } from 'payload'
import { now } from '../clock.ts'
import { environment } from '../environment.ts'
import type { Subscriber } from '../outbox/subscriber.ts'
import { unseal } from '../secrets.ts'
import { move } from '../states.ts'
import { inTransaction, withRequest } from '../transaction.ts'
import { brandOf } from './letter.ts'
import { mailWritten } from './send-mail.ts'
import { mailStates } from './states.ts'
import { isMailSet, mailing } from './transport.ts'

type Row = { id: string; to: string; subject: string; locale?: string | null; body?: string | null; status: string; sentAt?: string | null }

const note = (req: PayloadRequest, id: string, data: Record<string, unknown>) =>
  req.payload.db.updateOne({
    collection: 'mails',
    req,
    where: { id: { equals: id } },
    options: { atomic: true },
    data: { ...data, updatedAt: now().toISOString() },
  })

const read = async (req: PayloadRequest, id: string) =>
  (await req.payload.db.findOne({ collection: 'mails', req, where: { id: { equals: id } } })) as Row | null

async function send(payload: Payload, { id }: JsonObject): Promise<void> {
  await withRequest(payload, 'mail', async (req) => {
    const mail = await read(req, String(id))
    // Sent before, by a process that ended before it could say so; or too old to be of use.
    if (!mail?.body || mail.sentAt) return
    const { text, html, replyTo } = JSON.parse(unseal(mail.body)) as { text: string; html: string; replyTo?: string }
    const { name } = await brandOf(req)
    const { transport } = await mailing(payload)
    try {
      const { messageId } = await transport.send({
        id: mail.id,
        from: `"${name.replace(/["\\\r\n]/g, '')}" <${environment.mailFrom}>`,
        to: mail.to,
        subject: mail.subject,
        text,
        html,
        locale: mail.locale ?? undefined,
        replyTo,
      })
      await inTransaction(req, () =>
        move(req, mailStates, {
          collection: 'mails',
          id: mail.id,
          verb: 'send',
          data: { sentAt: now().toISOString(), messageId, error: null },
        }),
      )
    } catch (error) {
      await note(req, mail.id, { error: (error as Error).message.slice(0, 2000) })
      throw error
    }
  })
}

/** Hands the mails that were written to the mail server. */
export const mailSender: Subscriber = {
  event: mailWritten,
  name: 'platform.send-mail',
  ready: (payload) => isMailSet(payload, environment),
  send,
  giveUp: async (req, { id }) => {
    const mail = await read(req, String(id))
    if (mail?.status === 'waiting') await move(req, mailStates, { collection: 'mails', id: mail.id, verb: 'fail' })
  },
}
