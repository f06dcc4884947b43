import { createServer, type IncomingMessage, type Server, STATUS_CODES } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import type { RequestHandler } from 'express'
import type { Payload } from 'payload'
import { type Jobs, startJobs } from '../../jobs/runner.ts'
import { api } from '../api.ts'
import { makeCache } from '../cache/cache.ts'
import { type Environment, origins } from '../environment.ts'
import { envelope } from '../errors.ts'
import { shared } from '../instance.ts'
import { closeMailing } from '../mail/transport.ts'
import { admin } from './admin.ts'
import { createApp } from './app.ts'
import { graphql } from './graphql.ts'
import { securityHeaders } from './headers.ts'
import { databaseAnswers, type Health, migrationsDone } from './health.ts'
import { withSoundInput } from './input.ts'
import { withKeys } from './keys.ts'
import { limits, withLimits } from './limits.ts'
import { measure } from './metrics/metrics.ts'
import { type Answers, pageFiles, pages } from './pages.ts'
import { cachedApi, cachedPages, fromCache, type Kept } from './read-cache.ts'
import { sandbox } from './sandbox.ts'
import { startSimulators } from './simulators.ts'
import { sockets } from './sockets.ts'
import { meteredUse } from './usage.ts'

/** How long requests under way may take to finish once the process is told to stop, in milliseconds. */
const patience = 7_000

/** What is served besides the API; development brings a storefront of its own and the admin with reload. */
export type Parts = { storefront?: boolean | RequestHandler[]; admin?: boolean | 'dev'; jobs?: boolean }

/** A running server. */
export type Served = { server: Server; url: string; jobs?: Jobs; stop: () => Promise<void> }

/** Serves the platform; `stop` lets requests finish, then ends jobs, sockets and the database. */
export async function serve({
  payload,
  environment,
  parts = {},
}: {
  payload: Payload
  environment: Environment
  parts?: Parts
}): Promise<Served> {
  const server = createServer({ keepAliveTimeout: 65_000 })
  const url = await listening(server, environment)
  const simulators = environment.mode === 'sandbox' ? await startSimulators(payload, environment, url) : undefined
  const count = limits(payload, environment)
  const cache = makeCache(payload)
  const kept: Kept = { cache, origins: origins(environment) }
  const answers = {
    api: cachedApi(
      kept,
      withSoundInput(
        withKeys(
          payload,
          withLimits(count, (request) => api(payload, request)),
        ),
      ),
    ),
    graphql: cachedApi(kept, withKeys(payload, withLimits(count, graphql(payload, count)))),
    sandbox: simulators && sandbox(simulators),
  }
  const metered = meteredUse(payload)
  shared(payload).writeUsage = metered.write
  const health: Health = { stopping: false, checks: { database: databaseAnswers(payload), migrations: migrationsDone(payload) } }
  const app = createApp({
    ...answers,
    payload,
    environment,
    health,
    use: metered.use,
    metrics: measure({ payload, cache, sockets: () => io.engine.clientsCount }),
    admin: adminOf(parts, server, environment),
    storefront: await storefrontOf(parts, answers, environment, kept),
    kept,
  })
  server.on('request', app)
  server.on('clientError', refuseBroken)
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => socket.end(raw(405, 'METHOD_NOT_ALLOWED')))
  const io = sockets(server, payload, environment)
  const jobs = parts.jobs ? await startJobs(payload) : undefined
  if (jobs) health.checks.jobs = async () => void (await jobs.list())

  let stopped: Promise<void> | undefined
  const stop = async () => {
    health.stopping = true
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    const late = setTimeout(() => server.closeAllConnections(), patience)
    await Promise.all([io.close(), jobs?.stop()])
    clearInterval(idle)
    clearTimeout(late)
    await metered.stop()
    await simulators?.stop()
    await closeMailing(payload)
    await shared(payload).search?.engine.stop()
    await payload.destroy()
  }
  return {
    server,
    url,
    jobs,
    stop: () => {
      stopped ??= stop()
      return stopped
    },
  }
}

const adminOf = ({ admin: part }: Parts, server: Server, environment: Environment): RequestHandler[] | undefined => {
  if (!part) return undefined
  return part === 'dev' ? [admin(server, { dev: true })] : [...securityHeaders('admin', environment), admin(server)]
}

const storefrontOf = async (
  { storefront }: Parts,
  answers: Answers,
  environment: Environment,
  kept: Kept,
): Promise<RequestHandler[] | undefined> => {
  if (storefront !== true) return storefront || undefined
  return [
    ...securityHeaders('pages', environment),
    fromCache(kept, 'pages'),
    pageFiles(),
    cachedPages(kept, await pages(answers, environment)),
  ]
}

/** The address under which this machine itself reaches the server. */
const localUrl = (host: string, { port }: AddressInfo) =>
  `http://${['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`

const listening = (server: Server, { port, host }: Environment) =>
  new Promise<string>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve(localUrl(host, server.address() as AddressInfo))
    })
  })

const brokenBy: Record<string, [status: number, code: Parameters<typeof envelope>[0]]> = {
  HPE_HEADER_OVERFLOW: [431, 'TOO_LARGE'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'BAD_REQUEST'],
}

/** Answers what is not even HTTP. */
function refuseBroken(error: NodeJS.ErrnoException, socket: Duplex) {
  if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
  const [status, code] = brokenBy[error.code ?? ''] ?? [400, 'BAD_REQUEST']
  socket.end(raw(status, code))
}

function raw(status: number, code: Parameters<typeof envelope>[0]): string {
  const body = JSON.stringify(envelope(code, crypto.randomUUID()))
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  return `${head.join('\r\n')}\r\n\r\n${body}`
}
