import type { RequestHandler } from 'express'
import type { Cache } from '../cache/cache.ts'
import { spoil } from '../cache/recorder.ts'
import { dryRun } from '../dry-run.ts'
import { type Plain, plainRead } from './cache-key.ts'
import { captured, passedOn } from './captured.ts'
import { type Answer, send } from './rest.ts'
import { asResponse, sendKept } from './send-kept.ts'

/** What is kept, and for whose pages. */
export type Kept = { cache: Cache; origins: readonly string[] }

/** Lets the API answer plain reads from what is kept; also for the pages, which ask it in memory. */
export const cachedApi =
  ({ cache, origins }: Kept, answer: Answer): Answer =>
  async (request) => {
    const { method, url, headers } = request
    const { pathname, search } = new URL(url)
    const plain = dryRun()
      ? undefined
      : plainRead(method, pathname + search, (name) => headers.get(name), { names: headers.keys(), origins })
    if (plain) {
      const found = await cache.answer(plain.key, () => answer(request))
      return found instanceof Response ? found : asResponse(found)
    }
    // A page that asks for this is made of something that nobody notes.
    spoil()
    return answer(request)
  }

type Incoming = Parameters<RequestHandler>[0]

const plainOf = ({ method, originalUrl, headers }: Incoming, origins: readonly string[], ofPage: boolean): Plain | undefined =>
  plainRead(method, originalUrl, (name) => headers[name] as string | undefined, {
    names: Object.keys(headers),
    origins,
    host: ofPage ? (headers.host ?? '') : undefined,
  })

/** Answers plain reads of the network from what is kept, before anything else looks at them; what is not kept goes on. */
export const fromCache =
  ({ cache, origins }: Kept, of: 'api' | 'pages'): RequestHandler =>
  (incoming, outgoing, next) => {
    const plain = plainOf(incoming, origins, of === 'pages')
    const kept = plain && cache.get(plain.key)
    if (kept) sendKept(kept, incoming, outgoing)
    else next()
  }

/** Keeps the pages of nobody in particular, with everything that they depend on. */
export const cachedPages =
  ({ cache, origins }: Kept, handler: RequestHandler): RequestHandler =>
  async (incoming, outgoing, next) => {
    const plain = plainOf(incoming, origins, true)
    if (!plain?.keeps) return handler(incoming, outgoing, next)
    try {
      const found = await cache.answer(plain.key, () => captured(handler, incoming, outgoing))
      if (found instanceof Response) await send(found, outgoing)
      else sendKept(found, incoming, outgoing)
    } catch (error) {
      next(error === passedOn ? undefined : error)
    }
  }
