import compression from 'compression'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import type { Payload } from 'payload'
import type { Environment } from '../environment.ts'
import type { Seen } from '../sessions/seen.ts'
import type { Meter } from '../usage/meter.ts'
import { bodyGuard } from './body.ts'
import { docs } from './docs.ts'
import { hostGuard, httpsGuard, methodGuard, publicName, urlGuard } from './guard.ts'
import { securityHeaders } from './headers.ts'
import { type Health, live, ready } from './health.ts'
import { requestId, requestLog } from './log.ts'
import type { Metrics } from './metrics/metrics.ts'
import { metricsPage } from './metrics/page.ts'
import { originGuard } from './origin.ts'
import { fromCache, type Kept } from './read-cache.ts'
import { refuse, requestIdOf } from './refuse.ts'
import { type Answer, rest } from './rest.ts'
import { forScripts } from './sandbox.ts'

/** What the app is put together from. */
export type AppParts = {
  payload: Payload
  environment: Environment
  health: Health
  /** What API keys do. */
  use: Meter
  metrics: Metrics
  /** The sessions that are used. */
  seen: Seen
  /** The API, limits included. */
  api: Answer
  graphql: Answer
  /** What the simulators show; only in sandbox mode. */
  sandbox?: Answer
  admin?: RequestHandler[]
  storefront?: RequestHandler[]
  kept: Kept
}

/** `1` is a number of proxies, everything else a list of their addresses. */
const proxies = (trustProxy: string | undefined) => (trustProxy && /^\d+$/.test(trustProxy) ? Number(trustProxy) : (trustProxy ?? false))

/** Builds the Express app: who may come in, then one handler per area. */
export function createApp({
  payload,
  environment,
  health,
  use,
  metrics,
  seen,
  api,
  graphql,
  sandbox,
  admin,
  storefront,
  kept,
}: AppParts): Express {
  const { publicUrl } = environment
  const app = express()
  app.set('trust proxy', proxies(environment.trustProxy))
  app.set('query parser', false)
  app.disable('x-powered-by')
  app.disable('etag')

  const log = requestLog(payload, { use, metrics, seen })
  app.use(fromCache(kept, environment, log), requestId, log, methodGuard, urlGuard)
  app.get('/health/live', live)
  app.get('/health/ready', ready(health))
  app.use(hostGuard(environment))
  app.get('/metrics', metricsPage(metrics, environment))
  app.use(httpsGuard(environment), bodyGuard, originGuard(publicUrl), publicName(environment), compression({ filter: isUnencoded }))

  app.use('/api/docs', docs(environment))
  app.use('/api', securityHeaders('api', environment))
  app.use('/api/graphql', rest(graphql, publicUrl))
  app.use('/api', rest(api, publicUrl))
  if (sandbox) app.use('/sandbox', express.Router().use(scriptsOnly, securityHeaders('api', environment), rest(sandbox, publicUrl)))
  if (admin) app.use(under(/^\/(admin|_next)(\/|$)|^\/__nextjs/, admin))
  if (storefront) app.use(...storefront)
  app.use((_request, response) => refuse(response, 'NOT_FOUND'))
  app.use(lastResort(payload))
  return app
}

/** What is kept is compressed once, and its tag is that of its bytes. */
const isUnencoded: compression.CompressionFilter = (request, response) =>
  !(response as express.Response).locals.kept && compression.filter(request, response)

/** Leaves visitors who want a page to what comes later. */
const scriptsOnly: RequestHandler = (request, _response, next) =>
  next(forScripts(request.method, request.originalUrl.split('?', 1)[0] ?? '', request.headers.accept) ? undefined : 'router')

/** Handlers for some paths that are shown the whole path, which `app.use` with a path would shorten. */
function under(paths: RegExp, handlers: RequestHandler[]): RequestHandler {
  const router = express.Router().use(...handlers)
  return (request, response, next) => (paths.test(request.path) ? router(request, response, next) : next())
}

/** What Express itself throws over bad input carries a status below 500; everything else is our fault and is not shown. */
const lastResort =
  (payload: Payload): ErrorRequestHandler =>
  (error: { status?: number }, _request, response, _next) => {
    if (error?.status && error.status < 500) return refuse(response, error.status === 404 ? 'NOT_FOUND' : 'BAD_REQUEST')
    payload.logger.error({ err: error, requestId: requestIdOf(response) }, 'A request failed.')
    refuse(response, 'INTERNAL')
  }
