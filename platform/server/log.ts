import { randomUUID } from 'node:crypto'
import type { Request, RequestHandler, Response } from 'express'
import type { Payload } from 'payload'
import { shared } from '../instance.ts'
import type { Key } from '../keys/key.ts'
import { routeFor } from '../routes.ts'
import type { Seen } from '../sessions/seen.ts'
import type { Meter, Served } from '../usage/meter.ts'
import type { Metrics } from './metrics/metrics.ts'

/** What follows these in a path is a secret. */
const secretFollows = new Set(['webhook', 'azam-callback', 'verify', 'reset'])

/** As long as the number of a payment card, however it is spelt. */
const looksLikeCard = (segment: string) => /^\d{13,19}$/.test(segment.replaceAll(/%20|[-+.]/g, ''))

const looksSecret = (segment: string) => (/^\w{24,}$/.test(segment) && /\d/.test(segment)) || looksLikeCard(segment)

/** The path of a request as it may be logged: without the query and without secrets. */
export const shownPath = (url: string): string =>
  (url.split('?', 1)[0] ?? '')
    .split('/')
    .map((segment, at, all) => (segment && (secretFollows.has(all[at - 1] ?? '') || looksSecret(segment)) ? '***' : segment))
    .join('/')
    .slice(0, 200)

const acceptable = /^[\w.:-]{1,100}$/

/** Gives a request its id, and says it: the caller's own `X-Request-Id` when it is a sound one. */
export function identify({ headers }: Request, { locals }: Response): string {
  const given = headers['x-request-id']
  const id = typeof given === 'string' && acceptable.test(given) ? given : randomUUID()
  headers['x-request-id'] = id
  locals.requestId = id
  return id
}

/** Gives every request an id, which its answer names. */
export const requestId: RequestHandler = (request, response, next) => {
  response.setHeader('X-Request-Id', identify(request, response))
  next()
}

/** What nobody wants to read one line each about: probes and files. */
const quiet = /^\/(health|_next|_astro)\//

const served = (
  payload: Payload,
  { method, originalUrl }: Request,
  key: Key,
  did: { status: number; ms: number; bytes: number },
): Served => {
  const route = routeFor(payload.config, method, originalUrl.split('?', 1)[0] ?? '')
  return { key: key.id, owner: key.owner, route: route ? `${route.method} ${route.pattern}` : 'unknown', ...did }
}

/** Who else hears of every request. */
export type Noted = { use: Meter; metrics: Metrics; seen: Seen }

/** Logs one line for every request: what was asked, how it ended, how long it took; never a header, a query or a body. It is counted too, and what an API key did by itself. */
export const requestLog = (payload: Payload, { use, metrics, seen }: Noted): RequestHandler => {
  // Nothing of what this says can hold a secret, so that nobody has to look for one.
  const logger = payload.logger.child({}, { redact: { paths: [] } })
  shared(payload).requestLogger = logger
  return (request, response, next) => {
    const started = performance.now()
    // Read now: a connection that breaks off takes its address with it.
    const { socket, ip } = request
    const before = socket.bytesWritten
    response.once('close', () => {
      const path = shownPath(request.originalUrl)
      const status = response.writableFinished ? response.statusCode : 499
      const level = status >= 500 ? 'error' : quiet.test(path) ? 'debug' : 'info'
      const ms = Math.round((performance.now() - started) * 10) / 10
      seen.note(request.headers)
      metrics.count({ method: request.method, url: request.originalUrl, status, ms })
      const key = response.locals.key as Key | undefined
      if (key) use.count(served(payload, request, key, { status, ms, bytes: socket.bytesWritten - before }))
      logger[level](
        { requestId: response.locals.requestId, method: request.method, path, status, ms, ip, ...(key && { key: key.id }) },
        `${request.method} ${path} ${status} ${ms} ms`,
      )
    })
    next()
  }
}
