import { createHash } from 'node:crypto'
import type { Payload } from 'payload'
import { now } from '../clock.ts'
import { type Dependencies, depend, recorded } from './recorder.ts'
import { secondsOf } from './tags.ts'
import { type Versions, versionsOf } from './versions.ts'

/** An answer that is kept: whole, with everything it depends on. */
export type Kept = {
  status: number
  headers: [name: string, value: string][]
  body: Buffer
  encoded: { br?: Buffer; gzip?: Buffer }
  etag: string
  dependencies: Dependencies
  until: number
  size: number
}

/** How well the cache does. */
export type CacheFigures = { hits: number; misses: number; shared: number; entries: number; bytes: number }

/** The answers that a process keeps. */
export type Cache = {
  /** The kept answer under a key, if everything that it depends on is as it was. */
  get: (key: string) => Kept | undefined
  /** The kept answer, or the one that `make` makes now; callers at the same time share one, except those that came after a change. */
  answer: (key: string, make: () => Promise<Response>) => Promise<Kept | Response>
  figures: () => CacheFigures
}

const largest = 1_000_000
const capacity = 64_000_000

// These are said anew with every answer.
const notKept = new Set(['set-cookie', 'x-request-id', 'date', 'connection', 'keep-alive', 'transfer-encoding', 'content-length', 'etag'])

const current = (versions: Versions, dependencies: Dependencies) => {
  for (const [tag, version] of dependencies) if (versions.of(tag) !== version) return false
  return true
}

async function keep(payload: Payload, response: Response, dependencies: Dependencies): Promise<Kept | Response> {
  const control = response.headers.get('cache-control') ?? ''
  if (response.status !== 200 || response.headers.has('set-cookie') || /no-store/.test(control)) return response
  const seconds = [...dependencies.keys()].map((tag) => secondsOf(payload, tag)).filter((limit) => limit !== undefined)
  const least = Math.min(...seconds, Number.POSITIVE_INFINITY)
  if (least === 0 || Number(response.headers.get('content-length') ?? 0) > largest) return response
  const body = Buffer.from(await response.arrayBuffer())
  const headers = [...response.headers].filter(([name]) => !notKept.has(name))
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`
  return {
    status: 200,
    headers,
    body,
    encoded: {},
    etag,
    dependencies,
    until: now().getTime() + least * 1000,
    size: body.length * 2 + 1000,
  }
}

/** Makes the cache of a process: exact, because an answer is used only while every collection it depends on is unwritten; bounded in bytes. */
export function makeCache(payload: Payload): Cache {
  const versions = versionsOf(payload.db)
  const entries = new Map<string, Kept>()
  const flights = new Map<string, { epoch: number; answer: Promise<Kept | Response> }>()
  const figures = { hits: 0, misses: 0, shared: 0, bytes: 0 }

  const drop = (key: string) => {
    figures.bytes -= entries.get(key)?.size ?? 0
    entries.delete(key)
  }

  const get = (key: string): Kept | undefined => {
    const kept = entries.get(key)
    if (!kept) return undefined
    if (!versions.trusted || !current(versions, kept.dependencies) || now().getTime() > kept.until) {
      drop(key)
      return undefined
    }
    // What is used last is dropped last.
    entries.delete(key)
    entries.set(key, kept)
    depend(kept.dependencies)
    figures.hits++
    return kept
  }

  const store = (key: string, kept: Kept) => {
    if (kept.size > largest) return
    drop(key)
    entries.set(key, kept)
    figures.bytes += kept.size
    for (const oldest of entries.keys()) {
      if (figures.bytes <= capacity) return
      drop(oldest)
    }
  }

  const fly = async (key: string, make: () => Promise<Response>): Promise<Kept | Response> => {
    figures.misses++
    const { result, recording } = await recorded(make)
    if (recording.spoiled || recording.dependencies.size === 0) return result
    const kept = await keep(payload, result, recording.dependencies)
    if (!(kept instanceof Response) && versions.trusted && current(versions, kept.dependencies)) store(key, kept)
    return kept
  }

  const answer: Cache['answer'] = async (key, make) => {
    if (!versions.trusted) return make()
    const kept = get(key)
    if (kept) return kept
    const flight = flights.get(key)
    if (flight && flight.epoch === versions.epoch) {
      const shared = await flight.answer
      if (!(shared instanceof Response)) {
        figures.shared++
        depend(shared.dependencies)
        return shared
      }
      return make()
    }
    const mine = { epoch: versions.epoch, answer: fly(key, make) }
    flights.set(key, mine)
    try {
      return await mine.answer
    } finally {
      if (flights.get(key) === mine) flights.delete(key)
    }
  }

  return { get, answer, figures: () => ({ ...figures, entries: entries.size }) }
}
