import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import type { Payload } from 'payload'
import { now } from '../clock.ts'
import type { Dependencies, Recording } from './recorder.ts'
import { secondsOf } from './tags.ts'

/** An answer that is kept: whole, with everything it depends on. */
export type Kept = {
  status: number
  headers: [name: string, value: string][]
  body: Buffer
  etag: string
  dependencies: Dependencies
  /** When it ends, in milliseconds since the epoch. */
  until: number
  size: number
}

/** Headers that are said anew with every answer: they speak of one request, or of one caller. */
const saidAnew =
  /^(set-cookie|x-request-id|date|connection|keep-alive|transfer-encoding|content-length|etag|last-modified|retry-after|ratelimit.*)$/

const mayBeKept = ({ status, headers }: Response, { dependencies, spoiled }: Recording) =>
  status === 200 && !spoiled && dependencies.size > 0 && !headers.has('set-cookie') && !/no-store/.test(headers.get('cache-control') ?? '')

/** Whether an answer that is not kept forbids keeping what was made of it: it came about by more than what is noted. */
export const spoils = ({ status, headers }: Response, { dependencies, spoiled }: Recording): boolean =>
  spoiled ||
  dependencies.size === 0 ||
  status >= 500 ||
  [408, 425, 429].includes(status) ||
  headers.has('set-cookie') ||
  /no-store/.test(headers.get('cache-control') ?? '')

/** The answer as it can be kept, or to be passed on when it may not be: what failed, what is for one caller, what is too large, what hangs on more than the database. */
export async function keep(
  payload: Payload,
  key: string,
  response: Response,
  recording: Recording,
  largest: number,
): Promise<Kept | Response> {
  const { dependencies } = recording
  if (!mayBeKept(response, recording) || Number(response.headers.get('content-length') ?? 0) > largest) return response
  const seconds = Math.min(...[...dependencies.keys()].map((tag) => secondsOf(payload, tag) ?? Number.POSITIVE_INFINITY))
  if (seconds <= 0) return response
  const body = await wholeBody(response, largest)
  if (body instanceof ReadableStream) return new Response(body, { status: response.status, headers: response.headers })
  return {
    status: response.status,
    headers: [...response.headers].filter(([name]) => !saidAnew.test(name)),
    body,
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
    dependencies,
    until: Math.min(recording.until, now().getTime() + seconds * 1000),
    // With its encodings, and what the tables around it take.
    size: body.length * 2 + key.length * 2 + 2000,
  }
}

/** The body; or, when it turns out to be larger than `largest`, a stream of what was read and what is still to come. */
async function wholeBody({ body }: Response, largest: number): Promise<Buffer | ReadableStream> {
  const chunks: Uint8Array[] = []
  const reader = body?.getReader()
  for (let size = 0; reader; ) {
    const { done, value } = await reader.read()
    if (done) break
    chunks.push(value)
    size += value.byteLength
    if (size > largest) return Readable.toWeb(Readable.from(rest(chunks, reader))) as ReadableStream
  }
  return onItsOwn(Buffer.concat(chunks))
}

/** Small buffers are parts of a larger piece of memory, all of which one that is kept would keep. */
const onItsOwn = (body: Buffer): Buffer => (body.length * 2 < Buffer.poolSize ? Buffer.from(Uint8Array.from(body).buffer) : body)

async function* rest(chunks: Uint8Array[], reader: ReadableStreamDefaultReader<Uint8Array>) {
  try {
    yield* chunks
    for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value
  } finally {
    await reader.cancel()
  }
}
