import { type IncomingMessage, type Server, type ServerResponse, STATUS_CODES } from 'node:http'
import { type AddressInfo, Server as NetServer } from 'node:net'
import type { Duplex } from 'node:stream'
import type { Environment } from '../environment.ts'
import { envelope } from '../errors.ts'

/** The address under which this machine itself reaches the server. */
const localUrl = (host: string, port: number) =>
  `http://${['0.0.0.0', '::'].includes(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host}:${port}`

/** Takes requests from now on; answers the address under which this machine itself reaches the server. */
export const listening = (server: Server, { port, host }: Pick<Environment, 'port' | 'host'>): Promise<string> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve(localUrl(host, (server.address() as AddressInfo).port))
    })
  })

const connections = (server: Server) =>
  new Promise<number>((resolve, reject) => server.getConnections((error, count) => (error ? reject(error) : resolve(count))))

/**
 * Takes no more connections, but still what comes over those that there are, for at most `grace` milliseconds: a client may have sent the next
 * request before it could know. Each answer tells it to come back on a new connection, which somebody else takes.
 */
export async function drain(server: Server, grace: number): Promise<void> {
  server.prependListener('request', (_request, response) => {
    response.shouldKeepAlive = false
  })
  // What the HTTP server's own close does besides is to end connections that are silent at this very moment.
  NetServer.prototype.close.call(server)
  const end = performance.now() + grace
  while (performance.now() < end && (await connections(server)) > 0) await new Promise((resolve) => setTimeout(resolve, 20))
}

/** Whether a request asks for another protocol that is spoken here; who offers one that is not, such as HTTP/2 without TLS, is answered in this one. */
export const wantsSocket = ({ headers }: IncomingMessage): boolean => headers.upgrade?.toLowerCase() === 'websocket'

type Code = Parameters<typeof envelope>[0]

const brokenBy: Record<string, [status: number, code: Code]> = {
  HPE_HEADER_OVERFLOW: [431, 'TOO_LARGE'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'BAD_REQUEST'],
}

/** Answers what is not even HTTP, and who asks for a tunnel. */
export function refuseBroken(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy()
    const [status, code] = brokenBy[error.code ?? ''] ?? [400, 'BAD_REQUEST']
    socket.end(raw(status, code))
  })
  server.on('checkExpectation', (_request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(417, { Connection: 'close', 'Content-Type': 'application/json; charset=utf-8' })
    response.end(JSON.stringify(envelope('BAD_REQUEST', crypto.randomUUID())))
  })
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => socket.end(raw(405, 'METHOD_NOT_ALLOWED')))
}

function raw(status: number, code: Code): string {
  const body = JSON.stringify(envelope(code, crypto.randomUUID()))
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Connection: close',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ]
  return `${head.join('\r\n')}\r\n\r\n${body}`
}
