import type { JsonObject, Payload, PayloadRequest } from 'payload'

/** Changes documents in answer to an event, in one transaction with the mark that it was delivered: its effect happens exactly once. */
type Handler = { handle(req: PayloadRequest, data: JsonObject, key: string): Promise<void> }

/** Acts on the outside (SMTP, HTTP) in answer to an event: at least once, with a key by which the other side or a row of ours can tell a repetition. */
type Sender = { send(payload: Payload, data: JsonObject, key: string): Promise<void> }

/** Whoever wants to hear of an event, as data: a plugin puts it into `config.custom.subscribers`. Names are unique, such as `shop.mail-receipt`. */
export type Subscriber = {
  event: string
  name: string
  /** Hears that its message is given up: after the last try, or at once after a lasting failure. */
  giveUp?(req: PayloadRequest, data: JsonObject, error: string): Promise<void>
} & (Handler | Sender)

/** The subscribers of all plugins that are switched on. */
export const subscribersOf = (payload: Payload): Subscriber[] => (payload.config.custom?.subscribers as Subscriber[] | undefined) ?? []

/** Marks an error as one that no later try can mend, so that the message is given up at once. */
export const lasting = <Failure extends Error>(error: Failure): Failure => Object.assign(error, { lasting: true })

/** Whether a later try is pointless. */
export const isLasting = (error: unknown): boolean => Boolean((error as { lasting?: boolean } | null)?.lasting)
