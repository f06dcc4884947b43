import { createServer, type Server } from 'node:http'
import type { RequestHandler } from 'express'
import type { Payload } from 'payload'
import { type Jobs, startJobs } from '../../jobs/runner.ts'
import { api } from '../api.ts'
import { makeCache } from '../cache/cache.ts'
import { watchOthers } from '../cache/others.ts'
import { type Environment, origins } from '../environment.ts'
import { shared } from '../instance.ts'
import { closeMailing } from '../mail/transport.ts'
import { sessionsSeen } from '../sessions/seen.ts'
import { admin } from './admin.ts'
import { createApp } from './app.ts'
import { withEndings } from './endings.ts'
import { graphql } from './graphql.ts'
import { securityHeaders } from './headers.ts'
import { databaseAnswers, type Health, migrationsDone } from './health.ts'
import { withSoundInput } from './input.ts'
import { withKeys } from './keys.ts'
import { limits, withLimits } from './limits.ts'
import { drain, listening, refuseBroken, wantsSocket } from './listen.ts'
import { measure } from './metrics/metrics.ts'
import { type Answers, pageFiles, pages } from './pages.ts'
import { cachedApi, cachedPages, type Kept } from './read-cache.ts'
import { startSimulators } from './simulators.ts'
import { socketBus } from './socket-bus.ts'
import { sockets } from './sockets.ts'
import { meteredUse } from './usage.ts'

/** How long requests under way may take to finish once the process is told to stop, in milliseconds. */
const patience = 7_000

/** What is served besides the API; development brings a storefront of its own and the admin with reload. */
export type Parts = { storefront?: boolean | RequestHandler[]; admin?: boolean | 'dev'; jobs?: boolean }

/** A running server. */
export type Served = {
  server: Server
  url: string
  jobs?: Jobs
  /** Takes no more connections, lets those that there are go on for `grace` milliseconds, and finishes what is under way. */
  stop: (options?: { grace?: number }) => Promise<void>
}

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
  const server = createServer({ keepAliveTimeout: 65_000, shouldUpgradeCallback: wantsSocket })
  let url = ''
  const simulators = await startSimulators(payload, environment, () => url)
  const others = watchOthers(payload)
  const count = limits(payload, environment)
  const cache = makeCache(payload)
  const kept: Kept = { cache, origins: origins(environment) }
  const answers = {
    // What a key asks wrongly counts as its use, too.
    api: cachedApi(
      kept,
      withEndings(
        payload,
        withKeys(
          payload,
          withLimits(
            count,
            withSoundInput((request) => api(payload, request)),
          ),
        ),
      ),
    ),
    graphql: cachedApi(kept, withKeys(payload, withLimits(count, graphql(payload, count)))),
    sandbox: simulators?.answer,
  }
  const metered = meteredUse(payload)
  const seen = sessionsSeen(payload)
  shared(payload).writeUsage = metered.write
  const health: Health = { stopping: false, checks: { database: databaseAnswers(payload), migrations: migrationsDone(payload) } }
  const app = createApp({
    ...answers,
    payload,
    environment,
    health,
    use: metered.use,
    seen,
    metrics: measure({ payload, cache, sockets: () => io.engine.clientsCount }),
    admin: adminOf(parts, server, environment),
    storefront: await storefrontOf(parts, answers, environment, kept),
    kept,
  })
  server.on('request', app)
  refuseBroken(server)
  const bus = await socketBus(payload)
  const io = sockets(server, payload, environment, bus)
  const jobs = parts.jobs ? await startJobs(payload) : undefined
  if (jobs) health.checks.jobs = async () => void (await jobs.list())
  // Last of all: who comes finds everything ready.
  url = await listening(server, environment)

  let stopped: Promise<void> | undefined
  const stop = async (grace: number) => {
    health.stopping = true
    const jobsDone = jobs?.stop()
    if (grace > 0) {
      io.engine.close()
      await drain(server, grace)
    }
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    const late = setTimeout(() => server.closeAllConnections(), patience)
    await Promise.all([io.close(), jobsDone])
    clearInterval(idle)
    clearTimeout(late)
    await Promise.all([bus?.stop(), others.stop(), metered.stop(), seen.settled()])
    await simulators?.stop()
    await closeMailing(payload)
    await shared(payload).search?.engine.stop()
    await payload.destroy()
  }
  return {
    server,
    url,
    jobs,
    stop: ({ grace = 0 } = {}) => {
      stopped ??= stop(grace)
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
  return [...securityHeaders('pages', environment), pageFiles(), cachedPages(kept, await pages(answers, environment))]
}
