import { PayloadSDK } from '@payloadcms/sdk'
import type { Config } from '../../../payload-types.ts'
import type { Locale } from './paths.ts'

/** One wrong field of what was sent. */
export type FieldFault = { path: string; code: string; message: string }

/** Why the API refused: its code, the wrong fields, and a reference to quote. */
export type Refusal = {
  status: number
  code: string
  message: string
  fields: FieldFault[]
  details: Record<string, unknown>
  requestId?: string
}

/** What came of asking the API for something: the answer, or why not. */
export type Answer<Value> = { ok: true; value: Value; response: Response } | { ok: false; refusal: Refusal; response: Response }

/** A fetch that reaches the API: over the network, or in memory when the platform serves both. */
export type ApiFetch = (url: string, init?: RequestInit) => Promise<Response>

type Asking = { method?: string; body?: unknown; headers?: Record<string, string | undefined> }

/** The API as one visitor may use it. */
export type Api = {
  /** Payload's own client, for reading collections and globals; throws when it is refused. */
  read: PayloadSDK<Config>
  /** Asks any address below `/api` and says what came of it. */
  ask: <Value>(path: string, asking?: Asking) => Promise<Answer<Value>>
}

/** What the API must know of the visitor on whose behalf it is asked. */
type Visitor = {
  baseUrl: string
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

type Envelope = { errors?: { message?: string; data?: { code?: string; errors?: FieldFault[] } }[]; requestId?: string }

async function refusalOf(response: Response): Promise<Refusal> {
  const { errors, requestId } = ((await response.json().catch(() => undefined)) ?? {}) as Envelope
  const { message = response.statusText, data = {} } = errors?.[0] ?? {}
  const { code = 'INTERNAL', errors: fields = [], ...details } = data
  return {
    status: response.status,
    code,
    message,
    fields,
    details,
    requestId: requestId ?? response.headers.get('x-request-id') ?? undefined,
  }
}

/** The API for one visitor: their cookie, address and language go along; the Origin is ours, since cookies are refused without one. */
export function apiFor({ baseUrl, fetch, publicUrl, cookie, address, requestId, locale, secrets }: Visitor): Api {
  const headers = defined({
    ...secrets,
    cookie,
    origin: publicUrl,
    'accept-language': locale,
    'x-client-ip': address,
    'x-request-id': requestId,
  })
  const read = new PayloadSDK<Config>({ baseURL: baseUrl, fetch: fetch as typeof globalThis.fetch, baseInit: { headers } })
  return {
    read,
    ask: async (path, asking = {}) => {
      const response = await fetch(`${baseUrl}${path}`, {
        method: asking.method ?? (asking.body === undefined ? 'GET' : 'POST'),
        headers: { ...headers, ...defined(asking.headers ?? {}), ...(asking.body !== undefined && { 'content-type': 'application/json' }) },
        body: asking.body === undefined ? undefined : JSON.stringify(asking.body),
      })
      if (!response.ok) return { ok: false, refusal: await refusalOf(response), response }
      return { ok: true, value: await response.json().catch(() => undefined), response }
    },
  }
}
