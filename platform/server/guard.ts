import { isIP } from 'node:net'
import type { RequestHandler } from 'express'
import type { Environment } from '../environment.ts'
import { refuse } from './refuse.ts'
import { isFromThisMachine } from './this-machine.ts'

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** Refuses methods that nothing here answers; TRACE and CONNECT would also break what comes after. */
export const methodGuard: RequestHandler = (request, response, next) => {
  if (methods.includes(request.method)) return next()
  response.setHeader('Allow', methods.join(', '))
  refuse(response, 'METHOD_NOT_ALLOWED')
}

/** The path and query of a request target, in the one spelling by which everything that comes later knows it; whichever host a target names is not listened to. */
export function targetOf(url: string): string | undefined {
  const given = /^[a-z][a-z\d+.-]*:/i.test(url) ? url : `http://localhost${url.replace(/^[/\\]+/, '/')}`
  if (!/^[/a-z]/i.test(url) || !URL.canParse(given)) return undefined
  const { pathname, search } = new URL(given)
  if (!pathname.startsWith('/')) return undefined
  // What climbs out may leave slashes behind that look like a host.
  const path = pathname.replace(/^\/+/, '/')
  try {
    return decodeURIComponent(path).includes('\0') ? undefined : path + search
  } catch {
    return undefined
  }
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

const loopback = ['localhost', '127.0.0.1', '[::1]']

/** Names that no foreign DNS server can point at this machine. */
const cannotBeRebound = (name: string) => isIP(name.replace(/^\[|\]$/g, '')) !== 0 || !name.includes('.')

type Names = Pick<Environment, 'publicUrl' | 'allowedHosts' | 'mode'>

type Asked = Parameters<typeof isFromThisMachine>[0]

/** Says whether a request is for a host that is ours: a page elsewhere could otherwise point its own name at this server. */
export function ownHosts({ publicUrl, allowedHosts, mode }: Names): (request: Asked) => boolean {
  const own = new Set([new URL(publicUrl).hostname, ...allowedHosts])
  return (request) => {
    const name = hostname(request.headers.host ?? '')
    if (name === undefined) return false
    if (own.has(name)) return true
    return mode === 'sandbox' ? cannotBeRebound(name) : loopback.includes(name) && isFromThisMachine(request)
  }
}

/** Refuses requests for a host that is not ours. */
export const hostGuard = (environment: Names): RequestHandler => {
  const isOurs = ownHosts(environment)
  return (request, response, next) => (isOurs(request) ? next() : refuse(response, 'MISDIRECTED'))
}

/** Whether the site is only for those who come by https. */
export const demandsHttps = ({ publicUrl, mode }: Pick<Environment, 'publicUrl' | 'mode'>): boolean =>
  mode === 'live' && new URL(publicUrl).protocol === 'https:'

/** In live mode sends whoever comes by http to the same address under https; whether they came by https only a trusted proxy can say. */
export const httpsGuard = (environment: Pick<Environment, 'publicUrl' | 'mode'>): RequestHandler => {
  const { origin } = new URL(environment.publicUrl)
  if (!demandsHttps(environment)) return (_request, _response, next) => next()
  return (request, response, next) => {
    if (request.secure) return next()
    response.setHeader('Cache-Control', 'no-store')
    response.redirect(308, origin + request.originalUrl)
  }
}

/** Tells what comes after that the request is for our public address: whatever host it named, by itself or through a proxy, gets into no link, redirect or key. */
export const publicName = ({ publicUrl }: Pick<Environment, 'publicUrl'>): RequestHandler => {
  const { host, protocol } = new URL(publicUrl)
  return ({ headers }, _response, next) => {
    for (const name of ['forwarded', 'x-forwarded-host', 'x-forwarded-server', 'x-forwarded-port']) delete headers[name]
    headers.host = host
    headers['x-forwarded-proto'] = protocol.slice(0, -1)
    next()
  }
}
