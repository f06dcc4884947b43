import type { Payload } from 'payload'
import type { Mailing } from './mail/transport.ts'
import type { Search } from './search/search.ts'

/** Live objects that belong to one running process and hang on its Payload instance, because the admin's bundle has a second copy of every module. */
export type Instance = {
  /** Tells whoever watches a document that it changed. */
  hint?: (collection: string, id: string) => void
  /** Delivers what the outbox holds, soon. */
  nudge?: () => void
  /** Writes what API keys did in this process. */
  writeUsage?: () => Promise<void>
  /** The way to the mail server. */
  mailing?: Promise<Mailing>
  /** The index that visitors search. */
  search?: Search
}

const key = Symbol.for('vior.instance')

/** The live objects of the process that runs `payload`. */
export function shared(payload: Payload): Instance {
  const holder = payload as Payload & { [key]?: Instance }
  holder[key] ??= {}
  return holder[key]
}
