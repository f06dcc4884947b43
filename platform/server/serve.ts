import { createServer, type IncomingMessage, type Server, STATUS_CODES } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Payload } from 'payload'
import { api } from '../api.ts'
import type { Environment } from '../environment.ts'
import { envelope } from '../errors.ts'
import { admin } from './admin.ts'
import { createApp } from './app.ts'
import { graphql } from './graphql.ts'
import { databaseAnswers, type Health } from './health.ts'
import { limits, withLimits } from './limits.ts'
import { pageFiles, pages } from './pages.ts'
import { sockets } from './sockets.ts'

/** How long requests under way may take to finish once the process is told to stop, in milliseconds. */
const patience = 7_000

/** What is served besides the API. */
export type Parts = { storefront?: boolean; admin?: boolean; jobs?: boolean }

/** A running server. */
export type Served = { server: Server; url: string; stop: () => Promise<void> }

/** Serves the platform; `stop` lets requests finish, then ends jobs, sockets and the database. */
export async function serve({ payload, environment, parts = {} }: { payload: Payload; environment: Environment; parts?: Parts }): Promise<Served> {
  const server = createServer({ keepAliveTimeout: 65_000 })
  const count = limits(payload, environment)
  const answer = withLimits(count, (request) => api(payload, request))
  const health: Health = { stopping: false, checks: { database: databaseAnswers(payload) } }
  const app = createApp({
    payload,
    environment,
    health,
    api: answer,
    graphql: graphql(payload, count),
    admin: parts.admin ? admin(server) : undefined,
    storefront: parts.storefront ? [pageFiles(), await pages(answer, environment)] : undefined,
  })
  server.on('request', app)
  server.on('clientError', refuseBroken)
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => socket.end(raw(405, 'METHOD_NOT_ALLOWED')))
  const io = sockets(server, payload, environment)
  await listening(server, environment)

  let stopped: Promise<void> | undefined
  const stop = async () => {
    health.stopping = true
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    const late = setTimeout(() => server.closeAllConnections(), patience)
    await io.close()
    clearInterval(idle)
    clearTimeout(late)
    await payload.destroy()
  }
  const { port } = server.address() as AddressInfo
  return { server, url: `http://${environment.host === '0.0.0.0' ? '127.0.0.1' : environment.host}:${port}`, stop: () => (stopped ??= stop()) }
}

const listening = (server: Server, { port, host }: Environment) =>
  new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
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
  const head = [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, 'Connection: close', 'Content-Type: application/json; charset=utf-8', `Content-Length: ${Buffer.byteLength(body)}`]
  return `${head.join('\r\n')}\r\n\r\n${body}`
}
