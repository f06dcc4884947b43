import type { Payload } from 'payload'
import { now } from '../clock.ts'
import { type Kept, keep, spoils } from './keep.ts'
import { type Dependencies, depend, recorded, spoil } from './recorder.ts'
import { type Versions, versionsOf } from './versions.ts'

export type { Kept } from './keep.ts'

/** How well the cache does. */
export type CacheFigures = {
  /** Answers from what was kept. */
  hits: number
  /** Answers that had to be made. */
  misses: number
  /** Answers that were made once for several callers at the same time. */
  shared: number
  /** What was dropped because something it depends on was written, or its time was over. */
  outdated: number
  /** What was dropped for want of room. */
  evicted: number
  entries: number
  bytes: number
  /** 1 while what other processes write is known. */
  trusted: number
}

/** The answers that a process keeps. */
export type Cache = {
  /** The kept answer under a key, if everything that it depends on is as it was. */
  get: (key: string) => Kept | undefined
  /** The kept answer, or the one that `make` makes now; callers at the same time share one, except those that came after a change. */
  answer: (key: string, make: () => Promise<Response>) => Promise<Kept | Response>
  figures: () => CacheFigures
}

/** How much is kept in all, in bytes, and how much of one answer. */
const cacheLimits = { all: 64_000_000, one: 1_000_000 }

const current = (versions: Versions, dependencies: Dependencies) => {
  for (const [tag, version] of dependencies) if (versions.of(tag) !== version) return false
  return true
}

/** Makes the cache of a process: exact, because an answer is used only while every collection it depends on is unwritten; bounded in bytes. */
export function makeCache(payload: Payload, limits = cacheLimits): Cache {
  const versions = versionsOf(payload.db)
  const entries = new Map<string, Kept>()
  const flights = new Map<string, { epoch: number; answer: Promise<Kept | Response> }>()
  const figures = { hits: 0, misses: 0, shared: 0, outdated: 0, evicted: 0, bytes: 0 }

  const drop = (key: string): boolean => {
    figures.bytes -= entries.get(key)?.size ?? 0
    return entries.delete(key)
  }

  const get: Cache['get'] = (key) => {
    const kept = entries.get(key)
    if (!kept || !versions.isTrusted()) return undefined
    if (!current(versions, kept.dependencies) || now().getTime() >= kept.until) {
      if (drop(key)) figures.outdated++
      return undefined
    }
    // What is used last is dropped last.
    entries.delete(key)
    entries.set(key, kept)
    depend(kept.dependencies, kept.until)
    figures.hits++
    return kept
  }

  const store = (key: string, kept: Kept) => {
    if (kept.size > limits.all || !versions.isTrusted() || !current(versions, kept.dependencies)) return
    drop(key)
    entries.set(key, kept)
    figures.bytes += kept.size
    for (const oldest of entries.keys()) {
      if (figures.bytes <= limits.all) return
      if (drop(oldest)) figures.evicted++
    }
  }

  const fly = async (key: string, make: () => Promise<Response>): Promise<Kept | Response> => {
    figures.misses++
    const { result, recording } = await recorded(make)
    const kept = await keep(payload, key, result, recording, limits.one)
    if (!(kept instanceof Response)) store(key, kept)
    else if (spoils(kept, recording)) spoil()
    return kept
  }

  const join = async (flight: Promise<Kept | Response>): Promise<Kept | undefined> => {
    const shared = await flight.catch(() => undefined)
    if (!shared || shared instanceof Response) return undefined
    figures.shared++
    depend(shared.dependencies, shared.until)
    return shared
  }

  const answer: Cache['answer'] = async (key, make) => {
    const kept = get(key)
    if (kept) return kept
    if (!versions.isTrusted()) return make()
    const { epoch } = versions
    const flight = flights.get(key)
    // Whoever comes after a change wants to see it: an answer that is being made since before it will not do.
    if (flight?.epoch === epoch) return (await join(flight.answer)) ?? fly(key, make)
    const mine = { epoch, answer: fly(key, make) }
    flights.set(key, mine)
    try {
      return await mine.answer
    } finally {
      if (flights.get(key) === mine) flights.delete(key)
    }
  }

  return { get, answer, figures: () => ({ ...figures, entries: entries.size, trusted: versions.isTrusted() ? 1 : 0 }) }
}
