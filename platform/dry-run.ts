import { AsyncLocalStorage } from 'node:async_hooks'
import type { Payload } from 'payload'

/** Work that leaves nothing behind: everything that it writes stands in one transaction that is rolled back, and it reaches nobody outside. */
export type DryRun = {
  /** The one transaction, once something was written or read. */
  transaction?: Promise<string>
  /** Set when a part of it failed, and with it the transaction. */
  broken?: Error
  /** What would have been done outside, in words. */
  held: string[]
  /** The call of the database under way; one session does one thing at a time. */
  turn: Promise<unknown>
}

const runs = new AsyncLocalStorage<DryRun>()
const insideTurn = new AsyncLocalStorage<true>()

/** The dry run that the running code belongs to, if any. */
export const dryRun = (): DryRun | undefined => runs.getStore()

/**
 * Asks whether something outside (mail, a provider, another server) must be left alone; in a dry run it is noted what would have been done.
 * Whoever talks to the outside asks first.
 */
export function heldBack(effect: string): boolean {
  const run = runs.getStore()
  run?.held.push(effect)
  return run !== undefined
}

/** Takes turns at the one session of a dry run; what is called within a turn belongs to it. */
export function inTurn<Result>(run: DryRun, work: () => Promise<Result>): Promise<Result> {
  if (insideTurn.getStore()) return work()
  const mine = run.turn.then(() => insideTurn.run(true, work))
  run.turn = mine.catch(() => undefined)
  return mine
}

/** Runs `work` so that nothing of it remains; answers what came of it and what it would have done outside. */
export async function inDryRun<Result>(payload: Payload, work: () => Promise<Result>): Promise<{ result: Result; held: string[] }> {
  const run: DryRun = { held: [], turn: Promise.resolve() }
  try {
    const result = await runs.run(run, work)
    if (run.broken) throw run.broken
    return { result, held: run.held }
  } finally {
    const id = await run.transaction?.catch(() => undefined)
    if (id !== undefined) await payload.db.rollbackTransaction(id)
  }
}
