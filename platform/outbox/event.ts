import type { z } from 'zod'

/** An event that others may hear of, as data: its owner puts it into `config.custom.events` under its name, such as `orders.paid`. */
export type EventType = {
  /** One line for the documentation. */
  summary: string
  /** What is told. */
  data: z.ZodType
}

/** The events of a configuration, by their names. */
export const eventsOf = ({ custom }: { custom?: Record<string, unknown> }): Record<string, EventType> =>
  (custom?.events as Record<string, EventType> | undefined) ?? {}
