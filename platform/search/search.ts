import type { CollectionSlug, Payload, PayloadRequest } from 'payload'
import { depend, spoil } from '../cache/recorder.ts'
import { versionsOf } from '../cache/versions.ts'
import { shared } from '../instance.ts'
import { startEngine } from './engine.ts'
import { makeFeed } from './feed.ts'
import type { Engine, Found, Query } from './protocol.ts'
import { searchablesOf } from './searchable.ts'

/** How long a search waits for the index to know the latest changes, in milliseconds; then it answers what is known. */
const patience = 5_000

/** The index of a process. */
export type Search = { find: (query: Query) => Promise<Found>; engine: Engine; ready: () => Promise<void> }

/** The index of the process that runs `payload`; it is filled when it is first asked. */
export function searchOf(payload: Payload): Search {
  const holder = shared(payload)
  holder.search ??= start(payload, () => {
    holder.search = undefined
  })
  return holder.search
}

/** Waits for some work, but not for ever; whether it took longer. */
async function isLate(work: Promise<void>, milliseconds: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(resolve, milliseconds, true)
  })
  try {
    return await Promise.race([work.then(() => false), late])
  } finally {
    clearTimeout(timer)
  }
}

function start(payload: Payload, ended: () => void): Search {
  const engine = startEngine((error) => {
    if (error) payload.logger.error({ err: error }, 'The search index failed; it is made anew.')
    ended()
  })
  const feed = makeFeed(payload, engine)
  const versions = versionsOf(payload.db)
  return {
    engine,
    ready: feed.catchUp,
    find: async (query) => {
      // Noted before it is read, as the cache wants it.
      depend(feed.tags.map((tag) => [tag, versions.of(tag)]))
      const late = await isLate(feed.catchUp(), patience)
      if (late) spoil()
      return engine.search(query)
    },
  }
}

/** A document that was found, as visitors may see it. */
export type Hit = { kind: string; doc: Record<string, unknown> & { id: string } }

/** Reads the rows of what was found, in its order and as the caller may read them. */
export async function rowsOf(req: PayloadRequest, { hits }: Pick<Found, 'hits'>): Promise<Hit[]> {
  const rows = new Map<string, Hit['doc']>()
  for (const { collection, shown } of searchablesOf(req.payload)) {
    const ids = hits.filter(({ kind }) => kind === collection).map(({ id }) => id)
    if (ids.length === 0) continue
    const { docs } = await req.payload.find({
      collection: collection as CollectionSlug,
      req,
      overrideAccess: false,
      depth: 1,
      pagination: false,
      where: { id: { in: ids } },
      select: shown as never,
    })
    for (const doc of docs as unknown as Hit['doc'][]) rows.set(`${collection}:${doc.id}`, doc)
  }
  return hits.flatMap(({ kind, id }) => {
    const doc = rows.get(`${kind}:${id}`)
    return doc ? [{ kind, doc }] : []
  })
}
