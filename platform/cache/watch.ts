import type { BaseDatabaseAdapter } from 'payload'
import { openTransactions } from '../database/commits.ts'
import { readMethods, writeMethods } from '../database/methods.ts'
import { dryRun } from '../dry-run.ts'
import { depend, isRecording, spoil } from './recorder.ts'
import { type Access, type Relations, relationsOf, tagsRead, tagsWritten } from './tags.ts'
import { versionsOf } from './versions.ts'

type Args = Access & { req?: { transactionID?: number | string | Promise<number | string> } }
type Method = (args: Args) => Promise<unknown>

/** Lets every read through the adapter note what it depends on, and every write say what it changed – when it is committed, or at once outside a transaction. */
export function watchReadsAndWrites(db: BaseDatabaseAdapter): void {
  const methods = db as unknown as Record<string, Method>
  const versions = versionsOf(db)
  const open = openTransactions(db)
  let known: Relations | undefined
  const relations = () => {
    known ??= relationsOf(db.payload.config)
    return known
  }

  for (const name of readMethods) {
    const read = (methods[name] as Method).bind(db)
    methods[name] = async (args) => {
      if (isRecording()) {
        depend([...tagsRead(relations(), name, args)].map((tag) => [tag, versions.of(tag)]))
        // A dry run sees what it wrote itself.
        if (args.req?.transactionID || dryRun()) spoil()
      }
      return read(args)
    }
  }

  for (const name of writeMethods) {
    const write = (methods[name] as Method).bind(db)
    methods[name] = async (args) => {
      const tags = tagsWritten(relations(), name, args)
      // An answer that is kept would not write the next time.
      spoil()
      const id = await args.req?.transactionID
      const transaction = id === undefined ? undefined : open.get(id)
      for (const tag of tags) transaction?.written.add(tag)
      try {
        return await write(args)
      } finally {
        // Outside a transaction, or in one that has ended meanwhile, it may be there already, also when it failed.
        if (id === undefined || !open.has(id)) versions.bump(tags)
      }
    }
  }
}
