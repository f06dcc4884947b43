import type { LiveCheck } from '../../platform/live-check.ts'
import { callbackAddress } from './callback-address.ts'
import { enteredForAzampay, isSandbox, ownAccount } from './providers/azampay.ts'

// Shown to whoever may run commands on the machine, and to nobody else: who knows it could send forged messages.
const callback: LiveCheck = {
  name: 'callback address',
  run: async () => [
    {
      severity: 'note',
      what: `The callback address for AzamPay: ${callbackAddress('azampay')}`,
      remedy: 'Register it with AzamPay, for the application whose keys are used. Keep it secret.',
    },
  ],
}

/** What payments look for before the platform goes live. */
export const paymentChecks: LiveCheck[] = [
  {
    name: 'payment providers',
    run: async (payload, environment) => {
      const account = ownAccount(environment, await enteredForAzampay(payload))
      if (account && isSandbox(account))
        return [
          {
            severity: 'error',
            what: 'AzamPay’s sandbox is set, where no money moves.',
            remedy: 'Set AZAMPAY_ENVIRONMENT to live, or the environment among the connections, with the keys of the live account.',
          },
        ]
      if (account) return []
      return [
        {
          severity: 'warning',
          what: 'No provider of mobile money is set up: people can pay cash only.',
          remedy:
            'Set AZAMPAY_APP_NAME, AZAMPAY_CLIENT_ID, AZAMPAY_CLIENT_SECRET and AZAMPAY_API_KEY, or enter them in the admin among the connections.',
        },
      ]
    },
  },
  callback,
]
