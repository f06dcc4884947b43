import { request as ask, type IncomingMessage, type Server } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import type { RequestHandler } from 'express'
import { run } from './run.ts'

/** Hands requests on to Astro's development server. */
const proxy =
  (target: string): RequestHandler =>
  (incoming, outgoing) => {
    const upstream = ask(new URL(incoming.originalUrl, target), { method: incoming.method, headers: incoming.headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    upstream.once('error', () => outgoing.headersSent || outgoing.status(502).send('The storefront is still starting; reload in a moment.'))
    incoming.pipe(upstream)
  }

/** Hands on the connection over which Vite tells pages to reload. */
function proxyReloads(server: Server, target: string): void {
  const { hostname, port } = new URL(target)
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    if (!request.headers['sec-websocket-protocol']?.startsWith('vite-')) return
    const upstream = connect(Number(port), hostname, () => {
      const headers = Array.from(
        { length: request.rawHeaders.length / 2 },
        (_, at) => `${request.rawHeaders[2 * at]}: ${request.rawHeaders[2 * at + 1]}`,
      )
      upstream.write(`GET ${request.url} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`)
      upstream.write(head)
      socket.pipe(upstream).pipe(socket)
    })
    upstream.on('error', () => socket.destroy())
    socket.on('error', () => upstream.destroy())
  })
}

async function start(): Promise<void> {
  const target = process.argv[2] ?? ''
  const { environment } = await import('../environment.ts')
  const { getPayload } = await import('payload')
  const { default: config } = await import('../../payload.config.ts')
  const { migrate } = await import('../database/migrate.ts')
  const { wantsSeed, seed } = await import('./seed.ts')
  const { serve } = await import('./serve.ts')
  const { endWell } = await import('./end.ts')
  const { welcome } = await import('./welcome.ts')
  const { onlyServer } = await import('./only-server.ts')
  const started = performance.now()
  await onlyServer(environment.databaseUrl)
  const payload = await getPayload({ config })
  await migrate(payload)
  if (environment.seed === 'demo' && (await wantsSeed(payload))) await seed(payload)
  const served = await serve({ payload, environment, parts: { storefront: [proxy(target)], admin: 'dev', jobs: true } })
  proxyReloads(served.server, target)
  endWell(payload, served)
  console.log(welcome(environment, performance.now() - started))
}

await run(start)
