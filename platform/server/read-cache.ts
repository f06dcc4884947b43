import { type OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Request as Incoming, Response as Outgoing, RequestHandler } from 'express'
import type { Cache, Kept as KeptAnswer } from '../cache/cache.ts'
import { localeCodes } from '../locales.ts'
import { type Answer, send } from './rest.ts'

/** What is kept, and for whose pages. */
export type Kept = { cache: Cache; origins: readonly string[] }

/** Cookies that change how a page looks, but not whose it is. */
const harmless = new Set(['theme', 'data-saver'])

// With one of these an answer is somebody's, or a part of one.
const personal = [
  'authorization',
  'x-order-secret',
  'x-cart-secret',
  'range',
  'x-payload-http-method-override',
  'x-http-method-override',
  'upgrade',
]

const cookiesOf = (header: string) => header.split(';').map((pair) => pair.trim().split('=', 2) as [string, string?])

const languageOf = (header = '') => {
  const wanted = header.slice(0, 2).toLowerCase()
  return (localeCodes as readonly string[]).includes(wanted) ? wanted : ''
}

/** The key under which an answer may be kept; undefined unless it is a plain read by nobody in particular. */
export function keyOf(
  method: string,
  url: string,
  headerOf: (name: string) => string | undefined | null,
  origins: readonly string[],
): string | undefined {
  if (method !== 'GET' || personal.some((name) => headerOf(name))) return undefined
  const looks = cookiesOf(headerOf('cookie') ?? '').filter(([name]) => name !== '')
  if (looks.some(([name]) => !harmless.has(name))) return undefined
  const origin = headerOf('origin') ?? ''
  const originClass = origin === '' || origins.includes(origin) ? origin : 'foreign'
  return [url, languageOf(headerOf('accept-language') ?? ''), originClass, ...looks.map((pair) => pair.join('=')).sort()].join('\n')
}

/** Lets the API answer plain reads from what is kept; also for the pages, which ask it in memory. */
export const cachedApi =
  ({ cache, origins }: Kept, answer: Answer): Answer =>
  async (request) => {
    const { pathname, search } = new URL(request.url)
    const key = keyOf(request.method, pathname + search, (name) => request.headers.get(name), origins)
    if (!key) return answer(request)
    const found = await cache.answer(key, () => answer(request))
    return found instanceof Response ? found : new Response(new Uint8Array(found.body), { status: found.status, headers: found.headers })
  }

const compressible = /^(text\/|application\/(json|javascript|xml|rss|manifest)|image\/svg)/

/** The smallest body that is worth compressing, in bytes. */
const worthwhile = 1000

const encoders = {
  br: (body: Buffer) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (body: Buffer) => gzipSync(body),
}

/** The body in the best encoding that the caller takes; each is made once. */
function encodedFor({ body, headers, encoded }: KeptAnswer, accepted = ''): { encoding?: keyof typeof encoders; content: Buffer } {
  const type = headers.find(([name]) => name === 'content-type')?.[1] ?? ''
  const encoding =
    body.length >= worthwhile && compressible.test(type)
      ? (['br', 'gzip'] as const).find((name) => new RegExp(`\\b${name}\\b(?!;q=0)`).test(accepted))
      : undefined
  if (!encoding) return { content: body }
  encoded[encoding] ??= encoders[encoding](body)
  return { encoding, content: encoded[encoding] }
}

/** Sends what is kept: with its tag, and without a body when the caller has it already. */
function sendKept(kept: KeptAnswer, incoming: Incoming, outgoing: Outgoing): void {
  const { encoding, content } = encodedFor(kept, incoming.get('accept-encoding'))
  for (const [name, value] of kept.headers) outgoing.setHeader(name, value)
  const etag = encoding ? `${kept.etag.slice(0, -1)}-${encoding}"` : kept.etag
  outgoing.setHeader('ETag', etag)
  outgoing.vary('Accept-Encoding')
  const known = incoming.get('if-none-match')
  if (known && (known === '*' || known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag))) {
    outgoing.status(304).end()
    return
  }
  if (encoding) outgoing.setHeader('Content-Encoding', encoding)
  outgoing.setHeader('Content-Length', content.length)
  outgoing.status(kept.status).end(content)
}

/** Answers plain reads of the network from what is kept, before anything else looks at them; what is not kept goes on. */
export const fromCache =
  ({ cache, origins }: Kept): RequestHandler =>
  (incoming, outgoing, next) => {
    const key = keyOf(incoming.method, incoming.originalUrl, (name) => incoming.headers[name] as string | undefined, origins)
    const kept = key && cache.get(key)
    if (kept) sendKept(kept, incoming, outgoing)
    else next()
  }

/** Runs a handler for its answer instead of letting it write to the network. */
function captured(handler: RequestHandler, ...[incoming, outgoing, next]: Parameters<RequestHandler>): Promise<Response> {
  return new Promise((resolve, reject) => {
    const sink = Object.assign(new ServerResponse(incoming) as unknown as Outgoing, { locals: outgoing.locals })
    const chunks: Buffer[] = []
    const add = (chunk: unknown) => {
      if (typeof chunk === 'string' || chunk instanceof Uint8Array) chunks.push(Buffer.from(chunk as Uint8Array))
    }
    // Headers that are handed over with the status would otherwise go straight to the network.
    sink.writeHead = ((status: number, ...rest: unknown[]) => {
      sink.statusCode = status
      const headers = rest.find((each) => typeof each === 'object' && each !== null) as OutgoingHttpHeaders | undefined
      for (const [name, value] of Object.entries(headers ?? {})) if (value !== undefined) sink.setHeader(name, value)
      return sink
    }) as typeof sink.writeHead
    sink.write = ((chunk: unknown) => {
      add(chunk)
      return true
    }) as typeof sink.write
    sink.end = ((chunk: unknown) => {
      add(chunk)
      const headers = new Headers()
      for (const [name, value] of Object.entries(sink.getHeaders()))
        for (const each of [value].flat()) if (each !== undefined) headers.append(name, String(each))
      const empty = [204, 205, 304].includes(sink.statusCode)
      resolve(new Response(empty ? null : new Uint8Array(Buffer.concat(chunks)), { status: sink.statusCode, headers }))
      return sink
    }) as typeof sink.end
    Promise.resolve(handler(incoming, sink, ((error?: unknown) => (error ? reject(error) : reject(passedOn))) as typeof next)).catch(reject)
  })
}

const passedOn = new Error('The handler left the request to the next one.')

/** Keeps the pages of nobody in particular, with everything that they depend on. */
export const cachedPages =
  ({ cache, origins }: Kept, handler: RequestHandler): RequestHandler =>
  async (incoming, outgoing, next) => {
    const key = keyOf(incoming.method, incoming.originalUrl, (name) => incoming.headers[name] as string | undefined, origins)
    if (!key) return handler(incoming, outgoing, next)
    try {
      const found = await cache.answer(key, () => captured(handler, incoming, outgoing, next))
      if (found instanceof Response) await send(found, outgoing)
      else sendKept(found, incoming, outgoing)
    } catch (error) {
      next(error === passedOn ? undefined : error)
    }
  }
