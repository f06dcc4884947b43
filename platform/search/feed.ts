import type { CollectionSlug, Payload, PayloadRequest, Where } from 'payload'
import { versionsOf } from '../cache/versions.ts'
import { outsideCall } from '../call.ts'
import { withRequest } from '../transaction.ts'
import type { Engine } from './protocol.ts'
import { type Searchable, searchablesOf } from './searchable.ts'

const listed = 2000
const loaded = 250

/** How long before it is seen a change may have been dated, in milliseconds: by a transaction that took its time, by another clock. */
const overlap = 60_000

type Stamp = { id: string; updatedAt: string }

/** Keeps an index in step with the database. */
export type Feed = {
  /** Resolves once the index knows all that was committed before. */
  catchUp: () => Promise<void>
  /** The collections that what is found depends on. */
  tags: readonly string[]
}

/** What everybody may read, by pages, in the order of the ids. */
async function* pagesOf(req: PayloadRequest, collection: CollectionSlug): AsyncGenerator<Stamp[]> {
  for (let last = ''; ; ) {
    const { docs } = await req.payload.find({
      collection,
      req,
      overrideAccess: false,
      depth: 0,
      limit: listed,
      pagination: false,
      sort: 'id',
      where: last === '' ? {} : { id: { greater_than: last } },
      select: { updatedAt: true } as never,
    })
    const stamps = docs as unknown as Stamp[]
    yield stamps
    if (stamps.length < listed) return
    last = stamps.at(-1)?.id ?? ''
  }
}

async function stampsOf(req: PayloadRequest, collection: CollectionSlug, where: Where): Promise<Stamp[]> {
  const { docs } = await req.payload.find({ collection, req, depth: 0, pagination: false, where, select: { updatedAt: true } as never })
  return docs as unknown as Stamp[]
}

/** Feeds one collection; remembers which state of each document the index knows. */
function feedOf(searchable: Searchable, engine: Engine) {
  const { collection, fields, follows = {}, toEntry } = searchable
  const known = new Map<string, string>()
  const followed = new Map<string, string>()
  let mark: string | undefined

  async function take(req: PayloadRequest, ids: string[]): Promise<void> {
    for (let at = 0; at < ids.length; at += loaded) {
      const some = ids.slice(at, at + loaded)
      const { docs } = await req.payload.find({
        collection,
        req,
        overrideAccess: false,
        locale: 'all',
        depth: 1,
        pagination: false,
        where: { id: { in: some } },
        select: { ...fields, updatedAt: true } as never,
      })
      const found = docs as unknown as (Stamp & Record<string, unknown>)[]
      await engine.put(found.map((doc) => ({ kind: collection, id: doc.id, ...toEntry(doc) })))
      for (const { id, updatedAt } of found) known.set(id, updatedAt)
      const shown = new Set(found.map(({ id }) => id))
      await forget(some.filter((id) => !shown.has(id)))
    }
  }

  async function forget(ids: string[]): Promise<void> {
    const gone = ids.filter((id) => known.delete(id))
    if (gone.length > 0) await engine.remove(gone.map((id) => ({ kind: collection, id })))
  }

  /** Compares everything: at the start, and when the numbers say that something escaped. */
  async function compare(req: PayloadRequest): Promise<void> {
    const left = new Set(known.keys())
    for await (const stamps of pagesOf(req, collection)) {
      for (const { id } of stamps) left.delete(id)
      await take(
        req,
        stamps.filter(({ id, updatedAt }) => known.get(id) !== updatedAt).map(({ id }) => id),
      )
    }
    await forget([...left])
  }

  /** The documents that copy texts of what was renamed. */
  async function dependants(req: PayloadRequest, since: string): Promise<string[]> {
    const found: string[] = []
    for (const [related, field] of Object.entries(follows) as [CollectionSlug, string][]) {
      const stamps = await stampsOf(req, related, { updatedAt: { greater_than_equal: since } })
      const changed = stamps.filter(({ id, updatedAt }) => followed.get(`${related}:${id}`) !== updatedAt)
      for (const { id, updatedAt } of changed) followed.set(`${related}:${id}`, updatedAt)
      if (changed.length === 0 || mark === undefined) continue
      const of = await stampsOf(req, collection, { [field]: { in: changed.map(({ id }) => id) } })
      found.push(...of.map(({ id }) => id))
    }
    return found
  }

  return async (req: PayloadRequest): Promise<void> => {
    const begun = new Date(Date.now() - overlap).toISOString()
    const again = await dependants(req, mark ?? new Date(0).toISOString())
    if (mark === undefined) await compare(req)
    else {
      const stamps = await stampsOf(req, collection, { updatedAt: { greater_than_equal: mark } })
      const changed = stamps.filter(({ id, updatedAt }) => known.get(id) !== updatedAt).map(({ id }) => id)
      await take(req, [...new Set([...changed, ...again])])
      const { totalDocs } = await req.payload.count({ collection, req, overrideAccess: false })
      if (totalDocs !== known.size) await compare(req)
    }
    mark = begun
  }
}

/** Feeds an index from everything that can be found: first all of it, then what changed, whoever changed it. */
export function makeFeed(payload: Payload, engine: Engine): Feed {
  const versions = versionsOf(payload.db)
  const searchables = searchablesOf(payload)
  const tags = [...new Set(searchables.flatMap(({ collection, follows = {} }) => [collection, ...Object.keys(follows)]))]
  const feeds = searchables.map((searchable) => feedOf(searchable, engine))
  let seen = new Map<string, number>()
  let running: Promise<void> | undefined

  const step = async () => {
    const before = new Map(tags.map((tag) => [tag, versions.of(tag)]))
    await withRequest(payload, 'search index', async (req) => {
      for (const feed of feeds) await feed(req)
    })
    seen = before
  }
  const once = () => {
    running ??= outsideCall(step).finally(() => {
      running = undefined
    })
    return running
  }
  return {
    tags,
    catchUp: async () => {
      // Without news of what others write, everybody has to look.
      if (!versions.isTrusted()) return once()
      const wanted = new Map(tags.map((tag) => [tag, versions.of(tag)]))
      while (tags.some((tag) => (seen.get(tag) ?? -1) < (wanted.get(tag) ?? 0))) await once()
    },
  }
}
