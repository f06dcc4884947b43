import { randomUUID } from 'node:crypto'
import type { BaseDatabaseAdapter } from 'payload'
import { versionsOf } from '../cache/versions.ts'
import { currentCall } from '../call.ts'
import { dryRun } from '../dry-run.ts'
import { openTransactions, startAfterwards } from './commits.ts'

/** How an engine begins and ends the transaction that it keeps under an id. */
export type Engine = {
  begin: (id: string) => Promise<void>
  commit: (id: string) => Promise<void>
  rollback: (id: string) => Promise<void>
}

/**
 * Gives the adapter transactions that know their call and what is to happen after the commit.
 * A commit either succeeds or throws: also when the transaction has been rolled back meanwhile.
 */
export function trackTransactions(db: BaseDatabaseAdapter, engine: Engine): void {
  const open = openTransactions(db)

  const end = (id: string) => {
    const transaction = open.get(id)
    open.delete(id)
    if (transaction?.call?.transaction === id) delete transaction.call.transaction
    return transaction
  }

  const begin = async () => {
    const id = randomUUID()
    await engine.begin(id)
    open.set(id, { call: currentCall(), afterwards: [], written: new Set() })
    return id
  }

  db.beginTransaction = async () => {
    const dry = dryRun()
    if (dry?.broken) throw dry.broken
    if (dry) dry.transaction ??= begin()
    const id = await (dry?.transaction ?? begin())
    const call = currentCall()
    if (call) call.transaction ??= id
    return id
  }

  // In a dry run nothing is committed, and what fails ends the whole of it.
  const endOfPart = (id: string, failure?: Error): boolean => {
    const dry = dryRun()
    if (!dry) return false
    dry.broken ??= failure
    const call = currentCall()
    if (call?.transaction === id) delete call.transaction
    return true
  }

  db.commitTransaction = async (incoming) => {
    const id = String(await incoming)
    if (endOfPart(id)) return
    const transaction = end(id)
    // A call inside it that fails rolls it back for all; a caller that goes on regardless would be told that its writes are safe.
    if (!transaction)
      throw new Error('There is nothing to commit: the transaction has been rolled back, probably by a call inside it that failed.')
    try {
      await engine.commit(id)
    } finally {
      // Also when nobody knows whether it was committed.
      versionsOf(db).bump(transaction.written)
    }
    if (transaction.call) transaction.call.committed = true
    for (const work of transaction.afterwards) startAfterwards(db.payload, work)
  }

  db.rollbackTransaction = async (incoming) => {
    const id = String(await incoming)
    if (endOfPart(id, new Error('A part of the dry run failed, so that it cannot go on.'))) return
    if (end(id)) await engine.rollback(id)
  }
}
