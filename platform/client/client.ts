import { type Extras, orThrow, type Settings, send } from './send.ts'
import type { Operations } from './types.ts'

/** The name of an operation, such as `GET /products`. */
export type Operation = keyof Operations

type Given<Name extends Operation> = Operations[Name]['given']
type Answer<Name extends Operation> = Operations[Name]['answer']

/** Operations that answer a page. */
export type List = { [Name in Operation]: Answer<Name> extends { data: unknown[]; next: string | null } ? Name : never }[Operation]

type Item<Name extends List> = Answer<Name> extends { data: (infer Each)[] } ? Each : never

// Without anything to give, nothing has to be given.
type Arguments<Name extends Operation> =
  Record<string, never> extends Given<Name> ? [given?: Given<Name>, extras?: Extras] : [given: Given<Name>, extras?: Extras]

/** The versioned API, typed by its description. */
export type Client = {
  /** Asks one operation; throws an ApiError when it is refused. Every POST carries an idempotency key, a new one where none is given. */
  call: <Name extends Operation>(name: Name, ...args: Arguments<Name>) => Promise<Answer<Name>>
  /** Goes through a whole list, page by page. */
  each: <Name extends List>(name: Name, query?: Given<Name> extends { query?: infer Query } ? Query : never) => AsyncGenerator<Item<Name>>
}

/** Makes a client of `/api/v1`; it needs nothing but `fetch`. */
export function client(settings: Settings): Client {
  const call = async (name: string, given: object = {}, extras: Extras = {}): Promise<unknown> => {
    const once = name.startsWith('POST ') ? { ...extras, idempotencyKey: extras.idempotencyKey ?? crypto.randomUUID() } : extras
    return orThrow(await send(settings, name.replace(' ', ' /api/v1'), given, once))
  }

  async function* each(name: string, query: Record<string, unknown> = {}): AsyncGenerator<unknown> {
    for (let after = query.after; ; ) {
      const { data, next } = (await call(name, { query: { ...query, after } })) as { data: unknown[]; next: string | null }
      yield* data
      if (next === null) return
      after = next
    }
  }

  return { call, each } as unknown as Client
}
