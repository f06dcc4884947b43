import type { GroupField, Payload } from 'payload'
import { addressWith, connectionOf } from '../../../platform/connections.ts'
import { type Environment, environment } from '../../../platform/environment.ts'
import { secretField } from '../../../platform/secrets.ts'
import type { Provider } from '../provider.ts'
import { type AzampayAccount, azampayClient } from './azampay-client.ts'

const hosts = {
  sandbox: { tokenHost: 'https://authenticator-sandbox.azampay.co.tz', checkoutHost: 'https://sandbox.azampay.co.tz' },
  live: { tokenHost: 'https://authenticator.azampay.co.tz', checkoutHost: 'https://checkout.azampay.co.tz' },
}

/** The variable in which whoever starts a simulator tells its address to all processes of the installation. */
export const simulatorVariable = 'AZAMPAY_SIMULATOR_URL'

type Settings = Pick<Environment, 'azampay' | 'mode'>

/** What was entered in the admin; it goes before the environment, field by field. */
type Entered = Record<string, string>

/** The account whose keys are there, if all are. */
export function ownAccount({ azampay: keys }: Pick<Environment, 'azampay'>, entered: Entered = {}): AzampayAccount | undefined {
  const { appName, clientId, clientSecret, apiKey, environment: place, tokenHost, checkoutHost }: Entered = { ...keys, ...entered }
  if (!appName || !clientId || !clientSecret || !apiKey) return undefined
  const usual = hosts[place === 'sandbox' ? 'sandbox' : 'live']
  return {
    appName,
    clientId,
    clientSecret,
    apiKey,
    tokenHost: tokenHost?.replace(/\/+$/, '') ?? usual.tokenHost,
    checkoutHost: checkoutHost?.replace(/\/+$/, '') ?? usual.checkoutHost,
  }
}

/** Whether an account is one of AzamPay’s sandbox, where no money moves. */
export const isSandbox = ({ tokenHost, checkoutHost }: AzampayAccount): boolean =>
  tokenHost === hosts.sandbox.tokenHost || checkoutHost === hosts.sandbox.checkoutHost

/**
 * The account that an installation uses: its own by its keys; in sandbox mode without keys the simulator's, whose address is looked up
 * at each use because it is known only once the simulator runs; in live mode without keys none.
 */
export function azampayAccount(settings: Settings, entered?: Entered): AzampayAccount | undefined {
  const own = ownAccount(settings, entered)
  const simulator = process.env[simulatorVariable]
  if (own || settings.mode === 'live' || !simulator) return own
  return {
    appName: 'Simulated',
    clientId: 'simulated',
    clientSecret: 'simulated',
    apiKey: 'simulated',
    tokenHost: simulator,
    checkoutHost: simulator,
  }
}

const hostField = (name: string, label: string): GroupField['fields'][number] => ({
  name,
  type: 'text',
  label,
  validate: addressWith('https://checkout.azampay.co.tz', environment.mode === 'live' ? ['https:'] : ['http:', 'https:']),
  admin: { description: 'Empty: AzamPay’s own.' },
})

const connection: GroupField = {
  name: 'azampay',
  type: 'group',
  label: 'AzamPay',
  admin: { description: 'The callback address to register with AzamPay is shown by the command: npm run check:live' },
  fields: [
    { name: 'appName', type: 'text', label: 'Application name' },
    { name: 'clientId', type: 'text', label: 'Client id' },
    secretField('clientSecret', { label: 'Client secret' }),
    secretField('apiKey', { label: 'API key' }),
    { name: 'environment', type: 'select', options: ['live', 'sandbox'], admin: { description: 'Which of AzamPay’s hosts to talk to.' } },
    hostField('tokenHost', 'Address that gives tokens'),
    hostField('checkoutHost', 'Address that takes charges'),
  ],
}

/** What admins entered to be let in by AzamPay. */
export const enteredForAzampay = (payload: Payload): Promise<Entered> => connectionOf(payload, 'azampay')

/** AzamPay as this installation uses it. */
export const azampay: Provider = {
  ...azampayClient(async (payload) => azampayAccount(environment, await enteredForAzampay(payload))),
  simulated: async (payload) => {
    const account = ownAccount(environment, await enteredForAzampay(payload))
    return !account || isSandbox(account)
  },
  connection,
}
