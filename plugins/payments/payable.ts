import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import type { Payment } from '../../payload-types.ts'
import type { Money } from '../../platform/money.ts'

/** A thing that somebody wants to pay for, as it stands now. */
export type Due = {
  /** Whether the caller (a user, or a guest with the secret) may pay for it. */
  mayPay: (secret?: string) => boolean
  /** What is owed, rounded to what can be paid in the currency; throws when nothing is. */
  quote: () => { amount: Money; payer: string | null; title: string }
  /** Holds what is to be sold until `until`; again on a later try. False: it is gone. */
  hold: (until: Date) => Promise<boolean>
}

/** What payments must know of a thing that is paid for; each domain registers one per collection. */
export type Payable = {
  collection: CollectionSlug
  /** Looks at the thing as it stands in the transaction of `req`, which opens a payment for it; throws NOT_FOUND. */
  due: (req: PayloadRequest, id: string) => Promise<Due>
  /**
   * The money of one payment is in. Called once per payment, inside the transaction that settles.
   * `unfulfillable` when it came too late, or when the thing is paid already by another payment (then nothing else changes): the money goes back.
   */
  settle: (req: PayloadRequest, id: string, payment: Payment) => Promise<'fulfilled' | 'unfulfillable'>
  /** The payment failed, expired or was canceled: nobody waits for this money any more. The payer may try again. */
  release: (req: PayloadRequest, id: string) => Promise<void>
  /** Events that say of a thing, named by `id`, that it will not be delivered after all: what was paid for it goes back, and nobody is asked for more. */
  calledOff?: readonly string[]
}

/** The thing that a payment is for. */
export type Subject = { relationTo: CollectionSlug; value: string }

/** The payables of all plugins that are switched on. */
const payablesOf = (payload: Payload): Payable[] => (payload.config.custom?.payables as Payable[] | undefined) ?? []

/** Who knows about the things of a collection; undefined when nobody does. */
export const payableOf = (payload: Payload, collection: string): Payable | undefined =>
  payablesOf(payload).find((payable) => payable.collection === collection)
