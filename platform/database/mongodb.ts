import { type MongooseAdapter, mongooseAdapter } from '@payloadcms/db-mongodb'
import type { ClientSession, MongoClient } from 'mongodb'
import { type BaseDatabaseAdapter, type DatabaseAdapterObj, ValidationError } from 'payload'
import { watchReadsAndWrites } from '../cache/watch.ts'
import { duplicateAt } from './duplicates.ts'
import { insertPlainly } from './insert-plainly.ts'
import { appName, endOrphans } from './orphans.ts'
import { partialUniques } from './partial-uniques.ts'
import { mongodbSums } from './sums.ts'
import { trackTransactions } from './transactions.ts'
import { type Manners, teachManners } from './writes.ts'

/** How long a commit whose outcome is unknown is asked for again, in milliseconds. */
const commitBudget = 30_000

/** After how long the connecting is spoken of, in milliseconds. */
const patience = 3_000

/** How often transactions of processes that died are looked for, in milliseconds. */
const orphansEvery = 10_000

const unknownOutcome = (error: unknown) =>
  ((error as { errorLabels?: string[] } | null)?.errorLabels ?? []).includes('UnknownTransactionCommitResult')

async function commit(session: ClientSession): Promise<void> {
  const deadline = Date.now() + commitBudget
  for (;;) {
    try {
      return await session.commitTransaction()
    } catch (error) {
      if (!unknownOutcome(error) || Date.now() > deadline) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}

function trackSessions(db: MongooseAdapter): void {
  const sessions = db.sessions as unknown as Record<string, ClientSession>
  const ending = async (id: string, work: (session: ClientSession) => Promise<void>) => {
    const session = sessions[id]
    if (!session) return
    delete sessions[id]
    try {
      await work(session)
    } finally {
      await session.endSession().catch(() => undefined)
    }
  }
  trackTransactions(db as unknown as BaseDatabaseAdapter, {
    begin: async (id) => {
      const session = db.connection.getClient().startSession() as unknown as ClientSession
      session.startTransaction(db.transactionOptions || undefined)
      sessions[id] = session
    },
    commit: (id) => ending(id, commit),
    // The server forgets by itself what it cannot be told to.
    rollback: (id) => ending(id, (session) => session.abortTransaction().catch(() => undefined)),
  })
}

const manners: Manners = {
  alone: (write, args) => write(args),
  translate: (error, args) => {
    const [first] = error instanceof ValidationError ? error.data.errors : []
    return first?.path === '_id' ? duplicateAt('id', args) : error
  },
}

const noReplicaSet =
  'DATABASE_URL names no replica set, and without one MongoDB has no transactions. Start mongod with --replSet and name the set in the address, for example mongodb://127.0.0.1:27017/vior?replicaSet=rs0.'

/** Payload's MongoDB adapter, which insists on transactions and treats empty unique fields and duplicates as SQLite does. */
export function mongodb({ url }: { url: string }): DatabaseAdapterObj {
  const stock = mongooseAdapter({
    url,
    // A name that the address gives is somebody's wish.
    connectOptions: /[?&]appName=/i.test(url) ? {} : { appName },
    allowIDOnCreate: true,
    ensureIndexes: true,
    afterCreateConnection: ({ connection }) => {
      connection.plugin(partialUniques)
    },
  })
  return {
    ...stock,
    init: (args) => {
      const db = stock.init(args) as unknown as MongooseAdapter
      const { connect, destroy } = db
      let watch: NodeJS.Timeout | undefined
      db.connect = async (options) => {
        const late = setTimeout(
          () => db.payload.logger.warn('Waiting for MongoDB: it does not answer yet, or is making its indexes.'),
          patience,
        )
        await connect?.call(db, options).finally(() => clearTimeout(late))
        if (db.transactionOptions) {
          const look = () => endOrphans(db.connection.getClient() as unknown as MongoClient)
          await look()
          watch = setInterval(look, orphansEvery).unref()
          return
        }
        await destroy?.call(db)
        throw new Error(noReplicaSet)
      }
      db.destroy = async () => {
        clearInterval(watch)
        await destroy?.call(db)
      }
      insertPlainly(db)
      trackSessions(db)
      teachManners(db as unknown as BaseDatabaseAdapter, manners)
      watchReadsAndWrites(db as unknown as BaseDatabaseAdapter)
      return Object.assign(db as unknown as BaseDatabaseAdapter, mongodbSums(db))
    },
  }
}
