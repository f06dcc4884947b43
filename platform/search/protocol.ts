import type { Locale } from '../locales.ts'
import type { Entry } from './searchable.ts'

/** What the index holds of one document. */
export type Item = Entry & { kind: string; id: string }

/** What is looked for. */
export type Query = {
  q: string
  locale: Locale
  kind?: string
  facets?: Record<string, string>
  /** How many of the best to leave out, and how many to answer. */
  skip: number
  limit: number
}

/** What was found: the best first, with how many there are of each kind and of each value that they can be narrowed by. */
export type Found = {
  hits: { kind: string; id: string }[]
  total: number
  kinds: Record<string, number>
  facets: Record<string, Record<string, number>>
}

/** What the index can do: a port, behind which another engine could stand. */
export type Engine = {
  put: (items: Item[]) => Promise<void>
  remove: (items: { kind: string; id: string }[]) => Promise<void>
  search: (query: Query) => Promise<Found>
  stop: () => Promise<void>
}

/** A message to the worker; it answers each by its number. */
export type Asked = { number: number } & (
  | { name: 'put'; given: Item[] }
  | { name: 'remove'; given: { kind: string; id: string }[] }
  | { name: 'search'; given: Query }
)

/** What the worker answers. */
export type Told = { number: number; answer?: unknown; error?: string }
