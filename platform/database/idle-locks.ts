import type { BaseDatabaseAdapter, PaginatedDocs } from 'payload'
import { versionsOf } from '../cache/versions.ts'
import { dryRun } from '../dry-run.ts'
import { openTransactions } from './commits.ts'

/** What editors hold in the admin. */
const locks = 'payload-locked-documents'

type Asked = { collection: string; req?: { transactionID?: number | string | Promise<number | string> } }

const none: PaginatedDocs<never> = {
  docs: [],
  totalDocs: 0,
  limit: 0,
  totalPages: 1,
  page: 1,
  pagingCounter: 1,
  hasPrevPage: false,
  hasNextPage: false,
  prevPage: null,
  nextPage: null,
}

/**
 * Answers at once what is asked of the locks while nobody holds one. Payload asks twice with every update of anything, and on SQLite each question
 * names all collections, which took longer than the update. Only for an engine whose versions know of every write at once.
 */
export function skipIdleLocks(db: BaseDatabaseAdapter): void {
  const versions = versionsOf(db)
  const open = openTransactions(db)
  const find = db.find.bind(db)
  const deleteMany = db.deleteMany.bind(db)
  let idleAt: number | undefined

  const isIdle = async ({ req }: Asked): Promise<boolean> => {
    const id = await req?.transactionID
    // A transaction sees what it wrote itself.
    if (dryRun() || (id !== undefined && open.get(id)?.written.has(locks)) || !versions.isTrusted()) return false
    const version = versions.of(locks)
    if (idleAt === version) return true
    const { totalDocs } = await db.count({ collection: locks })
    if (totalDocs === 0) idleAt = version
    return totalDocs === 0
  }

  db.find = (async (args: Parameters<typeof find>[0]) =>
    args.collection === locks && (await isIdle(args)) ? { ...none, docs: [] } : find(args)) as typeof db.find
  db.deleteMany = async (args) => {
    if (args.collection !== locks || !(await isIdle(args))) await deleteMany(args)
  }
}
