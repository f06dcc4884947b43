import { type Environment, environment } from '../../../platform/environment.ts'
import type { Provider } from '../provider.ts'
import { type AzampayAccount, azampayClient } from './azampay-client.ts'

const hosts = {
  sandbox: { tokenHost: 'https://authenticator-sandbox.azampay.co.tz', checkoutHost: 'https://sandbox.azampay.co.tz' },
  live: { tokenHost: 'https://authenticator.azampay.co.tz', checkoutHost: 'https://checkout.azampay.co.tz' },
}

/** The variable in which whoever starts a simulator tells its address to all processes of the installation. */
export const simulatorVariable = 'AZAMPAY_SIMULATOR_URL'

/**
 * The account that an installation uses: its own by its keys; in sandbox mode without keys the simulator's, whose address is looked up
 * at each use because it is known only once the simulator runs; in live mode without keys none.
 */
export function azampayAccount({ azampay: keys, mode }: Pick<Environment, 'azampay' | 'mode'>): AzampayAccount | undefined {
  if (keys) return { ...keys, ...hosts[keys.environment] }
  const simulator = process.env[simulatorVariable]
  if (mode === 'live' || !simulator) return undefined
  return {
    appName: 'Simulated',
    clientId: 'simulated',
    clientSecret: 'simulated',
    apiKey: 'simulated',
    tokenHost: simulator,
    checkoutHost: simulator,
  }
}

/** AzamPay as this installation uses it. */
export const azampay: Provider = azampayClient(() => azampayAccount(environment), { simulated: !environment.azampay })
