import type { IncomingHttpHeaders } from 'node:http'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Request as Incoming, Response as Outgoing } from 'express'
import type { Kept } from '../cache/keep.ts'

const compressible = /^(text\/|application\/(json|javascript|xml|rss|manifest|geo)|image\/svg)/

/** The smallest body that is worth compressing, in bytes. */
const worthwhile = 1000

const encoders = {
  br: (body: Buffer) => brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (body: Buffer) => gzipSync(body),
  identity: (body: Buffer) => body,
}

type Encoding = keyof typeof encoders

/** Encodings as callers name them, the best one first. */
const accepts = { br: /\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/, gzip: /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/ }

/** The best encoding that the caller takes. */
function encodingFor({ body, headers }: Kept, accepted = ''): Encoding {
  if (body.length < worthwhile) return 'identity'
  const type = headers.find(([name]) => name === 'content-type')?.[1] ?? ''
  return (compressible.test(type) && (['br', 'gzip'] as const).find((name) => accepts[name].test(accepted))) || 'identity'
}

/** What an answer for nobody in particular hangs on besides its address. */
const varies = 'Origin, Cookie, Authorization, Accept-Language, Save-Data, Accept-Encoding'

/** What is kept in one encoding: its bytes and their tag, with all headers as a list of names and values. */
type Form = { etag: string; content: Buffer; whole: string[] /** Those that go with a 304. */; unchanged: string[] }

function formOf({ body, headers, etag: plain }: Kept, encoding: Encoding): Form {
  const content = encoders[encoding](body)
  const etag = encoding === 'identity' ? plain : `${plain.slice(0, -1)}-${encoding}"`
  // Whoever stores it asks again before showing it: it may have changed, and for somebody signed in it is another.
  const told = { 'cache-control': 'no-cache', ...Object.fromEntries(headers), etag, vary: varies }
  const sent = { ...told, 'content-length': String(content.length), ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }) }
  return { etag, content, whole: Object.entries(sent).flat(), unchanged: Object.entries(told).flat() }
}

// Each is made once.
const forms = new WeakMap<Kept, Partial<Record<Encoding, Form>>>()

function formFor(kept: Kept, accepted: string | undefined): Form {
  const made = forms.get(kept) ?? {}
  if (!forms.has(kept)) forms.set(kept, made)
  const encoding = encodingFor(kept, accepted)
  made[encoding] ??= formOf(kept, encoding)
  return made[encoding]
}

const knows = (header: string | undefined, etag: string) =>
  header !== undefined && (header === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag))

/** What is kept as a caller gets it: with its tag, and without a body when the caller has it already. */
export function toldOf(kept: Kept, headers: IncomingHttpHeaders): { status: number; headers: readonly string[]; content?: Buffer } {
  const { etag, content, whole, unchanged } = formFor(kept, headers['accept-encoding'] as string | undefined)
  return knows(headers['if-none-match'], etag) ? { status: 304, headers: unchanged } : { status: kept.status, headers: whole, content }
}

// So that an answer which passes through the API as a fetch response is sent with its tag, and not encoded again.
const answers = new WeakMap<Response, Kept>()

/** What is kept, as a fetch response. */
export function asResponse(kept: Kept): Response {
  const response = new Response(kept.body as BodyInit, { status: kept.status, headers: kept.headers })
  answers.set(response, kept)
  return response
}

/** What a response was made of, when it is one of what is kept. */
export const keptAs = (response: Response): Kept | undefined => answers.get(response)

/** Sends what is kept, with the headers that were set before. */
export function sendKept(kept: Kept, incoming: Incoming, outgoing: Outgoing): void {
  outgoing.locals.kept = true
  const { status, headers, content } = toldOf(kept, incoming.headers)
  for (let at = 0; at < headers.length; at += 2) outgoing.setHeader(headers[at] as string, headers[at + 1] as string)
  outgoing.statusCode = status
  outgoing.end(content)
}
