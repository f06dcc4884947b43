import { type SQLiteAdapter, sqliteAdapter } from '@payloadcms/db-sqlite'
import type { BaseDatabaseAdapter, DatabaseAdapterObj, PayloadRequest } from 'payload'
import { rememberRows } from '../cache/rows.ts'
import { versionsOf } from '../cache/versions.ts'
import { watchReadsAndWrites } from '../cache/watch.ts'
import { findBeforeDelete } from './delete-one.ts'
import { duplicateAt } from './duplicates.ts'
import { skipIdleLocks } from './idle-locks.ts'
import { insertOneByOne } from './insert-rows.ts'
import { parentFirst } from './parent-first.ts'
import { type SingleWriter, singleWriter } from './single-writer.ts'
import { sqliteSums } from './sums.ts'
import { trackTransactions } from './transactions.ts'
import { type Args, type Manners, teachManners } from './writes.ts'

type Session = { db: unknown; resolve: () => Promise<void>; reject: () => Promise<void> }

/** Keeps Payload's sessions, in which a failed COMMIT is an error; drizzle's own swallow it. */
function trackSessions(db: SQLiteAdapter): void {
  const sessions = db.sessions as Record<string, Session>
  const take = (id: string) => {
    const session = sessions[id]
    delete sessions[id]
    return session
  }
  trackTransactions(db as unknown as BaseDatabaseAdapter, {
    begin: async (id) => {
      await db.initializing
      const begun = Promise.withResolvers<unknown>()
      const asked = Promise.withResolvers<void>()
      const done = db.drizzle.transaction(async (transaction) => {
        begun.resolve(transaction)
        await asked.promise
      })
      done.catch(begun.reject)
      sessions[id] = {
        db: await begun.promise,
        resolve: () => {
          asked.resolve()
          return done
        },
        reject: () => {
          asked.reject(new Error('rolled back'))
          return done.catch(() => undefined)
        },
      }
    },
    commit: async (id) => take(id)?.resolve(),
    rollback: async (id) => take(id)?.reject(),
  })
}

type Failure = { code?: unknown; message?: string; query?: unknown; cause?: unknown }

const duplicates = new Set<unknown>(['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY'])

/** The field that a failed constraint names by its column. */
function pathOf(db: SQLiteAdapter, collection: string | undefined, message = ''): string {
  const [, table = '', column = ''] = /failed: ([^.]+)\.([^.,]+)/.exec(message) ?? []
  const main = db.tableNameMap.get((collection ?? '').replaceAll('-', '_')) ?? table
  const field = db.fieldConstraints[main]?.[`${column}_idx`] ?? column
  const inner = table.startsWith(`${main}_`) && column === 'id' ? table.slice(main.length + 1) : ''
  return inner ? `${inner}.${field}` : field
}

function manners(db: SQLiteAdapter): Manners {
  return {
    // Most writes are several statements, and nobody must see half of them.
    alone: async (write, args) => {
      const transactionID = (await db.beginTransaction()) as string
      try {
        const answer = await write({ ...args, req: within(args.req, transactionID) })
        await db.commitTransaction(transactionID)
        return answer
      } catch (error) {
        await db.rollbackTransaction(transactionID)
        throw error
      }
    },
    translate: (error, args: Args) => {
      const failure = error as Failure
      // drizzle wraps failures in an error whose message holds every value of the statement, passwords and all.
      const reason = (failure?.query && failure.cause ? failure.cause : failure) as Failure
      return duplicates.has(reason?.code) ? duplicateAt(pathOf(db, args.collection, reason.message), args) : reason
    },
  }
}

const within = (req: Args['req'], transactionID: string): Partial<PayloadRequest> =>
  Object.create(req ?? {}, { transactionID: { value: transactionID, writable: true } })

// Of real time, whatever a test does with the clock meanwhile.
const afterThis = setImmediate

/**
 * Counts everything as changed when another process, such as a command beside the server, has written to the file. The file is looked at once for all
 * requests that came in together: none of them was sent after a write that is younger than the look.
 */
const hearOfNeighbours = (db: SQLiteAdapter, { writtenElsewhere }: SingleWriter) => {
  const versions = versionsOf(db)
  let looked = false
  return versions.watchedBy(() => {
    if (looked) return true
    looked = true
    afterThis(() => {
      looked = false
    })
    if (writtenElsewhere()) versions.bumpAll()
    return true
  })
}

/** Payload's SQLite adapter on the single writer, with transactions that are safe among many callers. */
export function sqlite({ file }: { file: string }): DatabaseAdapterObj<SQLiteAdapter> {
  const stock = sqliteAdapter({
    client: { url: `file:${file}` },
    push: false,
    transactionOptions: {},
    idType: 'uuid',
    allowIDOnCreate: true,
  })
  return {
    ...stock,
    init: (args) => {
      const db = stock.init(args)
      const { connect, destroy } = db
      parentFirst(db)
      let unwatch = () => {}
      db.connect = async (options) => {
        if (!db.client) {
          const client = singleWriter(file)
          db.client = client
          unwatch = hearOfNeighbours(db, client)
        }
        await connect?.call(db, options)
      }
      db.destroy = async () => {
        unwatch()
        await destroy?.call(db)
        db.client?.close()
        db.client = undefined as never
      }
      insertOneByOne(db)
      findBeforeDelete(db)
      trackSessions(db)
      teachManners(db as unknown as BaseDatabaseAdapter, manners(db))
      watchReadsAndWrites(db as unknown as BaseDatabaseAdapter)
      rememberRows(db as unknown as BaseDatabaseAdapter)
      skipIdleLocks(db as unknown as BaseDatabaseAdapter)
      return Object.assign(db, sqliteSums(db))
    },
  }
}
