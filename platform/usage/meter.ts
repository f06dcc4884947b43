import { now } from '../clock.ts'
import { dayOf } from '../time.ts'
import { classOf } from './histogram.ts'

/** One answered request of an API key. */
export type Served = { key: string; owner: string; route: string; status: number; ms: number; bytes: number }

/** What a key did on one address on one day. */
export type Sum = { key: string; owner: string; day: string; route: string; counts: Record<string, number> }

/** What is counted and not yet written; adding is all that happens while a request is served. */
export type Meter = {
  count: (served: Served) => void
  /** Hands out what was counted and begins anew. */
  take: () => Sum[]
  /** Takes back what could not be written. */
  giveBack: (sums: readonly Sum[]) => void
}

const slotOf = ({ key, day, route }: Pick<Sum, 'key' | 'day' | 'route'>) => `${key}:${day}:${route}`

/** Counts what API keys do in this process. */
export function meter(): Meter {
  let sums = new Map<string, Sum>()
  const add = ({ counts, ...what }: Sum) => {
    const slot = slotOf(what)
    const sum = sums.get(slot) ?? { ...what, counts: {} }
    for (const [name, amount] of Object.entries(counts)) sum.counts[name] = (sum.counts[name] ?? 0) + amount
    sums.set(slot, sum)
  }
  return {
    count: ({ key, owner, route, status, ms, bytes }) =>
      add({ key, owner, route, day: dayOf(now()), counts: { calls: 1, failures: status >= 400 ? 1 : 0, bytes, [classOf(ms)]: 1 } }),
    take: () => {
      const taken = [...sums.values()]
      sums = new Map()
      return taken
    },
    giveBack: (back) => back.forEach(add),
  }
}

/** The one row that a sum belongs to, whichever process counted it. */
export const slot = slotOf
