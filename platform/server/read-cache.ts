import type { RequestHandler } from 'express'
import type { Cache } from '../cache/cache.ts'
import { spoil } from '../cache/recorder.ts'
import { dryRun } from '../dry-run.ts'
import type { Environment } from '../environment.ts'
import { type Plain, plainRead } from './cache-key.ts'
import { captured, passedOn } from './captured.ts'
import { demandsHttps, ownHosts } from './guard.ts'
import { fixedHeaders, isPreview } from './headers.ts'
import { identify } from './log.ts'
import { sameOrigin } from './origin.ts'
import { type Answer, send } from './rest.ts'
import { asResponse, sendKept, toldOf } from './send-kept.ts'

/** What is kept, and for whose pages. */
export type Kept = { cache: Cache; origins: readonly string[] }

/** Lets the API answer plain reads from what is kept; also for the pages, which ask it in memory. */
export const cachedApi =
  ({ cache, origins }: Kept, answer: Answer): Answer =>
  async (request) => {
    const { method, url, headers } = request
    const { pathname, search } = new URL(url)
    const plain = dryRun()
      ? undefined
      : plainRead(method, pathname + search, (name) => headers.get(name), { names: headers.keys(), origins })
    if (plain) {
      const found = await cache.answer(plain.key, () => answer(new Request(url, { headers: plain.shown(), signal: request.signal })))
      return found instanceof Response ? found : asResponse(found)
    }
    // A page that asks for this is made of something that nobody notes.
    spoil()
    return answer(request)
  }

type Incoming = Parameters<RequestHandler>[0]

const plainOf = ({ method, originalUrl, headers }: Incoming, origins: readonly string[], page?: { host: string }): Plain | undefined =>
  plainRead(method, originalUrl, (name) => headers[name] as string | undefined, { names: Object.keys(headers), origins, ...page })

/** Whether a request has a body, which somebody may have to refuse. */
const hasBody = ({ headers }: Incoming) =>
  Number(headers['content-length'] ?? 0) !== 0 || headers['transfer-encoding'] !== undefined || headers['content-encoding'] !== undefined

/**
 * Answers plain reads of the network from what is kept, before anything else looks at them: what comes later would ask of them what is asked here, and
 * add the same headers to each. What is not kept, or may have to be refused, goes on.
 */
export function fromCache({ cache, origins }: Kept, environment: Environment, log: RequestHandler): RequestHandler {
  const { publicUrl } = environment
  const { host, origin: own } = new URL(publicUrl)
  const isOurs = ownHosts(environment)
  const onlyHttps = demandsHttps(environment)
  const fixed = {
    api: fixedHeaders('api', '/api', environment),
    page: fixedHeaders('pages', '/', environment),
    preview: fixedHeaders('pages', '/?preview=', environment),
  }
  const keyOf = ({ method, url, headers }: Incoming, isApi: boolean): string | undefined => {
    // As it is read later: a browser would say that it asks for somebody else.
    const origin = sameOrigin(headers, publicUrl) === false ? headers.origin : own
    const headerOf = (name: string) => (name === 'origin' ? origin : (headers[name] as string | undefined))
    return plainRead(method, url, headerOf, { names: Object.keys(headers), origins, host: isApi ? undefined : host })?.key
  }

  return (incoming, outgoing, next) => {
    const { url, headers } = incoming
    const isApi = /^\/api[/?]/.test(url)
    const key = hasBody(incoming) ? undefined : keyOf(incoming, isApi)
    const kept = key && isOurs(incoming) && (!onlyHttps || incoming.secure) ? cache.get(key) : undefined
    if (!kept) return next()
    const id = identify(incoming, outgoing)
    log(incoming, outgoing, () => undefined)
    const { status, headers: told, content } = toldOf(kept, headers)
    const area = isApi ? 'api' : isPreview(url) ? 'preview' : 'page'
    outgoing.writeHead(status, ['X-Request-Id', id, ...fixed[area], ...told])
    outgoing.end(content)
  }
}

/** Keeps the pages of nobody in particular, with everything that they depend on. */
export const cachedPages =
  ({ cache, origins }: Kept, handler: RequestHandler): RequestHandler =>
  async (incoming, outgoing, next) => {
    const plain = plainOf(incoming, origins, { host: incoming.headers.host ?? '' })
    if (!plain?.keeps) return handler(incoming, outgoing, next)
    const { headers } = incoming
    const make = async () => {
      incoming.headers = plain.shown()
      try {
        return await captured(handler, incoming, outgoing)
      } finally {
        incoming.headers = headers
      }
    }
    try {
      const found = await cache.answer(plain.key, make)
      if (found instanceof Response) await send(found, outgoing)
      else sendKept(found, incoming, outgoing)
    } catch (error) {
      next(error === passedOn ? undefined : error)
    }
  }
