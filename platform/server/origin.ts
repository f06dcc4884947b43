import type { IncomingHttpHeaders } from 'node:http'
import type { RequestHandler } from 'express'
import { refuse } from './refuse.ts'

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/** Whether a browser says that the request comes from a page of ours (true), of somebody else (false), or says nothing. */
export function sameOrigin(headers: IncomingHttpHeaders, publicUrl: string): boolean | undefined {
  const { origin, host } = headers
  if (origin) return origin === new URL(publicUrl).origin || (URL.canParse(origin) && new URL(origin).host === host)
  const site = headers['sec-fetch-site']
  if (site) return site === 'same-origin' || site === 'none'
  return undefined
}

/** Bodies that a foreign page may send without asking first. */
const isForm = (type: string | undefined) =>
  type === undefined || /^(application\/x-www-form-urlencoded|multipart\/form-data|text\/plain)\b/i.test(type)

/**
 * The one check against forged requests. What changes something is refused when it comes from a foreign page and carries cookies or could be a plain form;
 * a request with cookies that does not say where it comes from is refused too. An `Authorization` header is proof enough: no page can make a browser add one unasked.
 * For requests that pass, Payload is told our own origin, so that it reads the cookie.
 */
export const originGuard =
  (publicUrl: string): RequestHandler =>
  (request, response, next) => {
    const { headers, method } = request
    const same = sameOrigin(headers, publicUrl)
    const cookies = headers.cookie !== undefined
    const suspicious = same === undefined ? cookies : !same && (cookies || isForm(headers['content-type']))
    if (!safe.has(method) && suspicious && !headers.authorization) return refuse(response, 'ORIGIN_NOT_ALLOWED')
    if (same || (same === undefined && safe.has(method))) headers.origin = new URL(publicUrl).origin
    next()
  }
