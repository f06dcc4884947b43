import type { Payload } from 'payload'
import { environment } from '../environment.ts'
import { eventsOf } from './event.ts'

const wrong = (payload: Payload, message: string) => {
  // Where it is tried out it must be noticed; where it is used the business goes on.
  if (environment.mode === 'sandbox') throw new Error(message)
  payload.logger.error(message)
}

/** Notices an event that is told but was never declared, and one that says something else than was declared. What nobody but the platform hears needs no declaration. */
export function checkTold(payload: Payload, event: string, data: unknown, heard: boolean): void {
  const declared = eventsOf(payload.config)
  if (Object.keys(declared).length === 0) return
  const type = declared[event]
  if (!type && !heard) wrong(payload, `The event "${event}" is told, but nobody has declared it and nobody hears it.`)
  const { error } = type?.data.safeParse(data) ?? {}
  if (error) wrong(payload, `The event "${event}" says something else than was declared: ${error.message}`)
}
