import type { GroupField, Payload } from 'payload'
import type { Currency, Money } from '../../platform/money.ts'
import { isTrial } from '../../platform/test-data.ts'

/** Whom a provider asks for money: a phone in E.164, and its mobile network in the provider's own spelling. */
export type Addressee = { phone?: string; operator?: string }

/** What a provider needs to ask for money. */
export type Charge = Addressee & {
  /** Our random reference, at most 128 ASCII characters. */
  reference: string
  amount: Money
  title: string
  /** Where a hosted page sends the payer back to. */
  returnUrl?: string
}

/** How the start of a charge ended: the provider has it, refused it for good, or nobody knows (a time-out), in which case an answer may still come. */
export type Started =
  | { outcome: 'pending'; reference?: string; redirect?: string }
  | { outcome: 'refused'; code: RefusalCode; message: string }
  | { outcome: 'unknown'; message: string }

const refusals = ['INVALID_PHONE', 'INVALID_OPERATOR', 'INVALID_AMOUNT', 'REFUSED', 'PROVIDER_UNAVAILABLE'] as const

/** Why a provider refused: what was asked is wrong, or the provider cannot be used right now. */
export type RefusalCode = (typeof refusals)[number]

/** Whether a failure came from a provider that refused to ask the payer. */
export const isRefusal = (code: string | null | undefined): code is RefusalCode =>
  (refusals as readonly (string | null | undefined)[]).includes(code)

/** What an inbound message says happened. */
export type ProviderEvent = {
  /** Unique per event of this provider; a repeated delivery has the same. */
  id: string
  /** Our reference, as the message repeats it. */
  reference: string
  providerReference?: string
  outcome: 'succeeded' | 'failed' | 'pending'
  amount: Money
  /** E.164; what could not be read as a number stays as it came and so matches none. */
  phone?: string
  message?: string
}

/** An inbound message as it came. */
export type Inbound = { body: string; headers: Record<string, string> }

/** A way to be paid. Everything outside stands behind this: the real client and its simulator obey the same contract. */
export type Provider = {
  name: string
  label: string
  currencies: readonly Currency[]
  /** How long an attempt stays open, in seconds. */
  opensFor: number
  /** Whether it pushes a prompt to a phone. */
  needsPhone: boolean
  /** The mobile networks it can push to. */
  operators?: readonly string[]
  /** Whether no real money moves. */
  simulated?: (payload: Payload) => Promise<boolean>
  /** Whether a person takes the money, over the counter. */
  manual?: boolean
  /** Whether its messages carry a signature that `read` checks; otherwise only the secret in the callback address tells them from forged ones. */
  signs?: boolean
  /** Whether it can be used here and now; always, when absent. */
  available?: (payload: Payload) => Promise<boolean>
  /** Checks and completes whom to ask, before anything is written; throws VALIDATION. */
  addressee?: (given: Addressee) => Addressee
  /** Asks for the money. Never throws, and answers within seconds. */
  start: (charge: Charge, payload: Payload) => Promise<Started>
  /** Reads an inbound message, pure; checks the signature on the raw body first, where the provider signs. Throws when it is none of this provider's. */
  read?: (inbound: Inbound) => ProviderEvent
  /** What admins enter to be let in by it, among the connections. */
  connection?: GroupField
  /** Asks what became of a charge; absent where the provider offers no such question. */
  status?: (charge: { reference: string; providerReference?: string }) => Promise<ProviderEvent | undefined>
}

/** Whether a payment by a provider is none of real money: all are in sandbox mode, and those of a provider that is simulated. */
export const isTest = async (payload: Payload, provider: Provider): Promise<boolean> =>
  isTrial || ((await provider.simulated?.(payload)) ?? false)

/** The ways to be paid that are set up. */
export const providersOf = (payload: Payload): Provider[] => (payload.config.custom?.providers as Provider[] | undefined) ?? []

/** A way to be paid by its name. */
export const providerOf = (payload: Payload, name: string): Provider | undefined =>
  providersOf(payload).find((provider) => provider.name === name)
