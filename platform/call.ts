import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'

/** How long a call may repeat work that lost a race before it gives up, in milliseconds. */
export const retryBudget = 10_000

/** What belongs to one chain of asynchronous work: a request, a run of a job, a transaction of its own. */
export type Call = {
  requestId: string
  /** What callers that fight over the same document have in common: method and path, or the name of a job. */
  route: string
  /** When work that lost a race may no longer be repeated (milliseconds since the epoch, real time). */
  deadline: number
  /** Whether it is this chain's turn among the callers that fight over the same document. */
  hasTurn?: boolean
  /** The transaction that this chain holds right now. */
  transaction?: number | string
  /** Whether anything of this chain has been committed, so that repeating it as a whole would do it twice. */
  committed: boolean
  /** The race that a write of this chain lost: who gathers failures keeps nothing of them but the message. */
  lostRace?: unknown
  /** Whether a write of this chain failed for another reason, before any race was lost. */
  faulty?: boolean
  /** The error that Payload was about to turn into a response. */
  failure?: unknown
}

const calls = new AsyncLocalStorage<Call | undefined>()

/** The call that the running code belongs to, if any. */
export const currentCall = (): Call | undefined => calls.getStore()

/** Runs `work` as a call of its own. */
export const inCall = <Result>(seed: { requestId?: string; route?: string }, work: () => Promise<Result>): Promise<Result> =>
  calls.run(
    { requestId: seed.requestId ?? randomUUID(), route: seed.route ?? '', deadline: Date.now() + retryBudget, committed: false },
    work,
  )

/** Runs `work` outside every call: what is started after a commit must not look like a part of the transaction that caused it. */
export const outsideCall = <Result>(work: () => Result): Result => calls.run(undefined, work)
