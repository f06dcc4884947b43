import type { BaseDatabaseAdapter, PayloadRequest } from 'payload'
import { currentCall } from '../call.ts'
import { dryRun, inTurn } from '../dry-run.ts'
import { openTransactions } from './commits.ts'
import { emptyUniques } from './empty-uniques.ts'
import { ForgottenRequest } from './forgotten-request.ts'
import { readMethods, writeMethods } from './methods.ts'
import { isTransient } from './transient.ts'

/** What the methods of an adapter are called with, as far as it matters here. */
export type Args = { collection?: string; globalSlug?: string; slug?: string; data?: unknown; req?: Partial<PayloadRequest> }
/** A method of an adapter. */
export type Method = (args: Args) => Promise<unknown>

/** What an engine does its own way. */
export type Manners = {
  /** Writes what is in no transaction. */
  alone: (write: Method, args: Args) => Promise<unknown>
  /** The error that the caller shall see. */
  translate: (error: unknown, args: Args) => unknown
}

const targetOf = ({ collection, globalSlug, slug }: Args) => collection ?? globalSlug ?? slug ?? 'payload-jobs'

// On MongoDB Payload clears these beside the transaction in every update; it may be done any number of times.
const besideTransactions = 'payload-locked-documents'

/** In a dry run everything belongs to its one transaction, also what would be in none. */
async function within<Given extends Args>(db: BaseDatabaseAdapter, args: Given): Promise<Given> {
  if (args.req?.transactionID) return args
  const transactionID = await db.beginTransaction()
  return { ...args, req: Object.create(args.req ?? {}, { transactionID: { value: transactionID, writable: true } }) }
}

/** One after the other in a dry run, at once otherwise. */
const inOrder = (work: () => Promise<unknown>): Promise<unknown> => {
  const dry = dryRun()
  return dry ? inTurn(dry, work) : work()
}

/** Gives every method of the adapter the same manners on every engine: a forgotten `req` is an error that names the collection, and so are duplicates. */
export function teachManners(db: BaseDatabaseAdapter, { alone, translate }: Manners): void {
  const methods = db as unknown as Record<string, Method>
  const open = openTransactions(db)
  const prepare = emptyUniques(db.payload)

  for (const name of writeMethods) {
    const write = (methods[name] as Method).bind(db)
    methods[name] = async (asked) => {
      const given = dryRun() ? await within(db, asked) : asked
      const target = targetOf(given)
      const mine = await given.req?.transactionID
      const call = currentCall()
      const aside = target === besideTransactions
      if (call?.transaction !== undefined && call.transaction !== mine) {
        if (!aside) throw new ForgottenRequest(target)
        // The write for which Payload clears the locks comes next, and is the one to be named.
        if (mine !== undefined) return undefined
      }
      const args = given.collection && given.data ? { ...given, data: prepare(given.collection, given.data) } : given
      try {
        if (mine !== undefined && open.has(mine)) return await inOrder(() => write(args))
        const answer = await alone(write, args)
        if (call && !aside) call.committed = true
        return answer
      } catch (error) {
        // The first failure tells what is wrong: those that follow in its transaction only say that it is over.
        if (call && !call.faulty && !call.lostRace) Object.assign(call, isTransient(error) ? { lostRace: error } : { faulty: true })
        throw translate(error, args)
      }
    }
  }

  for (const name of readMethods) {
    const read = (methods[name] as Method).bind(db)
    methods[name] = async (asked) => {
      const args = dryRun() ? await within(db, asked) : asked
      try {
        return await inOrder(() => read(args))
      } catch (error) {
        throw translate(error, args)
      }
    }
  }
}
