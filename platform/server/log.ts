import { randomUUID } from 'node:crypto'
import type { RequestHandler } from 'express'
import type { Payload } from 'payload'

/** What follows these in a path is a secret. */
const secretFollows = new Set(['webhook', 'azam-callback', 'verify', 'reset'])

const looksSecret = (segment: string) => /^\w{24,}$/.test(segment) && /\d/.test(segment)

/** The path of a request as it may be logged: without the query and without secrets. */
export const shownPath = (url: string): string =>
  (url.split('?', 1)[0] ?? '')
    .split('/')
    .map((segment, at, all) => (segment && (secretFollows.has(all[at - 1] ?? '') || looksSecret(segment)) ? '***' : segment))
    .join('/')
    .slice(0, 200)

const acceptable = /^[\w.:-]{1,100}$/

/** Gives every request an id: the caller's own `X-Request-Id` when it is a sound one. */
export const requestId: RequestHandler = (request, response, next) => {
  const given = request.get('x-request-id')
  const id = given && acceptable.test(given) ? given : randomUUID()
  request.headers['x-request-id'] = id
  response.locals.requestId = id
  response.setHeader('X-Request-Id', id)
  next()
}

/** What nobody wants to read one line each about: probes and files. */
const quiet = /^\/(health|_next|_astro)\//

/** Logs one line for every request: what was asked, how it ended, how long it took; never a header, a query or a body. */
export const requestLog =
  (payload: Payload): RequestHandler =>
  (request, response, next) => {
    const started = performance.now()
    response.once('close', () => {
      const path = shownPath(request.originalUrl)
      const status = response.writableFinished ? response.statusCode : 499
      const level = status >= 500 ? 'error' : quiet.test(path) ? 'debug' : 'info'
      const ms = Math.round((performance.now() - started) * 10) / 10
      payload.logger[level](
        { requestId: response.locals.requestId, method: request.method, path, status, ms, ip: request.ip },
        `${request.method} ${path} ${status} ${ms} ms`,
      )
    })
    next()
  }
