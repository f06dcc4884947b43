import { parentPort } from 'node:worker_threads'
import MiniSearch, { type SearchOptions } from 'minisearch'
import type { Asked, Found, Item, Query, Told } from './protocol.ts'

const locales = ['en', 'sw', 'sn', 'nd'] as const
const boosts = { title: 4, words: 2, text: 1 } as const
const parts = Object.keys(boosts) as (keyof typeof boosts)[]

type Stored = { key: string; item: Item }

const keyOf = ({ kind, id }: { kind: string; id: string }) => `${kind}:${id}`

/** Letters without case and marks, so that everybody can write them on any keyboard. */
const plain = (term: string) => term.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

const index = new MiniSearch<Stored>({
  idField: 'key',
  fields: parts.flatMap((part) => locales.map((locale) => `${part}.${locale}`)),
  extractField: (stored, field) => {
    if (field === 'key') return stored.key
    const [part, locale] = field.split('.') as [(typeof parts)[number], (typeof locales)[number]]
    return stored.item[part]?.[locale] as string
  },
  processTerm: plain,
})

const items = new Map<string, Pick<Item, 'kind' | 'id' | 'facets'>>()

const work = {
  put(given: Item[]) {
    for (const item of given) {
      const key = keyOf(item)
      if (index.has(key)) index.replace({ key, item })
      else index.add({ key, item })
      items.set(key, { kind: item.kind, id: item.id, facets: item.facets })
    }
  },
  remove(given: { kind: string; id: string }[]) {
    for (const key of given.map(keyOf)) {
      if (index.has(key)) index.discard(key)
      items.delete(key)
    }
  },
  search: ({ q, locale, kind, facets = {}, skip, limit }: Query): Found => {
    const found = look(q, locale).flatMap(({ id }) => items.get(id) ?? [])
    const fits = ({ facets: has }: Pick<Item, 'facets'>, except?: string) =>
      Object.entries(facets).every(([name, value]) => name === except || has?.[name] === value)
    const result: Found = { hits: [], total: 0, kinds: {}, facets: {} }
    for (const item of found) {
      if (fits(item)) result.kinds[item.kind] = (result.kinds[item.kind] ?? 0) + 1
      if (kind && item.kind !== kind) continue
      // What a choice would lead to is counted as if it were not made yet.
      for (const [name, value] of Object.entries(item.facets ?? {})) {
        if (!value || !fits(item, name)) continue
        result.facets[name] ??= {}
        result.facets[name][value] = (result.facets[name][value] ?? 0) + 1
      }
      if (!fits(item)) continue
      if (result.total >= skip && result.hits.length < limit) result.hits.push({ kind: item.kind, id: item.id })
      result.total++
    }
    return result
  },
}

function look(q: string, locale: Query['locale']) {
  const read = locale === 'en' ? ['en'] : [locale, 'en']
  const options: SearchOptions = {
    fields: read.flatMap((language) => parts.map((part) => `${part}.${language}`)),
    boost: Object.fromEntries(read.flatMap((language) => parts.map((part) => [`${part}.${language}`, boosts[part]]))),
    combineWith: 'AND',
    prefix: (term) => term.length >= 3,
    fuzzy: (term) => (term.length >= 5 ? 0.2 : false),
  }
  const found = index.search(q, options)
  // Two letters that changed places count as two mistakes.
  return found.length > 0 ? found : index.search(q, { ...options, fuzzy: (term) => (term.length >= 4 ? 0.4 : false) })
}

parentPort?.on('message', ({ number, name, given }: Asked) => {
  const tell = (told: Omit<Told, 'number'>) => parentPort?.postMessage({ number, ...told } satisfies Told)
  try {
    tell({ answer: (work[name] as (given: unknown) => unknown)(given) })
  } catch (error) {
    tell({ error: String(error) })
  }
})
