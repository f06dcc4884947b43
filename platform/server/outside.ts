import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { simulatorVariable } from '../../plugins/payments/providers/azampay.ts'
import type { Environment } from '../environment.ts'
import { startSmtpSimulator } from '../mail/smtp-simulator.ts'
import { sandbox } from './sandbox.ts'
import { sandboxVariable, startProviders } from './simulators.ts'

/** The simulators that several processes share. */
export type Outside = { /** What the processes are to be told of them. */ variables: Record<string, string>; stop: () => Promise<void> }

const asRequest = async (incoming: IncomingMessage): Promise<Request> => {
  const body = incoming.method === 'GET' ? undefined : Buffer.concat(await Array.fromAsync(incoming as AsyncIterable<Uint8Array>))
  return new Request(new URL(incoming.url ?? '/', 'http://127.0.0.1'), { method: incoming.method, body })
}

/** Runs the simulators once for all processes; what they show is asked for at an address of this machine only. */
export async function startOutside(environment: Environment, url: () => string): Promise<Outside> {
  const { azampay, stop } = await startProviders(environment, url)
  const mailbox = environment.smtpUrl ? undefined : await startSmtpSimulator()
  const answer = sandbox({ azampay, mailbox: async () => mailbox })
  const server = createServer(async (incoming, outgoing) => {
    try {
      const { status, headers, body } = await asRequest(incoming).then(answer)
      outgoing.writeHead(status, Object.fromEntries(headers)).end(body && Buffer.from(await new Response(body).arrayBuffer()))
    } catch {
      outgoing.writeHead(500).end()
    }
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    variables: {
      [sandboxVariable]: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      ...(azampay && { [simulatorVariable]: azampay.url }),
      ...(mailbox && { SMTP_URL: mailbox.url }),
    },
    stop: async () => {
      server.closeAllConnections()
      server.close()
      await Promise.all([stop(), mailbox?.stop()])
    },
  }
}
