import { fail } from '../errors.ts'
import { rangeOf } from './range.ts'
import type { Store } from './store.ts'

const knows = (header: string | null, etag: string) =>
  header !== null && (header === '*' || header.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag))

/** Answers a request for an object: the whole, the part that is asked for, or that the caller has it already. */
export async function answerWith(store: Store, key: string, asked: Headers, headers: Record<string, string>): Promise<Response> {
  const stored = await store.stat(key)
  if (!stored) return fail('NOT_FOUND')
  const { size, etag } = stored
  const shared = { ...headers, ETag: etag, 'Accept-Ranges': 'bytes', 'X-Content-Type-Options': 'nosniff' }
  if (knows(asked.get('if-none-match'), etag)) return new Response(null, { status: 304, headers: shared })
  const condition = asked.get('if-range')
  const range = condition && condition !== etag ? 'whole' : rangeOf(asked.get('range'), size)
  if (range === 'none') return new Response(null, { status: 416, headers: { ...shared, 'Content-Range': `bytes */${size}` } })
  if (range === 'whole')
    return new Response(size === 0 ? null : (store.read(key) as BodyInit), { headers: { ...shared, 'Content-Length': String(size) } })
  return new Response(store.read(key, range) as BodyInit, {
    status: 206,
    headers: {
      ...shared,
      'Content-Length': String(range.end - range.start + 1),
      'Content-Range': `bytes ${range.start}-${range.end}/${size}`,
    },
  })
}
