import type { Payload } from 'payload'

/** Work that repeats, as data: a plugin puts it into `config.custom.jobs`. It may run twice at once, handles one bounded batch per run, and asks `heldBack` before it acts on the outside. */
export type Job = {
  /** `<owner>.<what it does>`, such as `shop.release-reservations`. */
  name: string
  /** How often, in words such as `1 minute`, or as a cron line. */
  every: string
  /** A further name, under which this and others like it are run by hand one after the other. */
  alias?: string
  run: (payload: Payload, clock: { now: () => Date }) => Promise<{ done: number }> | Promise<void>
  /** The same work on one document, whether or not it is due; for jobs that can. */
  forOne?: (payload: Payload, id: string, clock: { now: () => Date }) => Promise<{ done: number }>
}
