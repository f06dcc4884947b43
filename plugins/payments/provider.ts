import type { Currency, Money } from '../../platform/money.ts'

/** What a provider needs to ask for money. */
export type Charge = {
  /** Our random reference, at most 128 ASCII characters. */
  reference: string
  amount: Money
  title: string
  /** E.164, for providers that push a prompt to a phone. */
  phone?: string
  /** The mobile network, in the provider's own spelling. */
  operator?: string
  /** Where a hosted page sends the payer back to. */
  returnUrl?: string
}

/** How the start of a charge ended: the provider has it, refused it for good, or nobody knows (a time-out), in which case an answer may still come. */
export type Started =
  | { outcome: 'pending'; reference?: string; redirect?: string }
  | { outcome: 'refused'; code: string; message: string }
  | { outcome: 'unknown'; message: string }

/** What an inbound message says happened. */
export type ProviderEvent = {
  /** Unique per event of this provider; a repeated delivery has the same. */
  id: string
  /** Our reference, as the message repeats it. */
  reference: string
  providerReference?: string
  outcome: 'succeeded' | 'failed' | 'pending'
  amount: Money
  phone?: string
  message?: string
}

/** An inbound message as it came: the raw body is stored before anything is read from it. */
export type Inbound = { body: string; headers: Record<string, string> }

/** A way to be paid. Everything outside stands behind this: the real client and its simulator obey the same contract. */
export type Provider = {
  name: string
  label: string
  currencies: readonly Currency[]
  /** Whether it needs a phone number to push a prompt to. */
  needsPhone: boolean
  /** The mobile networks it can push to. */
  operators?: readonly string[]
  /** How long an attempt stays open, in seconds. */
  opensFor: number
  start: (charge: Charge) => Promise<Started>
  /** Reads an inbound message; checks its signature on the raw body first, where the provider signs. Throws when it is not one of this provider's. */
  read?: (inbound: Inbound) => ProviderEvent
  /** Asks what became of a charge; undefined where the provider offers no such question. */
  status?: (charge: { reference: string; providerReference?: string }) => Promise<ProviderEvent | undefined>
  /** The last step by hand: money that a person takes over the counter. */
  manual?: boolean
}
