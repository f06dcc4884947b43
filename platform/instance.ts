import type { Payload } from 'payload'
import type { Remembered } from './cache/remembered.ts'
import type { Mailing } from './mail/transport.ts'
import type { Search } from './search/search.ts'
import type { Store } from './storage/store.ts'
import type { Flight } from './webhooks/deliver.ts'

/** Live objects that belong to one running process and hang on its Payload instance, because the admin's bundle has a second copy of every module. */
export type Instance = {
  /** Where a line for each request is written. */
  requestLogger?: Pick<Payload['logger'], 'debug' | 'info' | 'error'>
  /** Tells whoever watches a document that it changed. */
  hint?: (collection: string, id: string) => void
  /** Closes the sockets that stand on sessions or keys that have ended, or on people whose rights have changed. */
  closeSockets?: (of: 'session' | 'person' | 'key', ids: readonly string[]) => void
  /** Delivers what the outbox holds, soon. */
  nudge?: () => void
  /** Writes what API keys did in this process. */
  writeUsage?: () => Promise<void>
  /** The way to the mail server. */
  mailing?: { address?: string; opened: Promise<Mailing> }
  /** Where uploaded files lie. */
  store?: Store
  /** The index that visitors search. */
  search?: Search
  /** Small things that are asked for all the time, as they were read last. */
  remembered?: Map<string, Remembered>
  /** Deliveries to webhooks under way, by the names of their subscribers. */
  flights?: Map<string, Flight>
}

const key = Symbol.for('vior.instance')

/** The live objects of the process that runs `payload`. */
export function shared(payload: Payload): Instance {
  const holder = payload as Payload & { [key]?: Instance }
  holder[key] ??= {}
  return holder[key]
}
