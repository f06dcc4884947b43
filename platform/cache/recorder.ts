import { AsyncLocalStorage } from 'node:async_hooks'

/** What an answer depends on: each tag with the version it had before it was first read. */
export type Dependencies = Map<string, number>

/** Notes what is read while an answer is made. */
export type Recording = {
  dependencies: Dependencies
  /** When the oldest part of the answer ends, in milliseconds since the epoch. */
  until: number
  /** Set when something was read that may not be kept, such as rows that are not committed. */
  spoiled: boolean
  /** The recording around this one, which depends on all that this one depends on. */
  outer?: Recording
}

const key = Symbol.for('vior.recordings')

// Next's bundle has a second copy of this module, but reads through the same adapter.
const holder = globalThis as { [key]?: AsyncLocalStorage<Recording | undefined> }
holder[key] ??= new AsyncLocalStorage<Recording | undefined>()
const recordings = holder[key]

/** Whether anybody notes what is read here. */
export const isRecording = (): boolean => recordings.getStore() !== undefined

/** Runs `work` and answers its result with what it depended on. */
export async function recorded<Result>(work: () => Promise<Result>): Promise<{ result: Result; recording: Recording }> {
  const outer = recordings.getStore()
  const recording: Recording = { dependencies: new Map(), until: Number.POSITIVE_INFINITY, spoiled: false, outer }
  return { result: await recordings.run(recording, work), recording }
}

/** Notes that the running answer depends on `tags` at these versions, the oldest of which counts, and that a part of it ends at `until`. */
export function depend(dependencies: Iterable<[tag: string, version: number]>, until = Number.POSITIVE_INFINITY): void {
  let recording = recordings.getStore()
  if (!recording) return
  const pairs = [...dependencies]
  for (; recording; recording = recording.outer) {
    recording.until = Math.min(recording.until, until)
    for (const [tag, version] of pairs) recording.dependencies.set(tag, Math.min(version, recording.dependencies.get(tag) ?? version))
  }
}

/** Notes that the running answer may not be kept. */
export function spoil(): void {
  for (let recording = recordings.getStore(); recording; recording = recording.outer) recording.spoiled = true
}
