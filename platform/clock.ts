import { AsyncLocalStorage } from 'node:async_hooks'

let offset = 0

const elsewhere = new AsyncLocalStorage<number>()

/** The present moment; every time that is stored or compared comes from here. */
export const now = (): Date => new Date(Date.now() + (elsewhere.getStore() ?? offset))

/** Runs `work` as if it were `date` when it begins; time goes on for it, and elsewhere it stays what it is. */
export const asIfAt = <Result>(date: Date, work: () => Result): Result => elsewhere.run(date.getTime() - Date.now(), work)

/** Moves the clock of this process, so that tests see expiry without waiting. */
export const clock = {
  /** Puts the clock `milliseconds` ahead of where it stands. */
  advance: (milliseconds: number) => {
    offset += milliseconds
  },
  /** Makes it `date` now. */
  set: (date: Date) => {
    offset = date.getTime() - Date.now()
  },
  /** Back to real time. */
  reset: () => {
    offset = 0
  },
}

/** The moment `seconds` from now. */
export const inSeconds = (seconds: number): Date => new Date(now().getTime() + seconds * 1000)
