import type { LiveCheck } from '../live-check.ts'
import { isMailSet } from './transport.ts'

/** Finds that mails cannot be sent yet; they wait meanwhile. */
export const mailServerCheck: LiveCheck = {
  name: 'mail server',
  whileRunning: true,
  run: async (payload, environment) =>
    (await isMailSet(payload, environment))
      ? []
      : [
          {
            severity: 'error',
            what: 'No mail server is set: all mails wait.',
            remedy: 'An admin enters it among the connections, or SMTP_URL is set. What waits is sent then.',
          },
        ],
}
