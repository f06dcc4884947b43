import type { Endpoint, PayloadRequest } from 'payload'
import type { z } from 'zod'
import { demand, type Grant } from './access.ts'
import { type Ending, endingHeaders, hasEnded } from './ending.ts'
import { fail, type InputError } from './errors.ts'
import { idempotent } from './idempotency/idempotent.ts'

type Shape = z.ZodType

type Input<Body, Query> = { body: Body; query: Query; params: Record<string, string> }

/** An endpoint of our own, as data: zod says what comes in and what goes out, grants say who may, and both feed the API description. */
export type EndpointDefinition<Body extends Shape, Query extends Shape, Returns extends Shape> = {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  path: string
  /** One line for the API description. */
  summary: string
  /** Label of the button in the admin that calls it for a document, after asking for the numbers and texts of its body. */
  button?: string
  /** Name of a secret in its answer, which the button shows once. */
  reveals?: string
  access: readonly Grant[]
  /** What an API key needs to call it, such as `orders:write`; `any`: any key may; null: no key may. By default it follows from the collection and the method. */
  scope?: string | null
  /** The codes it fails with besides those that follow from its data. */
  fails?: readonly string[]
  /** What somebody may send and what comes back, for the API description. */
  example?: { body?: unknown; answer?: unknown }
  /** When it is announced to end, and when it does. */
  ends?: Ending
  /** The handler itself calls `demand`, because the right hangs on a document. */
  lateAccess?: boolean
  body?: Body
  query?: Query
  /** Its query has conditions within, as that of a list has; it is read as Payload reads those. */
  nested?: boolean
  returns: Returns
  /** The kinds of file that it answers; the handler then makes the whole answer. */
  files?: readonly string[]
  /** HTTP status of success. */
  status?: 200 | 201 | 202
  /** Accepts `Idempotency-Key`; `forever` keeps the answer for good, because money hangs on it. */
  idempotent?: boolean | 'forever'
  handler: (req: PayloadRequest, input: Input<z.output<Body>, z.output<Query>>) => Promise<z.input<Returns>>
  /** What is left to do once the handler's work is committed, in no transaction: calling somebody outside. Its answer is the one that is sent; a repeated request gets here too. */
  after?: (req: PayloadRequest, answer: z.input<Returns>, input: Input<z.output<Body>, z.output<Query>>) => Promise<z.input<Returns>>
}

/** Any endpoint's definition, for those who only describe it. */
export type AnyDefinition = Omit<EndpointDefinition<Shape, Shape, Shape>, 'handler' | 'after'> & {
  handler: (req: PayloadRequest, input: never) => Promise<unknown>
  after?: (req: PayloadRequest, answer: never, input: never) => Promise<unknown>
}

const inputErrors = (error: z.ZodError): InputError[] =>
  error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({ path: [...issue.path, key].join('.'), code: 'UNKNOWN_FIELD', message: 'This field is not known.' }))
      : [{ path: issue.path.join('.'), code: issue.code.toUpperCase(), message: issue.message }],
  )

/** Checks `value` against a schema; throws VALIDATION with every wrong path at once. */
export function checked<Schema extends Shape>(schema: Schema, value: unknown): z.output<Schema> {
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  return fail('VALIDATION', { errors: inputErrors(parsed.error) })
}

/** The JSON body of a request; undefined when it has none. Throws MALFORMED_JSON or UNSUPPORTED_MEDIA_TYPE. */
export async function jsonBody(req: PayloadRequest): Promise<unknown> {
  const text = (await req.text?.()) ?? ''
  if (text.trim() === '') return undefined
  const type = req.headers.get('content-type') ?? ''
  if (!/^application\/(.+\+)?json\b/i.test(type)) return fail('UNSUPPORTED_MEDIA_TYPE')
  try {
    return JSON.parse(text)
  } catch {
    return fail('MALFORMED_JSON')
  }
}

/** What stands in the query of a request; with conditions within as Payload reads them, but without what Payload adds. */
function queryOf({ url, query }: PayloadRequest, nested = false): Record<string, unknown> {
  const { searchParams } = new URL(url ?? 'http://localhost')
  if (!nested) return Object.fromEntries(searchParams)
  const names = new Set([...searchParams.keys()].map((name) => name.split('[', 1)[0] ?? ''))
  return Object.fromEntries(Object.entries(query).filter(([name]) => names.has(name)))
}

const clientAddress = (req: PayloadRequest) => req.headers.get('x-client-ip') ?? 'unknown'

/** Who an idempotency key belongs to: the user, else whoever holds the secret, else the address. */
const keyScope = (req: PayloadRequest) =>
  req.user ? `user:${req.user.id}` : `guest:${req.headers.get('x-order-secret') ?? req.headers.get('x-cart-secret') ?? clientAddress(req)}`

/** Turns a definition into a Payload endpoint: grants, input, idempotency, handler, output. */
export function endpoint<Body extends Shape = z.ZodUndefined, Query extends Shape = z.ZodUndefined, Returns extends Shape = z.ZodType>(
  definition: EndpointDefinition<Body, Query, Returns>,
): Endpoint {
  const { method, path, access, lateAccess, status = 200, handler, after = async (_, answer) => answer } = definition
  return {
    method,
    path,
    custom: { definition },
    handler: async (req) => {
      if (definition.ends) {
        // On failures too: whoever calls what is going to end should hear of it.
        req.responseHeaders = endingHeaders(definition.ends, req.responseHeaders)
        if (hasEnded(definition.ends)) return fail('GONE')
      }
      if (!lateAccess) await demand(req, access)
      const sent = definition.body ? await jsonBody(req) : undefined
      const body = definition.body ? checked(definition.body, sent) : undefined
      const query = definition.query ? checked(definition.query, queryOf(req, definition.nested)) : undefined
      const input = { body, query, params: (req.routeParams ?? {}) as Record<string, string> } as Input<z.output<Body>, z.output<Query>>
      if (definition.files) return (await handler(req, input)) as Response
      const work = async () => ({ status, body: await handler(req, input) })
      const key = definition.idempotent ? req.headers.get('idempotency-key') : null
      if (key === null) {
        const answer = await work()
        return Response.json(await after(req, answer.body, input), { status: answer.status })
      }
      const answer = await idempotent(
        req,
        { key, scope: keyScope(req), route: `${method} ${req.pathname ?? path}`, body: sent, keep: definition.idempotent === 'forever' },
        work,
      )
      const reply = await after(req, answer.body as z.input<Returns>, input)
      return Response.json(reply, { status: answer.status, headers: answer.replayed ? { 'Idempotent-Replayed': 'true' } : {} })
    },
  }
}
