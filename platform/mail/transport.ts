import { createTransport } from 'nodemailer'
import type { Payload } from 'payload'
import { connectionOf } from '../connections.ts'
import { type Environment, environment } from '../environment.ts'
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
  /** Ends it, after what is under way. */
  close: () => Promise<void>
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
  const underWay = new Set<Promise<unknown>>()
  return {
    send: async ({ id, locale, ...message }) => {
      const headers = { 'Auto-Submitted': 'auto-generated', ...(locale && { 'Content-Language': locale }) }
      try {
        // The same id for each try, so that a receiver who got it twice can tell.
        const sending = mailer.sendMail({ ...message, messageId: `<${id}@${domain}>`, headers })
        underWay.add(sending)
        const { messageId } = await sending.finally(() => underWay.delete(sending))
        return { messageId }
      } catch (error) {
        throw isRefusal(error as object) ? lasting(error as Error) : error
      }
    },
    close: async () => {
      await Promise.allSettled(underWay)
      mailer.close()
    },
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

/** The address of the mail server: what was entered in the admin, else what the environment says. */
export const mailAddress = async (payload: Payload, { smtpUrl }: Pick<Environment, 'smtpUrl'>): Promise<string | undefined> =>
  (await connectionOf(payload, 'smtp')).url ?? smtpUrl

/** Whether mails can be sent: in sandbox mode always, by a simulated mailbox if by nothing else. */
export const isMailSet = async (payload: Payload, settings: Pick<Environment, 'mode' | 'smtpUrl'>): Promise<boolean> =>
  settings.mode !== 'live' || Boolean(await mailAddress(payload, settings))

async function open(address?: string): Promise<Mailing> {
  if (address) return { transport: smtpTransport(address) }
  if (environment.mode === 'live') throw new Error('No mail server is set, and the simulated mailbox is for sandbox mode.')
  const { startSmtpSimulator } = await import('./smtp-simulator.ts')
  const mailbox = await startSmtpSimulator()
  return { transport: smtpTransport(mailbox.url), mailbox }
}

async function close(opening: Promise<Mailing> | undefined): Promise<void> {
  const opened = await opening?.catch(() => undefined)
  const closed = opened?.transport.close()
  // A mail server that does not answer must not hold up whoever stops the platform.
  if (!opened?.mailbox) return
  await closed
  await opened.mailbox.stop()
}

/**
 * The mail of this process, opened on first use and anew when the address of the mail server has changed; in sandbox mode without a mail server
 * it leads to a simulated mailbox.
 */
export async function mailing(payload: Payload): Promise<Mailing> {
  const instance = shared(payload)
  const address = await mailAddress(payload, environment)
  const before = instance.mailing
  if (before && before.address === address) return before.opened
  const mine = { address, opened: open(address) }
  instance.mailing = mine
  mine.opened.catch(() => {
    if (instance.mailing === mine) delete instance.mailing
  })
  void close(before?.opened)
  return mine.opened
}

/** Closes the mail of this process, if it was ever used. */
export async function closeMailing(payload: Payload): Promise<void> {
  const instance = shared(payload)
  const { mailing: last } = instance
  delete instance.mailing
  await close(last?.opened)
}
