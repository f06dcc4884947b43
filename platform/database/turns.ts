import type { Call } from '../call.ts'

/** Somebody's time on the writer. */
export type Turn = {
  call: Call | undefined
  /** Ends the turn from outside: it has lasted too long while others waited. */
  abandon?: () => void
}

/** How long a write waits for its turn, in milliseconds. */
export const waitLimit = 30_000
/** How long a transaction may keep the writer while others wait for it, in milliseconds: as long as MongoDB lets one live. */
export const holdLimit = 60_000

class WriterBusy extends Error {
  override name = 'WriterBusy'
  readonly code = 'WRITER_BUSY'
}

const busy = ({ call }: Turn, since: number) =>
  new WriterBusy(
    `A write waited ${waitLimit / 1000} s for a transaction that ${call?.route || 'somebody outside every request'} has held for ${Math.round((Date.now() - since) / 1000)} s.`,
  )

/** One writer, many callers: first come, first served. */
export function turns() {
  const waiting: { turn: Turn; begin: () => void }[] = []
  let current: Turn | undefined
  let since = 0

  const begin = (turn: Turn) => {
    current = turn
    since = Date.now()
  }

  return {
    /** Whose turn it is. */
    get current(): Turn | undefined {
      return current
    },
    /** Resolves when it is this turn. */
    take: (turn: Turn): Promise<void> => {
      if (!current) {
        begin(turn)
        return Promise.resolve()
      }
      return new Promise((resolve, reject) => {
        const entry = {
          turn,
          begin: () => {
            clearTimeout(timer)
            begin(turn)
            resolve()
          },
        }
        const timer = setTimeout(() => {
          waiting.splice(waiting.indexOf(entry), 1)
          if (current) reject(busy(current, since))
          if (Date.now() - since >= holdLimit) current?.abandon?.()
        }, waitLimit)
        waiting.push(entry)
      })
    },
    /** Ends a turn; the next one begins at once. */
    done: (): void => {
      const next = waiting.shift()
      if (next) next.begin()
      else current = undefined
    },
  }
}
