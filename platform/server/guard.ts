import { isIP } from 'node:net'
import type { RequestHandler } from 'express'
import type { Environment } from '../environment.ts'
import { refuse } from './refuse.ts'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Refuses methods that nothing here answers; TRACE and CONNECT would also break what comes after. */
export const methodGuard: RequestHandler = (request, response, next) => {
  if (methods.includes(request.method)) return next()
  response.setHeader('Allow', methods.join(', '))
  refuse(response, 'METHOD_NOT_ALLOWED')
}

/** The path and query of a request target; whichever host a target names is not listened to. */
export function targetOf(url: string): string | undefined {
  const target = /^[a-z][a-z\d+.-]*:/i.test(url) ? absolute(url) : url
  if (!target?.startsWith('/')) return undefined
  const path = target.replace(/^[/\\]+/, '/')
  try {
    return decodeURIComponent(path.split('?', 1)[0] ?? '').includes('\0') ? undefined : path
  } catch {
    return undefined
  }
}

const absolute = (url: string) => {
  if (!URL.canParse(url)) return undefined
  const { pathname, search } = new URL(url)
  return pathname + search
}

/** Reduces the request target to path and query, and refuses one that cannot be decoded. */
export const urlGuard: RequestHandler = (request, response, next) => {
  const target = targetOf(request.url)
  if (target === undefined) return refuse(response, 'MALFORMED_URL')
  request.url = target
  request.originalUrl = target
  next()
}

const hostname = (host: string) => (URL.canParse(`http://${host}`) ? new URL(`http://${host}`).hostname : undefined)

/** Names that no foreign DNS server can point at this machine. */
const cannotBeRebound = (name: string) => isIP(name.replace(/^\[|\]$/g, '')) !== 0 || !name.includes('.')

/** Refuses requests for a host that is not ours: a page elsewhere could otherwise point its own name at this server. Health checks may come by any name. */
export const hostGuard = ({ publicUrl, mode }: Environment): RequestHandler => {
  const own = new URL(publicUrl).hostname
  return (request, response, next) => {
    const name = hostname(request.headers.host ?? '')
    const allowed =
      name !== undefined &&
      (name === own || (mode === 'sandbox' ? cannotBeRebound(name) : ['localhost', '127.0.0.1', '[::1]'].includes(name)))
    if (allowed || request.path.startsWith('/health/')) return next()
    refuse(response, 'MISDIRECTED')
  }
}
