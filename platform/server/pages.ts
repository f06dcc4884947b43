import { existsSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import express, { type RequestHandler } from 'express'
import type { Environment } from '../environment.ts'
import { requestIdOf } from './refuse.ts'
import { type Answer, request } from './rest.ts'

/** What the storefront's pages find in `Astro.locals` before their own middleware runs. */
export type PageLocals = {
  /** The API in memory: `fetch` for addresses under `/api` (and `/sandbox`), as the caller whose cookie or secret it is given; absent when the API runs elsewhere. */
  apiFetch?: typeof fetch
  requestId: string
  /** The visitor's address. */
  address: string
  publicUrl: string
  /** Where styles and scripts are fetched, if not here. */
  assetUrl?: string
  mode: Environment['mode']
}

type Handler = (
  request: Parameters<RequestHandler>[0],
  response: Parameters<RequestHandler>[1],
  next: Parameters<RequestHandler>[2],
  locals: PageLocals,
) => Promise<void>

const built = path.resolve('storefront/dist')

/** Files of the storefront's build; those with a hash in their name never change. */
export const pageFiles = (): RequestHandler =>
  express.static(path.join(built, 'client'), {
    index: false,
    redirect: false,
    setHeaders: (response, file) => {
      const hashed = file.includes(`${path.sep}_astro${path.sep}`)
      const lasts = file.endsWith('service-worker.js') ? 'no-cache' : 'public, max-age=3600'
      response.setHeader('Cache-Control', hashed ? 'public, max-age=31536000, immutable' : lasts)
      if (!hashed) return
      // A CDN hands them out under a name of its own.
      response.setHeader('Access-Control-Allow-Origin', '*')
      response.setHeader('Cross-Origin-Resource-Policy', 'cross-origin')
    },
  })

/** What pages can reach in memory. */
export type Answers = { api: Answer; graphql: Answer; sandbox?: Answer }

const answerFor = ({ api, graphql, sandbox }: Answers, { pathname }: URL): Answer => {
  if (sandbox && pathname.startsWith('/sandbox/')) return sandbox
  return /^\/api\/graphql\/?$/.test(pathname) ? graphql : api
}

/** A `fetch` that stays in this process; it speaks for the visitor whose address and request id it carries. */
export const inMemory =
  (answers: Answers, publicUrl: string, visitor: { address: string; requestId: string }): typeof fetch =>
  async (input, init) => {
    const { url, method, body, signal, headers: given } = new Request(input instanceof Request ? input : new URL(input, publicUrl), init)
    const headers = new Headers(given)
    headers.set('x-client-ip', visitor.address)
    headers.set('x-request-id', visitor.requestId)
    headers.set('origin', new URL(publicUrl).origin)
    return answerFor(answers, new URL(url))(request(url, { method, headers, body, signal }))
  }

/** The storefront's pages, rendered in this process. */
export async function pages(answers: Answers, { publicUrl, assetUrl, mode, apiUrl }: Environment): Promise<RequestHandler> {
  const entry = path.join(built, 'server/entry.mjs')
  if (!existsSync(entry)) throw new Error('The storefront is not built: run npm start, which builds it.')
  const { handler } = (await import(pathToFileURL(entry).href)) as { handler: Handler }
  return (incoming, response, next) => {
    const requestId = requestIdOf(response)
    const address = incoming.ip ?? ''
    const apiFetch = apiUrl ? undefined : inMemory(answers, publicUrl, { address, requestId })
    return handler(incoming, response, next, { apiFetch, requestId, address, publicUrl, assetUrl, mode })
  }
}
