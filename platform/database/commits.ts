import type { Payload } from 'payload'
import { type Call, outsideCall } from '../call.ts'

/** What is known of a transaction while it is open. */
export type OpenTransaction = {
  call: Call | undefined
  afterwards: (() => unknown)[] /** The tags of what it has written so far. */
  written: Set<string>
}

type TransactionID = number | string

// On the adapter, which is one per process: modules exist twice when the admin's bundle is loaded.
const key = Symbol.for('vior.transactions')

/** The open transactions of an adapter. */
export function openTransactions(db: object): Map<TransactionID, OpenTransaction> {
  const holder = db as { [key]?: Map<TransactionID, OpenTransaction> }
  holder[key] ??= new Map()
  return holder[key]
}

/** Starts work that belongs to no call; its failure is logged, as nobody waits for it. */
export function startAfterwards(payload: Payload, work: () => unknown): void {
  const failed = (err: unknown) => payload.logger.error({ err, msg: 'Work after a commit failed.' })
  outsideCall(() => {
    try {
      Promise.resolve(work()).catch(failed)
    } catch (error) {
      failed(error)
    }
  })
}

/** Runs `work` once the transaction has committed, never when it is rolled back, and at once when it is not open. */
export function onCommit(payload: Payload, transactionID: TransactionID | null | undefined, work: () => unknown): void {
  const open = openTransactions(payload.db).get(transactionID ?? '')
  if (open) open.afterwards.push(work)
  else startAfterwards(payload, work)
}
