import type { AddressInfo } from 'node:net'
import PostalMime from 'postal-mime'
import { SMTPServer } from 'smtp-server'
import { now } from '../clock.ts'

/** A mail that arrived in the simulated mailbox. */
export type SimulatedMail = {
  from: string
  to: string
  subject: string
  text: string
  html: string
  /** The addresses that the mail links to. */
  links: string[]
  messageId: string
  headers: Record<string, string>
  at: string
}

/** Makes the simulator refuse what comes next with an SMTP code, so that failures can be tried out. */
export type Refusal = { code: number; at?: 'recipient' | 'message'; times?: number }

/** A mail server on the loopback interface that delivers nothing and keeps the last mails in memory. */
export type SmtpSimulator = {
  url: string
  /** The mails that arrived, newest first; those to one address when it is given. */
  list: (to?: string) => SimulatedMail[]
  refuse: (refusal: Refusal) => void
  stop: () => Promise<void>
}

const kept = 500

const linksOf = (html: string, text: string): string[] => {
  const found = html
    ? [...html.matchAll(/href="([^"]+)"/g)].map(([, address = '']) => address.replaceAll('&amp;', '&'))
    : (text.match(/https?:\/\/[^\s<>"]+/g) ?? [])
  return [...new Set(found)]
}

/** Starts the simulator, on a free port unless one is given. */
export async function startSmtpSimulator({ port = 0 }: { port?: number } = {}): Promise<SmtpSimulator> {
  const mails: SimulatedMail[] = []
  let refusals: Required<Refusal>[] = []

  const refused = (at: Refusal['at']): Error | undefined => {
    const refusal = refusals.find((each) => each.at === at)
    if (!refusal) return undefined
    refusal.times -= 1
    refusals = refusals.filter(({ times }) => times > 0)
    return Object.assign(new Error('The simulator was told to refuse this.'), { responseCode: refusal.code })
  }

  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    size: 10 * 1024 * 1024,
    // Clients keep their connections for the next mail; stopping does not wait for them.
    closeTimeout: 100,
    onRcptTo: (_address, _session, callback) => callback(refused('recipient')),
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', async () => {
        const refusal = refused('message')
        if (refusal) return callback(refusal)
        try {
          const { subject = '', text = '', html = '', messageId = '', from, headers } = await PostalMime.parse(Buffer.concat(chunks))
          mails.unshift({
            from: from?.address ?? '',
            to: session.envelope.rcptTo.map(({ address }) => address).join(', '),
            subject,
            text,
            html,
            links: linksOf(html, text),
            messageId,
            headers: Object.fromEntries(headers.map(({ key, value }) => [key, value])),
            at: now().toISOString(),
          })
          mails.length = Math.min(mails.length, kept)
          callback()
        } catch (error) {
          callback(error as Error)
        }
      })
    },
  })
  // A client that goes away in the middle must not end the process.
  server.on('error', () => undefined)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve())
  })
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    list: (to) => mails.filter((mail) => !to || mail.to.toLowerCase().split(', ').includes(to.trim().toLowerCase())),
    refuse: ({ code, at = 'recipient', times = 1 }) => void refusals.push({ code, at, times }),
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
