/** How often each collection has been written to, as far as this process knows; and which readers are noting what they depend on. */
export type Versions = {
  of: (tag: string) => number
  /** Changes with every bump of any tag. */
  readonly epoch: number
  bump: (tags: Iterable<string>) => void
  /** While a watcher of other processes' writes is down nothing may be served or kept. */
  trusted: boolean
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
  let epoch = 0
  return {
    of: (tag) => versions.get(tag) ?? 0,
    get epoch() {
      return epoch
    },
    bump: (tags) => {
      for (const tag of tags) {
        epoch++
        versions.set(tag, epoch)
      }
    },
    trusted: true,
  }
}
