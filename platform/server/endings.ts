import type { Payload } from 'payload'
import { endingHeaders } from '../ending.ts'
import { routeFor } from '../routes.ts'
import type { Answer } from './rest.ts'

/** Says that an address ends on refusals too that come before its endpoint: a key that is not good, a limit, a query that makes no sense. */
export const withEndings =
  ({ config }: Pick<Payload, 'config'>, answer: Answer): Answer =>
  async (request) => {
    const response = await answer(request)
    if (response.ok || response.headers.has('sunset')) return response
    const ends = routeFor(config, request.method, new URL(request.url).pathname)?.definition?.ends
    if (ends) for (const [name, value] of endingHeaders(ends)) response.headers.set(name, value)
    return response
  }
