import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Request as Incoming, Response as Outgoing } from 'express'
import type { Kept } from '../cache/keep.ts'

const compressible = /^(text\/|application\/(json|javascript|xml|rss|manifest|geo)|image\/svg)/

/** The smallest body that is worth compressing, in bytes. */
const worthwhile = 1000

const encoders = {
  br: (body: Buffer) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body: Buffer) => gzipSync(body),
}

/** Encodings as callers name them, the best one first. */
const accepts = { br: /\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/, gzip: /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/ }

/** The body in the best encoding that the caller takes; each is made once. */
function encodedFor({ body, headers, encoded }: Kept, accepted = ''): { encoding?: keyof typeof encoders; content: Buffer } {
  if (body.length < worthwhile) return { content: body }
  const type = headers.find(([name]) => name === 'content-type')?.[1] ?? ''
  const encoding = compressible.test(type) ? (['br', 'gzip'] as const).find((name) => accepts[name].test(accepted)) : undefined
  if (!encoding) return { content: body }
  encoded[encoding] ??= encoders[encoding](body)
  return { encoding, content: encoded[encoding] }
}

/** What an answer for nobody in particular hangs on besides its address. */
const varies = 'Origin, Cookie, Authorization, Accept-Language, Save-Data, Accept-Encoding'

const knows = (header: string | undefined, etag: string) =>
  header !== undefined && (header === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag))

// So that an answer which passes through the API as a fetch response is sent with its tag, and not encoded again.
const answers = new WeakMap<Response, Kept>()

/** What is kept, as a fetch response. */
export function asResponse(kept: Kept): Response {
  const response = new Response(new Uint8Array(kept.body), { status: kept.status, headers: kept.headers })
  answers.set(response, kept)
  return response
}

/** What a response was made of, when it is one of what is kept. */
export const keptAs = (response: Response): Kept | undefined => answers.get(response)

/** Sends what is kept: with its tag, and without a body when the caller has it already. */
export function sendKept(kept: Kept, incoming: Incoming, outgoing: Outgoing): void {
  outgoing.locals.kept = true
  const { encoding, content } = encodedFor(kept, incoming.headers['accept-encoding'] as string | undefined)
  const etag = encoding ? `${kept.etag.slice(0, -1)}-${encoding}"` : kept.etag
  // Whoever stores it asks again before showing it: it may have changed, and for somebody signed in it is another.
  outgoing.setHeader('Cache-Control', 'no-cache')
  for (const [name, value] of kept.headers) outgoing.setHeader(name, value)
  outgoing.setHeader('ETag', etag)
  outgoing.setHeader('Vary', varies)
  if (knows(incoming.headers['if-none-match'], etag)) {
    outgoing.statusCode = 304
    outgoing.end()
    return
  }
  if (encoding) outgoing.setHeader('Content-Encoding', encoding)
  outgoing.setHeader('Content-Length', content.length)
  outgoing.statusCode = kept.status
  outgoing.end(content)
}
