import type { Payload } from 'payload'
import { shared } from '../instance.ts'
import { depend } from './recorder.ts'
import { versionsOf } from './versions.ts'

/** How long other processes may take to hear of a change here, in milliseconds of real time. */
const freshness = 2_000

/** What was read of a collection or a global, and when. */
export type Remembered = { version: number; at: number; found: Promise<unknown> }

/**
 * Reads something small that is asked for all the time and seldom changes, under a name of its own: once until `tag` is written in this process,
 * and once in two seconds for what other processes write. `read` must not look into a transaction.
 */
export function remembered<Found>(payload: Payload, name: string, tag: string, read: () => Promise<Found>): Promise<Found> {
  const instance = shared(payload)
  instance.remembered ??= new Map()
  const { remembered: kept } = instance
  const version = versionsOf(payload.db).of(tag)
  depend([[tag, version]])
  const known = kept.get(name)
  if (known && known.version === version && Date.now() - known.at < freshness) return known.found as Promise<Found>
  const found = read()
  const mine = { version, at: Date.now(), found }
  kept.set(name, mine)
  found.catch(() => {
    if (kept.get(name) === mine) kept.delete(name)
  })
  return found
}
