import type { PayloadRequest } from 'payload'
import { inSeconds, now } from '../clock.ts'
import { newId } from '../ids.ts'
import { emit } from '../outbox/emit.ts'
import { seal } from '../secrets.ts'
import { inTransaction } from '../transaction.ts'

/** A mail to be sent. */
export type Mail = {
  to: string
  subject: string
  text: string
  html: string
  locale?: string
  /** Whoever gets an answer, when that is not the house. */
  replyTo?: string
}

/** The event that a mail waits to be sent. */
export const mailWritten = 'mails.written'

/** How long the body of a mail is kept, in seconds. */
const bodyKept = 30 * 86_400

/** Writes a mail in the transaction of `req`; it is sent once that has committed, and never when it does not. */
export async function sendMail(req: PayloadRequest, { to, subject, text, html, locale, replyTo }: Mail): Promise<{ id: string }> {
  const id = newId()
  const at = now().toISOString()
  await inTransaction(req, async () => {
    await req.payload.db.create({
      collection: 'mails',
      req,
      returning: false,
      data: {
        id,
        to,
        subject,
        locale,
        status: 'waiting',
        body: seal(JSON.stringify({ text, html, replyTo })),
        bodyUntil: inSeconds(bodyKept).toISOString(),
        createdAt: at,
        updatedAt: at,
      },
    })
    await emit(req, mailWritten, { id })
  })
  return { id }
}
