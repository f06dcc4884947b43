import type { JsonObject, Payload, PayloadRequest } from 'payload'

/** Changes documents in answer to an event, in one transaction with the mark that it was delivered: its effect happens exactly once. */
type Handler = { handle(req: PayloadRequest, data: JsonObject, key: string): Promise<void> }

/** Acts on the outside (SMTP, HTTP) in answer to an event: at least once, with a key by which the other side or a row of ours can tell a repetition. */
type Sender = { send(payload: Payload, data: JsonObject, key: string, message: Told): Promise<void> }

/** What is known of a message besides its data. */
export type Told = { event: string; createdAt: string; attempts: number }

/** Whoever wants to hear of an event, as data: a plugin puts it into `config.custom.subscribers`. Names are unique, such as `shop.mail-receipt`. */
export type Subscriber = {
  event: string
  name: string
  /** Whether it can do its work at all; while it cannot, its messages wait and no try counts. Asked often, so it must be quick. */
  ready?(payload: Payload): Promise<boolean>
  /** Hears that its message is given up: after the last try, or at once after a lasting failure. */
  giveUp?(req: PayloadRequest, data: JsonObject, error: string): Promise<void>
} & (Handler | Sender)

/** The subscribers of all plugins that are switched on. */
export const subscribersOf = (payload: Payload): Subscriber[] => (payload.config.custom?.subscribers as Subscriber[] | undefined) ?? []

/** Subscribers that come and go while the platform runs, with a delivery of their own; whoever knows them puts this into `config.custom.audiences`. */
export type Audience = {
  /** Those that listen now; asked for every event, so it must be quick. */
  listening: (payload: Payload) => Promise<readonly Subscriber[]>
  /** Delivers to them soon: called after each commit that told something. */
  nudge: (payload: Payload) => void
  /** Waits for what is under way. */
  settled: (payload: Payload) => Promise<void>
}

/** The audiences of a configuration. */
export const audiencesOf = (payload: Payload): Audience[] => (payload.config.custom?.audiences as Audience[] | undefined) ?? []

/** Whoever wants to hear of `event` now. */
export async function listenersTo(payload: Payload, event: string): Promise<Subscriber[]> {
  const others = await Promise.all(audiencesOf(payload).map(({ listening }) => listening(payload)))
  return [...subscribersOf(payload), ...others.flat()].filter((subscriber) => subscriber.event === event)
}

/** Marks an error as one that no later try can mend, so that the message is given up at once. */
export const lasting = <Failure extends Error>(error: Failure): Failure => Object.assign(error, { lasting: true })

/** Whether a later try is pointless. */
export const isLasting = (error: unknown): boolean => Boolean((error as { lasting?: boolean } | null)?.lasting)
