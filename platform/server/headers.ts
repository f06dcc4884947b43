import { randomBytes } from 'node:crypto'
import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { Environment } from '../environment.ts'

const self = "'self'"

type Source = string | ((request: IncomingMessage, response: ServerResponse) => string)

type Directives = Record<string, Source[]>

const strict: Directives = {
  'default-src': [self],
  'script-src': [self],
  'style-src': [self, "'unsafe-inline'"],
  'img-src': [self, 'data:', 'blob:'],
  'font-src': [self, 'data:'],
  'connect-src': [self],
  'worker-src': [self, 'blob:'],
  'object-src': ["'none'"],
  'base-uri': [self],
  'form-action': [self],
  'frame-ancestors': ["'none'"],
}

const nonces = new WeakMap<ServerResponse, string>()

/** Next reads the word for its scripts from a header of the request, so the caller's own must not get there. */
const giveNonce: RequestHandler = (request, response, next) => {
  const nonce = randomBytes(16).toString('base64')
  nonces.set(response, nonce)
  request.headers['content-security-policy'] = `script-src 'nonce-${nonce}'`
  next()
}

/** Whether an address shows a draft. */
export const isPreview = (url: string): boolean => /[?&]preview=/.test(url)

/** What differs between the areas; each is a fact about what its pages need. */
const areas = {
  /** JSON shows nothing and loads nothing. */
  api: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
  /** Next puts small scripts of its own into the page, marked with a word that only this answer knows. */
  admin: { ...strict, 'script-src': [self, (_request, response) => `'nonce-${nonces.get(response)}'`], 'frame-ancestors': [self] },
  /** The admin shows drafts in a frame, and nothing else. */
  pages: { ...strict, 'frame-ancestors': [({ url = '' }) => (isPreview(url) ? self : "'none'")] },
  docs: { ...strict, 'form-action': ["'none'"] },
} satisfies Record<string, Directives>

/** What a CDN may hand out for us, if there is one. */
const fromCdn: Partial<Record<keyof typeof areas, readonly string[]>> = {
  admin: ['img-src'],
  pages: ['script-src', 'style-src', 'img-src', 'font-src', 'connect-src'],
}

function directivesOf(area: Area, assetUrl: string | undefined): Directives {
  const directives: Directives = areas[area]
  if (!assetUrl) return directives
  const further = (fromCdn[area] ?? []).map((name): [string, Source[]] => [name, [...(directives[name] ?? []), new URL(assetUrl).origin]])
  return { ...directives, ...Object.fromEntries(further) }
}

/** An area of the site with security headers of its own. */
export type Area = keyof typeof areas

/** The security headers of one area; https addresses also promise to stay with https. */
export function securityHeaders(
  area: Area,
  { publicUrl, assetUrl }: Pick<Environment, 'publicUrl'> & Partial<Pick<Environment, 'assetUrl'>>,
): RequestHandler[] {
  const https = publicUrl.startsWith('https:')
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { ...directivesOf(area, assetUrl), ...(https ? { 'upgrade-insecure-requests': [] } : {}) },
    },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    crossOriginEmbedderPolicy: false,
  })
  return area === 'admin' ? [giveNonce, headers] : [headers]
}

/** The same for an area where they are the same for all, as a list of names and values. */
export function fixedHeaders(area: 'api' | 'pages', url: string, environment: Pick<Environment, 'publicUrl'>): string[] {
  const request = Object.assign(new IncomingMessage(new Socket()), { url })
  const response = new ServerResponse(request)
  for (const handler of securityHeaders(area, environment))
    handler(request as Parameters<RequestHandler>[0], response as Parameters<RequestHandler>[1], () => undefined)
  return Object.entries(response.getHeaders()).flatMap(([name, value]) => [name, String(value)])
}
