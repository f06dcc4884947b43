import { createTransport } from 'nodemailer'
import type { Payload } from 'payload'
import { environment } from '../environment.ts'
import { shared } from '../instance.ts'
import { lasting } from '../outbox/subscriber.ts'
import type { SmtpSimulator } from './smtp-simulator.ts'

/** What goes over the wire. */
export type Message = {
  id: string
  from: string
  to: string
  replyTo?: string
  subject: string
  text: string
  html: string
  locale?: string
}

/** The way to the mail server. */
export type Transport = {
  /** Hands a message over; throws a lasting error when the server says that it will never take it. */
  send: (message: Message) => Promise<{ messageId: string }>
  close: () => void
}

/** What is wrong with the envelope or the message stays wrong; anything else (greylisting, a wrong password, no connection) may be mended. */
const isRefusal = ({ code, responseCode }: { code?: string; responseCode?: number }) =>
  ['EENVELOPE', 'EMESSAGE'].includes(code ?? '') && responseCode !== undefined && responseCode >= 500

/** A transport to the mail server at `url`, with a small pool of connections. */
export function smtpTransport(url: string): Transport {
  const mailer = createTransport({
    url,
    pool: true,
    maxConnections: 3,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = new URL(environment.publicUrl).hostname
  return {
    send: async ({ id, locale, ...message }) => {
      const headers = { 'Auto-Submitted': 'auto-generated', ...(locale && { 'Content-Language': locale }) }
      try {
        // The same id for each try, so that a receiver who got it twice can tell.
        const { messageId } = await mailer.sendMail({ ...message, messageId: `<${id}@${domain}>`, headers })
        return { messageId }
      } catch (error) {
        throw isRefusal(error as object) ? lasting(error as Error) : error
      }
    },
    close: () => mailer.close(),
  }
}

/** Throws why the mail server at `url` cannot be used; sends nothing. */
export async function mailServerAnswers(url: string): Promise<void> {
  const mailer = createTransport({ url, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 10_000 })
  try {
    await mailer.verify()
  } finally {
    mailer.close()
  }
}

/** The mail of one process: the way out, and the simulated mailbox if that is where it leads. */
export type Mailing = { transport: Transport; mailbox?: SmtpSimulator }

async function open(): Promise<Mailing> {
  if (environment.smtpUrl) return { transport: smtpTransport(environment.smtpUrl) }
  if (environment.mode === 'live') throw new Error('SMTP_URL is not set, and the simulated mailbox is for sandbox mode.')
  const { startSmtpSimulator } = await import('./smtp-simulator.ts')
  const mailbox = await startSmtpSimulator()
  return { transport: smtpTransport(mailbox.url), mailbox }
}

/** The mail of this process, opened on first use; in sandbox mode without a mail server it leads to a simulated mailbox. */
export function mailing(payload: Payload): Promise<Mailing> {
  const instance = shared(payload)
  instance.mailing ??= open().catch((error: unknown) => {
    delete instance.mailing
    throw error
  })
  return instance.mailing
}

/** Closes the mail of this process, if it was ever used. */
export async function closeMailing(payload: Payload): Promise<void> {
  const instance = shared(payload)
  const opened = await instance.mailing?.catch(() => undefined)
  delete instance.mailing
  opened?.transport.close()
  await opened?.mailbox?.stop()
}
