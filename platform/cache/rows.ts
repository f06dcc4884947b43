import type { BaseDatabaseAdapter } from 'payload'
import { dryRun } from '../dry-run.ts'
import { depend } from './recorder.ts'
import { type Access, type Relations, relationsOf, secondsOf, tagsRead } from './tags.ts'
import { versionsOf } from './versions.ts'

/** How many reads are remembered at most, how many characters all of them may have, and each. */
const most = { reads: 5_000, characters: 16_000_000, each: 500_000 }

type Asked = Access & { req?: { transactionID?: unknown } }
type Read = (args: Asked) => Promise<unknown>

/** A read, with the versions of what it depends on; its answer is kept from the second time on that it is asked for. */
type Remembered = { tags: [tag: string, version: number][]; answer: string | undefined }

/** Somebody asked for by id alone, as each request of somebody signed in begins. */
const byId = /^\{("and":\[\{)?"id":\{"equals":"[^"\\]+"\}\}(\]\})?$/

/**
 * Remembers rows while nothing changes that they depend on: of what everybody may read, and of who somebody is. Access, hooks and all else that Payload
 * does with rows is done each time. Only for an engine whose versions know of every write at once.
 */
export function rememberRows(db: BaseDatabaseAdapter): void {
  const methods = db as unknown as Record<string, Read>
  const versions = versionsOf(db)
  const known = new Map<string, Remembered>()
  const lasting = new Map<string, boolean>()
  let relations: Relations | undefined
  let characters = 0

  const lasts = (tag: string): boolean => {
    const found = lasting.get(tag) ?? secondsOf(db.payload, tag) === undefined
    lasting.set(tag, found)
    return found
  }

  /** What a read depends on; undefined when it is none to remember. */
  const tagsOf = (name: string, args: Asked): string[] | undefined => {
    if (args.req?.transactionID || dryRun()) return undefined
    const isSomebody = args.collection === 'users' && name === 'findOne' && byId.test(JSON.stringify(args.where))
    relations ??= relationsOf(db.payload.config)
    const tags = isSomebody ? ['users'] : [...tagsRead(relations, name, args)]
    return (isSomebody || tags.every(lasts)) && versions.isTrusted() ? tags : undefined
  }

  const drop = (key: string) => {
    characters -= known.get(key)?.answer?.length ?? 0
    known.delete(key)
  }

  const keep = (key: string, read: Remembered) => {
    drop(key)
    known.set(key, read)
    characters += read.answer?.length ?? 0
    for (const [oldest] of known) {
      if (known.size <= most.reads && characters <= most.characters) return
      drop(oldest)
    }
  }

  for (const name of ['find', 'findOne', 'count']) {
    const read = (methods[name] as Read).bind(db)
    methods[name] = async (args) => {
      const tags = tagsOf(name, args)
      if (!tags) return read(args)
      const { req: _, ...how } = args
      const key = name + JSON.stringify(how)
      const found = known.get(key)
      const holds = found?.tags.every(([tag, version]) => versions.of(tag) === version) ?? false
      if (found?.answer !== undefined && holds) {
        depend(found.tags)
        keep(key, found)
        return JSON.parse(found.answer)
      }
      // Before it is read: what is written meanwhile makes it old.
      const before = tags.map((tag): [string, number] => [tag, versions.of(tag)])
      const answer = await read(args)
      const text = holds ? JSON.stringify(answer) : undefined
      keep(key, { tags: before, answer: text && text.length <= most.each ? text : undefined })
      return answer
    }
  }
}
