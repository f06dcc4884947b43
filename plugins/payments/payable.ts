import type { CollectionSlug, PayloadRequest } from 'payload'
import type { Money } from '../../platform/money.ts'
import type { Payment } from '../../payload-types.ts'

/** What payments must know of a thing that is paid for; each domain registers one per collection. */
export type Payable = {
  collection: CollectionSlug
  /** Whether the caller (a user, or a guest with the secret) may pay for it. */
  mayPay: (req: PayloadRequest, id: string, secret?: string) => Promise<boolean>
  /** What is owed now, rounded to what can be paid in the currency. Called inside the transaction that opens the payment; throws when nothing is owed. */
  quote: (req: PayloadRequest, id: string) => Promise<{ amount: Money; payer: string | null; title: string }>
  /** Holds what is to be sold until `until`; again on a later try. False: it is gone. */
  hold: (req: PayloadRequest, id: string, until: Date) => Promise<boolean>
  /** The money is in. Called once, inside the transaction that settles; `unfulfillable` when it came too late. */
  settle: (req: PayloadRequest, id: string, payment: Payment) => Promise<'fulfilled' | 'unfulfillable'>
  /** The payment failed, expired or was canceled: nobody waits for this money any more. */
  release: (req: PayloadRequest, id: string) => Promise<void>
}
