import { now } from './clock.ts'

/** How an address of the API ends: when that was announced, when it stops answering, and what takes its place. */
export type Ending = { deprecated: string; sunset: string; instead?: string }

/** Whether it has stopped answering. */
export const hasEnded = ({ sunset }: Ending): boolean => now() >= new Date(sunset)

/** The headers that tell callers of an ending (RFC 9745 and RFC 8594), added to those that are there. */
export function endingHeaders({ deprecated, sunset, instead }: Ending, headers?: Headers): Headers {
  const added = new Headers(headers)
  added.set('Deprecation', `@${Math.floor(Date.parse(deprecated) / 1000)}`)
  added.set('Sunset', new Date(sunset).toUTCString())
  if (instead) added.append('Link', `<${instead}>; rel="successor-version"`)
  return added
}
