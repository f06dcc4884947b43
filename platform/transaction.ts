import { commitTransaction, createLocalReq, initTransaction, killTransaction, type Payload, type PayloadRequest } from 'payload'
import { type Call, currentCall, inCall, outsideCall, retryBudget } from './call.ts'
import { onCommit } from './database/commits.ts'
import { isTransient } from './database/transient.ts'
import { fail } from './errors.ts'
import { inLine } from './in-line.ts'

/** Callers of one route that fight over a document queue up here after the first lost race, instead of losing again. */
const queues = new Map<string, Promise<unknown>>()

type Contender = Pick<Call, 'route' | 'deadline' | 'hasTurn'>

async function inTurn<Result>(call: Contender, work: () => Promise<Result>): Promise<Result> {
  // What runs inside a turn (a transaction inside a request) must not wait for the turn that it is part of.
  if (call.hasTurn) return work()
  const { route } = call
  const turn = async () => {
    call.hasTurn = true
    try {
      return await work()
    } finally {
      call.hasTurn = false
    }
  }
  const before = queues.get(route) ?? Promise.resolve()
  const mine = before.then(turn, turn)
  const settled = mine.catch(() => undefined)
  queues.set(route, settled)
  try {
    return await mine
  } finally {
    if (queues.get(route) === settled) queues.delete(route)
  }
}

/**
 * Repeats `attempt` while it loses races against other callers, within the time budget of the call, with growing, random pauses.
 * `attempt` must have undone its writes when it fails. Throws BUSY when the budget is spent.
 */
export async function repeated<Result>(
  attempt: () => Promise<Result>,
  call: Contender = currentCall() ?? { route: '', deadline: Date.now() + retryBudget },
): Promise<Result> {
  const contended = queues.get(call.route)
  try {
    return await (contended ? inTurn(call, attempt) : attempt())
  } catch (error) {
    if (!isTransient(error)) throw error
  }
  for (let tries = 1; ; tries++) {
    await new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(200, 5 * 2 ** tries)))
    try {
      return await inTurn(call, attempt)
    } catch (error) {
      if (!isTransient(error)) throw error
      if (Date.now() > call.deadline) return fail('BUSY')
    }
  }
}

/**
 * Runs `work` in the request's transaction, or in one of its own that commits when `work` resolves and is repeated when it lost a race.
 * `over` names what many callers are about to write at once, such as the stock of what everybody buys: those of this process then go one after the other.
 */
export async function inTransaction<Result>(
  req: PayloadRequest,
  work: () => Promise<Result>,
  { over = [] }: { over?: readonly string[] } = {},
): Promise<Result> {
  if (req.transactionID) return work()
  const own = async () => {
    try {
      await initTransaction(req)
    } catch (error) {
      delete req.transactionID
      throw error
    }
    try {
      const result = await work()
      await commitTransaction(req)
      return result
    } catch (error) {
      await killTransaction(req)
      throw error
    }
  }
  // Inside a turn, never around it: whoever waits for a turn must hold up nobody in a line.
  const attempt = () => inLine(over, own)
  return currentCall() ? repeated(attempt) : inCall({}, () => repeated(attempt))
}

/** Runs `work` once what `req` writes is committed, outside the call; never when it is rolled back; at once when `req` is in no transaction. */
export function afterCommit(req: PayloadRequest, work: () => void): void {
  const { transactionID } = req
  if (!transactionID) outsideCall(work)
  else if (!(transactionID instanceof Promise)) onCommit(req.payload, transactionID, work)
  else void transactionID.then((id) => onCommit(req.payload, id, work))
}

/** Runs `work` with a request of the platform's own, as a call of its own: for jobs, scripts and subscribers. */
export const withRequest = <Result>(payload: Payload, name: string, work: (req: PayloadRequest) => Promise<Result>): Promise<Result> =>
  inCall({ route: name }, async () => work(await createLocalReq({}, payload)))
