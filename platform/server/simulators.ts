import type { Payload } from 'payload'
import { simulatorVariable } from '../../plugins/payments/providers/azampay.ts'
import type { AzampaySimulator } from '../../plugins/payments/providers/azampay-simulator.ts'
import type { Environment } from '../environment.ts'
import type { SmtpSimulator } from '../mail/smtp-simulator.ts'
import { mailing } from '../mail/transport.ts'

/** What stands in for the outside world in sandbox mode. */
export type Simulators = {
  /** Absent when the settings name a real account. */
  azampay?: AzampaySimulator
  mailbox: () => Promise<SmtpSimulator | undefined>
  stop: () => Promise<void>
}

/** Starts the simulators of this process; they call back to `url`. */
export async function startSimulators(payload: Payload, { azampay: keys }: Environment, url: string): Promise<Simulators> {
  const mailbox = async () => (await mailing(payload)).mailbox
  if (keys) return { mailbox, stop: async () => undefined }
  const { startAzampaySimulator } = await import('../../plugins/payments/providers/azampay-simulator.ts')
  const azampay = await startAzampaySimulator({ callbackUrl: `${url}/api/azam-callback` })
  process.env[simulatorVariable] = azampay.url
  return {
    azampay,
    mailbox,
    stop: async () => {
      delete process.env[simulatorVariable]
      await azampay.stop()
    },
  }
}
