import type { JsonObject, PayloadRequest } from 'payload'
import { letter } from '../../platform/mail/letter.ts'
import { sendMail } from '../../platform/mail/send-mail.ts'
import { type Currency, toDecimal } from '../../platform/money.ts'
import type { Subscriber } from '../../platform/outbox/subscriber.ts'
import { settingsOf } from '../../platform/settings.ts'
import { paymentById } from './payment.ts'

/** Who is written to: the house, at the address in the settings. */
async function toTheHouse(req: PayloadRequest, subject: string, paragraphs: string[], payment?: string): Promise<void> {
  const { contacts } = await settingsOf(req)
  if (!contacts?.email) return
  const found = payment ? await paymentById(req, payment) : undefined
  const decimal = (amount: number) => (found ? `${found.currency} ${toDecimal({ amount, currency: found.currency as Currency })}` : '')
  const rows: [string, string][] = found
    ? [
        ['For', found.title],
        ['Reference', found.reference],
        ['Asked', decimal(found.amount)],
        ['Received', decimal(found.receivedAmount ?? 0)],
      ]
    : []
  await sendMail(req, { to: contacts.email, subject, ...(await letter(req, { heading: subject, paragraphs, rows })) })
}

const text = (value: unknown) => (typeof value === 'string' ? value : '')

/** Staff hear by mail of money that waits for them; forgeries are only listed, for anybody can send those. */
export const paymentSubscribers: Subscriber[] = [
  {
    event: 'payments.underpaid',
    name: 'payments.mail-underpaid',
    handle: (req, { id }: JsonObject) =>
      toTheHouse(req, 'Too little money came in', ['Accept it as paid or give it back: both are buttons on the payment.'], text(id)),
  },
  {
    event: 'payments.refund_requested',
    name: 'payments.mail-refund',
    handle: (req, { id, reason }: JsonObject) =>
      toTheHouse(req, 'Money is to be given back', [text(reason), 'Send it back, then say so on the payment.'], text(id)),
  },
  {
    event: 'payments.alert',
    name: 'payments.mail-alert',
    handle: async (req, { verdict, note, payment }: JsonObject) => {
      if (verdict === 'mismatch')
        await toTheHouse(req, 'A payment message does not fit', [text(note), 'Look at the messages of this payment.'], text(payment))
    },
  },
]
