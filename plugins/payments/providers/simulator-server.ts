import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a simulator is asked. */
export type Asked = { method: string; url: URL; headers: IncomingMessage['headers']; body: unknown }

/** What it answers; a text goes out as it is, everything else as JSON. */
export type Answer = { status: number; body?: unknown }

/** Serves a simulator on this machine alone; what cannot be read or answered is a 400. */
export async function serveSimulator(
  answer: (asked: Asked) => Promise<Answer>,
  port: number,
): Promise<{ url: string; stop: () => Promise<void> }> {
  const respond = async (request: IncomingMessage, response: ServerResponse) => {
    try {
      const { method = '', headers } = request
      const asked = { method, headers, url: new URL(request.url ?? '/', 'http://simulator'), body: await bodyOf(request) }
      send(response, await answer(asked))
    } catch {
      send(response, { status: 400 })
    }
  }
  const server = createServer((request, response) => void respond(request, response))
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    stop: async () => {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  return chunks.length > 0 ? JSON.parse(Buffer.concat(chunks).toString('utf8')) : undefined
}

function send(response: ServerResponse, { status, body }: Answer): void {
  response.statusCode = status
  response.setHeader('content-type', 'application/json')
  response.end(body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body))
}

/** Sends one callback; answers its HTTP status, 0 when nobody was there. */
export async function callBack(url: string, body: object): Promise<number> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(30_000),
    })
    await response.arrayBuffer()
    return response.status
  } catch {
    return 0
  }
}
