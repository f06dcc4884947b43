import { createLocalReq, type EmailAdapter, type Payload, type SendEmailOptions } from 'payload'
import { currentCall } from '../call.ts'
import { openTransactions } from '../database/commits.ts'
import { environment } from '../environment.ts'
import { textOf } from './html.ts'
import { sendMail } from './send-mail.ts'

type Addresses = SendEmailOptions['to']

const addressed = (to: Addresses): string => {
  if (!to) return ''
  if (Array.isArray(to)) return to.map(addressed).join(', ')
  return typeof to === 'string' ? to : (to.address ?? '')
}

const plain = (content: unknown): string =>
  typeof content === 'string' ? content : content instanceof Buffer ? content.toString('utf8') : ''

/** The transaction of whoever made Payload send; on the one writer of SQLite a mail outside it would wait for it. */
function callersTransaction(payload: Payload): string | number | undefined {
  const call = currentCall()
  const anonymous = !call && [...openTransactions(payload.db).values()].some((open) => !open.call)
  if (anonymous) throw new Error('A mail cannot find the transaction it belongs to: call Payload inside withRequest().')
  return call?.transaction
}

/**
 * How Payload sends mail: it writes one, in the transaction that its caller holds.
 * Payload hands over no request and calls before its commit, so the transaction is found through the call chain.
 */
export const mailAdapter: EmailAdapter<{ id: string }> = ({ payload }) => ({
  name: 'mails',
  defaultFromAddress: environment.mailFrom,
  defaultFromName: '',
  sendEmail: async (message) => {
    const req = await createLocalReq({}, payload)
    const transactionID = callersTransaction(payload)
    if (transactionID !== undefined) req.transactionID = transactionID
    const html = plain(message.html)
    return sendMail(req, { to: addressed(message.to), subject: message.subject ?? '', html, text: plain(message.text) || textOf(html) })
  },
})
