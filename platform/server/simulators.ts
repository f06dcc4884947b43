import type { Payload } from 'payload'
import { simulatorVariable } from '../../plugins/payments/providers/azampay.ts'
import type { AzampaySimulator } from '../../plugins/payments/providers/azampay-simulator.ts'
import { spoil } from '../cache/recorder.ts'
import type { Environment } from '../environment.ts'
import type { SmtpSimulator } from '../mail/smtp-simulator.ts'
import { mailing } from '../mail/transport.ts'
import type { Answer } from './rest.ts'
import { sandbox } from './sandbox.ts'

/** What stands in for the outside world in sandbox mode. */
export type Simulators = {
  /** Absent when the settings name a real account. */
  azampay?: AzampaySimulator
  mailbox: () => Promise<SmtpSimulator | undefined>
}

/** What a process knows of the simulators: how to show them, wherever they run. */
export type Sandbox = { answer: Answer; stop: () => Promise<void> }

/** The variable in which whoever runs the simulators for several processes tells them where. */
export const sandboxVariable = 'SANDBOX_ADDRESS'

/** Starts the simulated payment providers for which there is no real account; they call back to the address that `url` answers then. */
export async function startProviders({ azampay: keys }: Pick<Environment, 'azampay'>, url: () => string) {
  if (keys) return { azampay: undefined, stop: async () => undefined }
  const { startAzampaySimulator } = await import('../../plugins/payments/providers/azampay-simulator.ts')
  const azampay = await startAzampaySimulator({ callbackUrl: () => `${url()}/api/azam-callback` })
  process.env[simulatorVariable] = azampay.url
  return {
    azampay,
    stop: async () => {
      delete process.env[simulatorVariable]
      await azampay.stop()
    },
  }
}

/** The simulators as this process shows them: its own, or those that run elsewhere for all; none in live mode. */
export async function startSimulators(payload: Payload, environment: Environment, url: () => string): Promise<Sandbox | undefined> {
  if (environment.mode !== 'sandbox') return undefined
  const elsewhere = process.env[sandboxVariable]
  if (elsewhere) return { answer: askedAt(elsewhere), stop: async () => undefined }
  const { azampay, stop } = await startProviders(environment, url)
  return { answer: sandbox({ azampay, mailbox: async () => (await mailing(payload)).mailbox }), stop }
}

const askedAt =
  (address: string): Answer =>
  async (request) => {
    spoil()
    const { pathname, search } = new URL(request.url)
    const body = request.method === 'GET' ? undefined : await request.text()
    const headers = { 'content-type': request.headers.get('content-type') ?? 'application/json' }
    return fetch(`${address}${pathname}${search}`, { method: request.method, headers, body })
  }
