import type { Payload } from 'payload'
import { now } from '../../../platform/clock.ts'
import { toDecimal } from '../../../platform/money.ts'
import type { Charge, Provider, Started } from '../provider.ts'
import { addressee, operators, readCallback, startedBy, tokenAnswer } from './azampay-wire.ts'
import { type Answered, postJson } from './post-json.ts'

/** Where AzamPay is and who we are there. */
export type AzampayAccount = {
  appName: string
  clientId: string
  clientSecret: string
  apiKey: string
  tokenHost: string
  checkoutHost: string
  /** How long one start may take in all, in milliseconds. */
  patience?: number
}

type Token = { text: string; until: number }

const unavailable = (message: string): Extract<Started, { outcome: 'refused' }> => ({
  outcome: 'refused',
  code: 'PROVIDER_UNAVAILABLE',
  message,
})

async function newToken(account: AzampayAccount, signal: AbortSignal): Promise<Token | Started> {
  const { tokenHost, apiKey, appName, clientId, clientSecret } = account
  const answer = await postJson(
    `${tokenHost}/AppRegistration/GenerateToken`,
    { 'x-api-key': apiKey },
    { appName, clientId, clientSecret },
    signal,
  )
  // Without a token nothing was asked of the payer, so even an unknown end is a safe refusal.
  if ('outcome' in answer) return unavailable(answer.message)
  const token = tokenAnswer.safeParse(answer.body).data?.data
  if (answer.status !== 200 || !token) return unavailable(`AzamPay gave no token (${answer.status}).`)
  const expire = Date.parse(token.expire)
  return { text: token.accessToken, until: Number.isNaN(expire) ? now().getTime() + 60_000 : expire - 5_000 }
}

const nameOf = ({ tokenHost, appName, clientId, clientSecret, apiKey }: AzampayAccount) =>
  JSON.stringify([tokenHost, appName, clientId, clientSecret, apiKey])

/** The token of an account, asked for when the last one ends or the account is another; callers that come at once share one request. */
function tokenKeeper() {
  let kept: (Token & { of: string }) | undefined
  let coming: { of: string; token: Promise<Token | Started> } | undefined
  return {
    forget: () => {
      kept = undefined
    },
    current: async (account: AzampayAccount, signal: AbortSignal): Promise<Token | Started> => {
      const of = nameOf(account)
      if (kept?.of === of && kept.until > now().getTime()) return kept
      if (coming?.of !== of) {
        const token = newToken(account, signal).finally(() => {
          if (coming?.token === token) coming = undefined
        })
        coming = { of, token }
      }
      const token = await coming.token
      if ('text' in token) kept = { ...token, of }
      return token
    },
  }
}

/** AzamPay: pushes a prompt to the payer's phone, who approves it with the PIN of the mobile wallet. */
export function azampayClient(account: (payload: Payload) => AzampayAccount | undefined | Promise<AzampayAccount | undefined>): Provider {
  const token = tokenKeeper()

  const checkout = async (current: AzampayAccount, charge: Charge, signal: AbortSignal): Promise<Answered | Started> => {
    const held = await token.current(current, signal)
    if ('outcome' in held) return held
    const headers = { authorization: `Bearer ${held.text}`, 'x-api-key': current.apiKey }
    return postJson(`${current.checkoutHost}/azampay/mno/checkout`, headers, checkoutBody(charge), signal)
  }

  return {
    name: 'azampay',
    label: 'Mobile money (AzamPay)',
    currencies: ['TZS'],
    opensFor: 600,
    needsPhone: true,
    operators,
    available: async (payload) => (await account(payload)) !== undefined,
    addressee,
    start: async (charge, payload) => {
      const current = await account(payload)
      if (!current) return unavailable('AzamPay is not set up here.')
      const signal = AbortSignal.timeout(current.patience ?? 10_000)
      let answer = await checkout(current, charge, signal)
      // The token ended earlier than it said: nothing was asked yet, so once more with a new one is safe.
      if ('status' in answer && answer.status === 401) {
        token.forget()
        answer = await checkout(current, charge, signal)
      }
      return 'outcome' in answer ? answer : startedBy(answer)
    },
    read: readCallback,
  }
}

const checkoutBody = ({ phone = '', operator, amount, reference }: Charge) => ({
  accountNumber: phone.replace('+', ''),
  amount: toDecimal(amount),
  currency: amount.currency,
  externalId: reference,
  provider: operator,
  additionalProperties: {},
})
