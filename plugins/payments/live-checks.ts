import type { LiveCheck } from '../../platform/live-check.ts'

/** What payments look for before the platform goes live. */
export const paymentChecks: LiveCheck[] = [
  {
    name: 'payment providers',
    run: async (_payload, { azampay }) => {
      if (azampay?.environment === 'sandbox')
        return [
          {
            severity: 'error',
            what: 'AzamPay’s sandbox is set, where no money moves.',
            remedy: 'Set AZAMPAY_ENVIRONMENT to live, with the keys of the live account.',
          },
        ]
      if (azampay) return []
      return [
        {
          severity: 'warning',
          what: 'No provider of mobile money is set up: people can pay cash only.',
          remedy: 'Set AZAMPAY_APP_NAME, AZAMPAY_CLIENT_ID, AZAMPAY_CLIENT_SECRET and AZAMPAY_API_KEY.',
        },
      ]
    },
  },
]
