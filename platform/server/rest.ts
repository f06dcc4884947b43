import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ReadableStream } from 'node:stream/web'
import type { Response as Outgoing, RequestHandler } from 'express'
import { drain, isUpload, limited, limitOf, TooLarge, wholeBody } from './body.ts'
import { keyOfRequest } from './keys.ts'
import { refuse } from './refuse.ts'
import { keptAs, sendKept } from './send-kept.ts'

/** What answers a fetch request: the API, GraphQL, anything else that lives on `Request` and `Response`. */
export type Answer = (request: Request) => Promise<Response>

const bodyless = new Set([204, 205, 304])

/** The headers as they came, without those that speak of this one connection. */
function headersOf({ headers }: IncomingMessage): Headers {
  const kept = new Headers()
  for (const [name, value] of Object.entries(headers)) if (value !== undefined && !hopByHop.has(name)) kept.set(name, String(value))
  return kept
}

const hopByHop = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'expect',
  'te',
  'trailer',
  'content-length',
  'proxy-connection',
])

/** Sends a fetch response through Express. */
export async function send(response: Response, outgoing: Outgoing): Promise<void> {
  const kept = keptAs(response)
  if (kept) return sendKept(kept, outgoing.req, outgoing)
  outgoing.status(response.status)
  for (const [name, value] of response.headers) if (name !== 'set-cookie') outgoing.setHeader(name, value)
  for (const cookie of response.headers.getSetCookie()) outgoing.append('set-cookie', cookie)
  // What nobody here may keep for others is kept by nobody on its way either.
  if (!response.headers.has('cache-control')) outgoing.setHeader('Cache-Control', 'no-store')
  if (!response.body || outgoing.req.method === 'HEAD' || bodyless.has(response.status)) {
    await response.body?.cancel()
    outgoing.end()
    return
  }
  if (isWhole(response)) return void outgoing.end(Buffer.from(await response.arrayBuffer()))
  await pipeline(Readable.fromWeb(response.body as never), outgoing)
}

/** What is there as a whole is sent as a whole: a stream around it costs more than it. */
const isWhole = ({ headers }: Response) => headers.get('content-type')?.startsWith('application/json') ?? false

/**
 * Lets fetch-style code answer Express requests. The address is ours whatever the caller names as host; a body is held to its limit,
 * an upload while it streams; when the client goes away, `request.signal` is aborted.
 */
export const rest =
  (answer: Answer, publicUrl: string): RequestHandler =>
  async (incoming, outgoing) => {
    const controller = new AbortController()
    outgoing.once('close', () => outgoing.writableFinished || controller.abort())
    let tooLarge = false
    try {
      const headers = headersOf(incoming)
      headers.set('x-client-ip', incoming.ip ?? '')
      const { origin } = new URL(publicUrl)
      const body = await bodyOf(incoming, () => {
        tooLarge = true
      })
      const asked = request(origin + incoming.originalUrl, {
        method: incoming.method === 'HEAD' ? 'GET' : incoming.method,
        headers,
        signal: controller.signal,
        body,
      })
      const response = await answer(asked)
      outgoing.locals.key = keyOfRequest(asked)
      if (tooLarge) throw new TooLarge()
      // What nobody read of it would hold up the next request that comes the same way.
      if (!incoming.complete) drain(incoming)
      await send(response, outgoing)
    } catch (error) {
      if (controller.signal.aborted || incoming.destroyed) return void outgoing.destroy()
      if (!(error instanceof TooLarge || tooLarge)) throw error
      drain(incoming)
      refuse(outgoing, 'TOO_LARGE', { limit: limitOf(incoming) })
    }
  }

/** A fetch request whose body may be a stream. */
export const request = (url: string | URL, init: RequestInit): Request => new Request(url, { ...init, duplex: 'half' } as RequestInit)

async function bodyOf(incoming: IncomingMessage, onTooLarge: () => void): Promise<BodyInit | undefined> {
  if (incoming.method === 'GET' || incoming.method === 'HEAD') return undefined
  if (!isUpload(incoming)) return (await wholeBody(incoming)) as BodyInit | undefined
  // One that Node makes of its own streams cannot be given up halfway: what still comes would end the process.
  return ReadableStream.from(watched(incoming, onTooLarge)) as unknown as BodyInit
}

/** Payload reports a broken upload as any other failure; `onTooLarge` remembers what it really was. */
async function* watched(incoming: IncomingMessage, onTooLarge: () => void) {
  try {
    yield* limited(incoming)
  } catch (error) {
    if (error instanceof TooLarge) onTooLarge()
    throw error
  }
}
