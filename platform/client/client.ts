import { ApiError } from './error.ts'
import type { Operations } from './types.ts'

/** The name of an operation, such as `GET /products`. */
export type Operation = keyof Operations

type Given<Name extends Operation> = Operations[Name]['given']
type Answer<Name extends Operation> = Operations[Name]['answer']

/** Operations that answer a page. */
export type List = { [Name in Operation]: Answer<Name> extends { data: unknown[]; next: string | null } ? Name : never }[Operation]

type Item<Name extends List> = Answer<Name> extends { data: (infer Each)[] } ? Each : never

/** What belongs to a call besides what it asks. */
export type Extras = {
  /** Sent again with the same key, a request is done once. Made for every POST when absent. */
  idempotencyKey?: string
  /** What a guest holds of an order. */
  orderSecret?: string
  signal?: AbortSignal
}

/** Where the API is and who calls it. */
export type Settings = {
  /** The address of the site, such as `https://shop.example.com`. */
  url: string
  /** An API key, `vior_…`. */
  key?: string
  fetch?: typeof globalThis.fetch
  /** How often a request is sent again when the API is busy. */
  retries?: number
}

// Without anything to give, nothing has to be given.
type Arguments<Name extends Operation> =
  Record<string, never> extends Given<Name> ? [given?: Given<Name>, extras?: Extras] : [given: Given<Name>, extras?: Extras]

/** The versioned API, typed by its description. */
export type Client = {
  /** Asks one operation; throws an ApiError when it is refused. */
  call: <Name extends Operation>(name: Name, ...args: Arguments<Name>) => Promise<Answer<Name>>
  /** Goes through a whole list, page by page. */
  each: <Name extends List>(name: Name, query?: Given<Name> extends { query?: infer Query } ? Query : never) => AsyncGenerator<Item<Name>>
}

type Loose = { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown }

const addressOf = (url: string, path: string, { params = {}, query = {} }: Loose): URL => {
  const filled = path.replaceAll(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
  const address = new URL(`/api/v1${filled}`, url)
  for (const [name, value] of Object.entries(query)) if (value !== undefined) address.searchParams.set(name, String(value))
  return address
}

const headersOf = (
  method: string,
  { body }: Loose,
  { key }: Settings,
  { idempotencyKey, orderSecret }: Extras,
): Record<string, string> => ({
  Accept: 'application/json',
  ...(key && { Authorization: `Bearer ${key}` }),
  ...(body !== undefined && { 'Content-Type': 'application/json' }),
  ...(method === 'POST' && { 'Idempotency-Key': idempotencyKey ?? crypto.randomUUID() }),
  ...(orderSecret && { 'X-Order-Secret': orderSecret }),
})

/** How long the API asks to wait, in milliseconds; undefined when it does not ask. */
const pauseOf = ({ status, headers }: Response): number | undefined => {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  return (status === 429 || status === 503) && Number.isFinite(seconds) ? seconds * 1000 : undefined
}

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds))

/** Makes a client; it needs nothing but `fetch`. */
export function client(settings: Settings): Client {
  const { url, fetch = globalThis.fetch, retries = 3 } = settings

  const ask = async (name: string, given: Loose = {}, extras: Extras = {}): Promise<unknown> => {
    const [method = '', path = ''] = name.split(' ')
    const init = {
      method,
      headers: headersOf(method, given, settings, extras),
      body: given.body === undefined ? undefined : JSON.stringify(given.body),
      signal: extras.signal,
    }
    for (let tries = 0; ; tries++) {
      const response = await fetch(addressOf(url, path, given), init)
      const body: unknown = await response.json().catch(() => undefined)
      if (response.ok) return body
      const pause = tries < retries ? pauseOf(response) : undefined
      if (pause === undefined) throw new ApiError(response.status, body)
      await wait(pause)
    }
  }

  async function* each(name: string, query: Record<string, unknown> = {}): AsyncGenerator<unknown> {
    for (let after = query.after; ; ) {
      const { data, next } = (await ask(name, { query: { ...query, after } })) as { data: unknown[]; next: string | null }
      yield* data
      if (next === null) return
      after = next
    }
  }

  return { call: ask, each } as unknown as Client
}
