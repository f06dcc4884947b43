import { depend } from './cache/recorder.ts'
import { now } from './clock.ts'

/** How an address of the API ends: when that was announced, when it stops answering, and what takes its place. */
export type Ending = { deprecated: string; sunset: string; instead?: string }

/** Whether it has stopped answering; what is answered until then is not kept for longer. */
export function hasEnded({ sunset }: Ending): boolean {
  const end = new Date(sunset)
  depend([], end.getTime())
  return now() >= end
}

/** The headers that tell callers of an ending (RFC 9745 and RFC 8594), added to those that are there. */
export function endingHeaders({ deprecated, sunset, instead }: Ending, headers?: Headers): Headers {
  const added = new Headers(headers)
  added.set('Deprecation', `@${Math.floor(Date.parse(deprecated) / 1000)}`)
  added.set('Sunset', new Date(sunset).toUTCString())
  if (instead) added.append('Link', `<${instead}>; rel="successor-version"`)
  return added
}
