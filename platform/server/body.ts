import type { IncomingMessage } from 'node:http'
import type { RequestHandler } from 'express'
import { refuse } from './refuse.ts'

/** How large a body may be, in bytes. */
const bodyLimits = { text: 1024 * 1024, upload: 25 * 1024 * 1024 }

/** How long a body may take to begin with, in milliseconds, and how much longer for each byte that has arrived: what comes drop by drop is not waited for. */
export const patience = { start: 60_000, byte: 0.2 }

/** Thrown while a body is read that turns out to be larger than allowed. */
export class TooLarge extends Error {
  override name = 'TooLarge'
}

/** Whether the body is passed on as it arrives instead of being held in memory. */
export const isUpload = (request: IncomingMessage) => /^multipart\//i.test(request.headers['content-type'] ?? '')

/** How large the body of this request may be. */
export const limitOf = (request: IncomingMessage): number => (isUpload(request) ? bodyLimits.upload : bodyLimits.text)

/** Refuses a body that announces itself as too large, is compressed, or (outside the API) does not say how large it is. */
export const bodyGuard: RequestHandler = (request, response, next) => {
  const { 'content-length': length, 'content-encoding': encoding, 'transfer-encoding': transfer } = request.headers
  if (Number(length ?? 0) > limitOf(request)) {
    drain(request)
    return refuse(response, 'TOO_LARGE', { limit: limitOf(request) })
  }
  if (encoding && encoding !== 'identity') return refuse(response, 'UNSUPPORTED_MEDIA_TYPE')
  if (transfer && !request.path.startsWith('/api/')) return refuse(response, 'LENGTH_REQUIRED')
  if (Number(length ?? 0) > 0 || transfer) hurry(request)
  next()
}

/** Hangs up on whoever has used up the time that what they sent has earned them. */
function hurry(request: IncomingMessage): void {
  const { socket } = request
  const [began, before] = [performance.now(), socket.bytesRead]
  let timer: NodeJS.Timeout
  const look = () => {
    if (request.complete) return
    const left = patience.start + (socket.bytesRead - before) * patience.byte - (performance.now() - began)
    if (left <= 0) return void request.destroy()
    timer = setTimeout(look, left).unref()
  }
  look()
  request.once('close', () => clearTimeout(timer))
}

/** Reads on to nowhere for a while, so that a client that is still sending gets to read the answer; then hangs up. */
export function drain(request: IncomingMessage): void {
  request.resume()
  const timer = setTimeout(() => request.destroy(), 10_000)
  timer.unref()
  request.once('close', () => clearTimeout(timer))
}

/** The body as it arrives, cut off by a `TooLarge` error at the limit. */
export async function* limited(request: IncomingMessage): AsyncGenerator<Uint8Array> {
  const limit = limitOf(request)
  let size = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength
    if (size > limit) throw new TooLarge()
    yield chunk
  }
}

/** The whole body; undefined when there is none. */
export async function wholeBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks = await Array.fromAsync(limited(request))
  return chunks.length > 0 ? Buffer.concat(chunks) : undefined
}
