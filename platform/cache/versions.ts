/** How often each collection has been written to, as far as this process knows. */
export type Versions = {
  of: (tag: string) => number
  /** Changes with every bump. */
  readonly epoch: number
  bump: (tags: Iterable<string>) => void
  /** Says that anything may have changed. */
  bumpAll: () => void
  /** Whether what others wrote is known too; while it is not, nothing may be served or kept. Asked before every use. */
  isTrusted: () => boolean
  /** Lets somebody who hears of others' writes have a say; answers how to end that. */
  watchedBy: (knows: () => boolean) => () => void
}

const key = Symbol.for('vior.versions')

/** The versions that belong to a database adapter: one per process, whatever copy of this module asks. */
export function versionsOf(db: object): Versions {
  const holder = db as { [key]?: Versions }
  holder[key] ??= makeVersions()
  return holder[key]
}

function makeVersions(): Versions {
  const versions = new Map<string, number>()
  const watchers = new Set<() => boolean>()
  let epoch = 0
  let least = 0
  return {
    of: (tag) => Math.max(least, versions.get(tag) ?? 0),
    get epoch() {
      return epoch
    },
    bump: (tags) => {
      for (const tag of tags) versions.set(tag, ++epoch)
    },
    bumpAll: () => {
      least = ++epoch
    },
    isTrusted: () => {
      let trusted = true
      // Each is asked, because asking is also how some find out.
      for (const knows of watchers) trusted = knows() && trusted
      return trusted
    },
    watchedBy: (knows) => {
      watchers.add(knows)
      return () => void watchers.delete(knows)
    },
  }
}
