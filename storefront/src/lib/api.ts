import type { Config } from '../../../payload-types.ts'
import { type Site, site } from '../../../platform/client/site.ts'
import type { Locale } from './paths.ts'

/** A fetch that reaches the API: over the network, or in memory when the platform serves both. */
export type ApiFetch = typeof fetch

/** The API as one visitor may use it. */
export type Api = Site<Config>

/** What the API must know of the visitor on whose behalf it is asked. */
type Visitor = {
  url: string
  fetch: ApiFetch
  publicUrl: string
  cookie: string | null
  address?: string
  requestId?: string
  locale: Locale
  secrets?: Record<string, string | undefined>
}

const defined = (headers: Record<string, string | null | undefined>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter((entry): entry is [string, string] => Boolean(entry[1])))

/** The API for one visitor: their cookie, address and language go along; the Origin is ours, since cookies are refused without one. */
export const apiFor = ({ url, fetch, publicUrl, cookie, address, requestId, locale, secrets }: Visitor): Api =>
  site<Config>({
    url,
    fetch,
    headers: defined({
      ...secrets,
      cookie,
      origin: publicUrl,
      'accept-language': locale,
      'x-client-ip': address,
      'x-request-id': requestId,
    }),
    // Whoever waits for a page would rather hear at once that the site is busy.
    retries: 0,
  })
