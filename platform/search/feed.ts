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

/** The documents of a collection that fit a condition, of all or of those that everybody may read, by id and state. */
async function stampsOf(req: PayloadRequest, collection: CollectionSlug, where: Where, { all = false, limit = 0 } = {}): Promise<Stamp[]> {
  const { docs } = await req.payload.find({
    collection,
    req,
    overrideAccess: all,
    depth: 0,
    limit,
    pagination: false,
    sort: 'id',
    where,
    select: { updatedAt: true } as never,
  })
  return docs as unknown as Stamp[]
}

/** What everybody may read, by pages, in the order of the ids. */
async function* pagesOf(req: PayloadRequest, collection: CollectionSlug): AsyncGenerator<Stamp[]> {
  for (let last = ''; ; ) {
    const stamps = await stampsOf(req, collection, last === '' ? {} : { id: { greater_than: last } }, { limit: listed })
    yield stamps
    if (stamps.length < listed) return
    last = stamps.at(-1)?.id ?? ''
  }
}

type Row = Stamp & Record<string, unknown>

/** Rows as the database holds them, in all languages: without the hooks of Payload, which make much of each. */
async function rowsOf(req: PayloadRequest, collection: CollectionSlug, where: Where, fields?: Record<string, true>): Promise<Row[]> {
  const select = fields && { ...fields, updatedAt: true as const }
  const { docs } = await req.payload.db.find<Row>({ collection, req, where, locale: 'all', pagination: false, limit: 0, select })
  return docs
}

const keyOf = (related: unknown) => String((related as { id?: unknown } | null)?.id ?? related)

/** Feeds one collection; remembers which state of each document the index knows. */
function feedOf(searchable: Searchable, engine: Engine) {
  const { collection, fields, follows = {}, toEntry } = searchable
  const followed = Object.entries(follows) as [CollectionSlug, string][]
  const known = new Map<string, string>()
  const related = new Map<string, Row>()
  let mark: string | undefined

  /** A document with what it points at in the place of the ids. */
  const joined = (doc: Row): Row => {
    const filled: Row = { ...doc }
    for (const [slug, field] of followed) {
      const value = doc[field]
      const of = (each: unknown) => related.get(`${slug}:${keyOf(each)}`)
      filled[field] = Array.isArray(value) ? value.map(of).filter(Boolean) : of(value)
    }
    return filled
  }

  async function take(req: PayloadRequest, stamps: Stamp[]): Promise<void> {
    for (let at = 0; at < stamps.length; at += loaded) {
      const some = new Map(stamps.slice(at, at + loaded).map(({ id, updatedAt }) => [id, updatedAt]))
      const rows = await rowsOf(req, collection, { id: { in: [...some.keys()] } }, fields)
      // What changed since it was listed is listed again: it may not be for everybody any more.
      const same = rows.filter(({ id, updatedAt }) => some.get(id) === updatedAt)
      await engine.put(same.map((doc) => ({ kind: collection, id: doc.id, ...toEntry(joined(doc)) })))
      for (const { id, updatedAt } of same) known.set(id, updatedAt)
    }
  }

  async function forget(ids: string[]): Promise<void> {
    const gone = ids.filter((id) => known.delete(id))
    if (gone.length > 0) await engine.remove(gone.map((id) => ({ kind: collection, id })))
  }

  const isNew = ({ id, updatedAt }: Stamp) => known.get(id) !== updatedAt

  /** Compares everything: at the start, and when the numbers say that something escaped. */
  async function compare(req: PayloadRequest): Promise<void> {
    const left = new Set(known.keys())
    for await (const stamps of pagesOf(req, collection)) {
      for (const { id } of stamps) left.delete(id)
      await take(req, stamps.filter(isNew))
    }
    await forget([...left])
  }

  /** Looks at what documents copy texts of; answers the ids of the documents for which that changed. */
  async function follow(req: PayloadRequest): Promise<string[]> {
    const found: string[] = []
    for (const [slug, field] of followed) {
      const rows = await rowsOf(req, slug, mark === undefined ? {} : { updatedAt: { greater_than_equal: mark } })
      const changed = rows.filter(({ id, updatedAt }) => related.get(`${slug}:${id}`)?.updatedAt !== updatedAt)
      for (const row of changed) related.set(`${slug}:${row.id}`, row)
      if (changed.length === 0 || mark === undefined) continue
      const of = await stampsOf(req, collection, { [field]: { in: changed.map(({ id }) => id) } })
      found.push(...of.map(({ id }) => id))
    }
    return found
  }

  /** What changed lately, whatever it was. */
  async function recent(req: PayloadRequest, since: string, again: string[]): Promise<void> {
    const changed = (await stampsOf(req, collection, { updatedAt: { greater_than_equal: since } }, { all: true })).filter(isNew)
    const ids = [...new Set([...changed.map(({ id }) => id), ...again])]
    if (ids.length === 0) return
    const readable = await stampsOf(req, collection, { id: { in: ids } })
    const stay = new Set(readable.map(({ id }) => id))
    await forget(ids.filter((id) => !stay.has(id)))
    await take(req, readable)
  }

  return async (req: PayloadRequest): Promise<void> => {
    const begun = new Date(Date.now() - overlap).toISOString()
    const again = await follow(req)
    if (mark === undefined) await compare(req)
    else {
      await recent(req, mark, again)
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
