import type { BaseDatabaseAdapter } from 'payload'
import { dryRun } from '../dry-run.ts'
import { depend } from './recorder.ts'
import { versionsOf } from './versions.ts'

/** How many people are remembered at most. */
const most = 500

const users = 'users'

/** Somebody asked for by id alone. */
const byId = /^\{("and":\[\{)?"id":\{"equals":"[^"\\]+"\}\}(\]\})?$/

type Remembered = { version: number; found: Promise<unknown> }

/**
 * Remembers who somebody is while nobody's account changes: each request of somebody signed in begins by reading it. Only for an engine whose versions
 * know of every write at once.
 */
export function rememberUsers(db: BaseDatabaseAdapter): void {
  const versions = versionsOf(db)
  const known = new Map<string, Remembered>()
  const findOne = db.findOne.bind(db)

  const read = (key: string, args: Parameters<typeof findOne>[0]): Promise<unknown> => {
    const version = versions.of(users)
    const kept = known.get(key)
    if (kept?.version === version) {
      depend([[users, version]])
      return kept.found
    }
    const found = findOne(args)
    known.delete(key)
    known.set(key, { version, found })
    found.catch(() => known.delete(key))
    if (known.size > most) known.delete(known.keys().next().value as string)
    return found
  }

  db.findOne = (async (args: Parameters<typeof findOne>[0]) => {
    const { collection, where, req, ...how } = args
    if (collection !== users || req?.transactionID || dryRun() || !byId.test(JSON.stringify(where)) || !versions.isTrusted())
      return findOne(args)
    // Whoever gets it changes it.
    return structuredClone(await read(JSON.stringify([where, how]), args))
  }) as typeof db.findOne
}
