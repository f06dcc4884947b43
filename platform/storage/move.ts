import { createHash } from 'node:crypto'
import type { Store } from './store.ts'

/** What is moved, and how. */
export type Move = {
  from: Store
  to: Store
  areas: readonly string[]
  /** Look only: nothing is written and nothing removed. */
  dry?: boolean
  /** Remove from the old store what is in the new one for certain. */
  remove?: boolean
  /** Hears of each object. */
  told?: (line: string) => void
}

/** What came of it: objects and bytes copied, objects that were there already, objects removed from the old store, and those that could not be moved. */
export type Moved = { copied: number; bytes: number; there: number; removed: number; failed: string[] }

async function fingerprint(store: Store, key: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const part of store.read(key)) hash.update(part)
  return hash.digest('hex')
}

/** Whether both stores hold the same bytes under a key; sizes are compared first, as reading takes longer. */
async function isSame({ from, to }: Pick<Move, 'from' | 'to'>, key: string, size: number): Promise<boolean> {
  const there = await to.stat(key)
  if (there?.size !== size) return false
  const [ours, theirs] = await Promise.all([fingerprint(from, key), fingerprint(to, key)])
  return ours === theirs
}

/** Copies one object and reads it back; throws when what arrived is not what was sent. */
async function copy({ from, to }: Pick<Move, 'from' | 'to'>, key: string): Promise<number> {
  const bytes = await new Response(from.read(key) as BodyInit).bytes()
  await to.put(key, bytes)
  const [sent, arrived] = [createHash('sha256').update(bytes).digest('hex'), await fingerprint(to, key)]
  if (sent !== arrived) throw new Error(`It arrived with another fingerprint (${arrived.slice(0, 12)} instead of ${sent.slice(0, 12)}).`)
  return bytes.length
}

/**
 * Moves objects from one store to another, one after the other, each checked by its fingerprint. May be broken off and begun again:
 * what is there already is not copied twice. An object that fails holds up no other.
 */
export async function moveObjects(move: Move): Promise<Moved> {
  const { from, to, areas, dry = false, remove = false, told = () => undefined } = move
  const moved: Moved = { copied: 0, bytes: 0, there: 0, removed: 0, failed: [] }
  for (const area of areas)
    for await (const key of from.list(area)) {
      try {
        const stored = await from.stat(key)
        // Somebody deleted it meanwhile.
        if (!stored) continue
        if (await isSame({ from, to }, key, stored.size)) moved.there++
        else {
          if (!dry) await copy({ from, to }, key)
          moved.copied++
          moved.bytes += stored.size
          told(`${key} (${stored.size} bytes)`)
        }
        if (remove && !dry) {
          await from.remove(key)
          moved.removed++
        }
      } catch (error) {
        moved.failed.push(key)
        told(`${key} could not be moved: ${(error as Error).message}`)
      }
    }
  return moved
}
