import { ApiError } from './error.ts'
import { queryText } from './query.ts'

/** Where the API is and who calls it. */
export type Settings = {
  /** The address of the site, such as `https://shop.example.com`. */
  url: string
  /** An API key, `vior_…`. */
  key?: string
  /** Sent with every request. */
  headers?: Record<string, string>
  fetch?: typeof globalThis.fetch
  /** How often a request is sent again when the API is busy. */
  retries?: number
}

/** What belongs to a call besides what it asks. */
export type Extras = {
  /** Sent again with the same key, a request is done once. */
  idempotencyKey?: string
  /** What a guest holds of an order. */
  orderSecret?: string
  /** The language of what is answered. */
  locale?: string
  headers?: Record<string, string | undefined>
  signal?: AbortSignal
}

/** What an operation is given: parts of its address, its query, its body. */
export type Given = { params?: Record<string, string>; query?: object; body?: unknown }

/** What came of a request: the answer, or why not. */
export type Outcome<Value> = { ok: true; value: Value; response: Response } | { ok: false; refusal: ApiError; response: Response }

function addressOf({ url }: Settings, path: string, { params = {}, query = {} }: Given, { locale }: Extras): string {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const text = queryText({ ...query, ...(locale && { locale }) })
  return `${url.replace(/\/+$/, '')}${filled}${text && `?${text}`}`
}

function headersOf({ key, headers }: Settings, { body }: Given, { idempotencyKey, orderSecret, headers: more }: Extras) {
  const all = {
    accept: 'application/json',
    ...headers,
    ...(key && { authorization: `Bearer ${key}` }),
    ...(body !== undefined && { 'content-type': 'application/json' }),
    ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
    ...(orderSecret && { 'x-order-secret': orderSecret }),
    ...more,
  }
  return Object.fromEntries(Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined))
}

/** How long the API asks to wait, in milliseconds; undefined when it does not ask. */
const pauseOf = ({ status, headers }: Response): number | undefined => {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  return (status === 429 || status === 503) && Number.isFinite(seconds) ? seconds * 1000 : undefined
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Sends one request, such as `GET /api/v1/products/:id`, and says what came of it; waits and sends again when the API asks for that. */
export async function send(settings: Settings, name: string, given: Given, extras: Extras): Promise<Outcome<unknown>> {
  const { fetch = globalThis.fetch, retries = 3 } = settings
  const [method = '', path = ''] = name.split(' ')
  const address = addressOf(settings, path, given, extras)
  const body = given.body === undefined ? undefined : JSON.stringify(given.body)
  const init = { method, headers: headersOf(settings, given, extras), body, signal: extras.signal }
  for (let tries = 0; ; tries++) {
    const response = await fetch(address, init)
    const value: unknown = await response.json().catch(() => undefined)
    if (response.ok) return { ok: true, value, response }
    const pause = tries < retries ? pauseOf(response) : undefined
    if (pause === undefined)
      return { ok: false, refusal: new ApiError(response.status, value, response.headers.get('x-request-id') ?? undefined), response }
    await wait(pause)
  }
}

/** The answer, where there is one; otherwise the refusal is thrown. */
export function orThrow<Value>(outcome: Outcome<Value>): Value {
  if (outcome.ok) return outcome.value
  throw outcome.refusal
}

/** What came of a call that throws: a refusal is an outcome too, all else goes on being thrown. */
export const outcomeOf = <Value>(work: Promise<Value>): Promise<{ ok: true; value: Value } | { ok: false; refusal: ApiError }> =>
  work.then(
    (value) => ({ ok: true, value }),
    (error: unknown) => {
      if (error instanceof ApiError) return { ok: false, refusal: error }
      throw error
    },
  )
