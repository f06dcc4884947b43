import type { RequestHandler } from 'express'
import helmet from 'helmet'
import type { Environment } from '../environment.ts'

const self = "'self'"

type Directives = Record<string, string[]>

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

/** What differs between the areas; each is a fact about what its pages need. */
const areas = {
  /** JSON shows nothing and loads nothing. */
  api: { 'default-src': ["'none'"], 'frame-ancestors': ["'none'"] },
  /** Next puts its own small scripts into the page; the admin previews pages of ours in a frame. */
  admin: { ...strict, 'script-src': [self, "'unsafe-inline'"], 'frame-ancestors': [self] },
  pages: strict,
} satisfies Record<string, Directives>

/** An area of the site with security headers of its own. */
export type Area = keyof typeof areas

/** The security headers of one area; https addresses also promise to stay with https. */
export function securityHeaders(area: Area, { publicUrl }: Pick<Environment, 'publicUrl'>): RequestHandler {
  const https = publicUrl.startsWith('https:')
  return helmet({
    contentSecurityPolicy: { useDefaults: false, directives: { ...areas[area], ...(https ? { 'upgrade-insecure-requests': [] } : {}) } },
    strictTransportSecurity: https,
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    crossOriginEmbedderPolicy: false,
  })
}
