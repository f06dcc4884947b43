import type { Payload } from 'payload'

/** Work that repeats, as data: a plugin puts it into `config.custom.jobs`. It may run twice at once and handles one bounded batch per run. */
export type Job = {
  /** `<owner>.<what it does>`, such as `shop.release-reservations`. */
  name: string
  /** How often, in words such as `1 minute`, or as a cron line. */
  every: string
  run: (payload: Payload, clock: { now: () => Date }) => Promise<{ done: number }> | Promise<void>
}
