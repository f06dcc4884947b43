import type { Payload } from 'payload'
import { shared } from '../instance.ts'
import { depend } from './recorder.ts'
import { versionsOf } from './versions.ts'

/** How long other processes may take to hear of a change here, in milliseconds of real time. */
const freshness = 2_000

/** How many things are remembered at most; what was read first goes first. */
const most = 5_000

/** What was read, how often its collections had been written to before, and when. */
export type Remembered = { version: number; at: number; found: Promise<unknown> }

/**
 * Reads small things that are asked for all the time and seldom change, by their ids: each once until one of `tags` is written in this process,
 * and once in two seconds for what other processes write. `read` gets the ids that are not known and must not look into a transaction.
 */
export async function rememberedEach<Found>(
  payload: Payload,
  { name, tags, ids }: { name: string; tags: readonly string[]; ids: readonly string[] },
  read: (missing: string[]) => Promise<ReadonlyMap<string, Found>>,
): Promise<Map<string, Found>> {
  const instance = shared(payload)
  instance.remembered ??= new Map()
  const { remembered: kept } = instance
  const versions = tags.map((tag): [string, number] => [tag, versionsOf(payload.db).of(tag)])
  depend(versions)
  // Versions only grow, so that their sum tells whether any did.
  const version = versions.reduce((sum, [, each]) => sum + each, 0)
  const at = Date.now()
  const keyOf = (id: string) => `${name} ${id}`
  const isFresh = (known: Remembered | undefined) => known?.version === version && at - known.at < freshness
  const missing = ids.filter((id) => !isFresh(kept.get(keyOf(id))))
  if (missing.length > 0) {
    const answer = read(missing)
    for (const id of missing) {
      const mine = { version, at, found: answer.then((found) => found.get(id)) }
      kept.delete(keyOf(id))
      kept.set(keyOf(id), mine)
      mine.found.catch(() => kept.get(keyOf(id)) === mine && kept.delete(keyOf(id)))
    }
  }
  const found = await Promise.all(ids.map(async (id) => [id, await kept.get(keyOf(id))?.found] as const))
  while (kept.size > most) kept.delete(kept.keys().next().value as string)
  return new Map(found.filter((pair): pair is [string, Awaited<Found>] => pair[1] !== undefined))
}

/** Reads one small thing, under a name of its own, as `rememberedEach` does. */
export async function remembered<Found>(payload: Payload, name: string, tag: string, read: () => Promise<Found>): Promise<Found> {
  const found = await rememberedEach(payload, { name, tags: [tag], ids: [''] }, async () => new Map([['', await read()]]))
  return found.get('') as Found
}
