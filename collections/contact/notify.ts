import { environment } from '../../platform/environment.ts'
import { letter } from '../../platform/mail/letter.ts'
import { sendMail } from '../../platform/mail/send-mail.ts'
import type { Subscriber } from '../../platform/outbox/subscriber.ts'
import { settingsOf } from '../../platform/settings.ts'
import { messageReceived } from './receive.ts'

/** Sends what visitors write on to the address of the house. */
export const contactSubscribers: Subscriber[] = [
  {
    event: messageReceived,
    name: 'contact-messages.mail-house',
    async handle(req, { id }) {
      const { contacts } = await settingsOf(req)
      if (!contacts?.email) return
      const { name, email, phone, subject, message } = await req.payload.findByID({
        collection: 'contact-messages',
        id: String(id),
        req,
        depth: 0,
      })
      const content = await letter(req, {
        heading: subject || `A message from ${name}`,
        paragraphs: message.split(/\n{2,}/),
        rows: [['Name', name], ['E-mail', email], ...(phone ? [['Phone', phone] as const] : [])],
        action: { label: 'Open the message', url: `${environment.publicUrl}/admin/collections/contact-messages/${id}` },
        footnote: `Answer to ${email}, then mark the message as answered.`,
      })
      await sendMail(req, { to: contacts.email, replyTo: email, subject: `${subject || 'Message'} – ${name}`, ...content })
    },
  },
]
