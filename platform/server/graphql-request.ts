import { type DocumentNode, GraphQLError, Kind, parse, specifiedRules, validate } from 'graphql'
import { z } from 'zod'
import { platformErrors } from '../errors.ts'
import { deepest, isTooDeep } from '../nesting.ts'
import { excess, graphqlLimits } from './graphql-limits.ts'
import type { Built } from './graphql-schema.ts'

const asked = z.object({
  query: z.string({ error: 'Send the query as a text.' }).min(1, { error: 'Send a query.' }),
  variables: z.record(z.string(), z.unknown(), { error: 'Send the variables as an object.' }).nullish(),
  operationName: z.string().nullish(),
})

/** One query with its variables. */
export type Asked = z.infer<typeof asked>

/** Refuses a document; the status says whose fault it is. */
export class Refused extends Error {
  readonly status: number
  readonly errors: readonly GraphQLError[]
  constructor(status: number, errors: readonly GraphQLError[]) {
    super('refused')
    this.status = status
    this.errors = errors
  }
}

const withCode = (code: keyof typeof platformErrors, message: string = platformErrors[code][1]) =>
  new GraphQLError(message, { extensions: { code } })

/** Refuses a request with one of the platform's own errors. */
export const refuse = (code: keyof typeof platformErrors, message?: string): never => {
  throw new Refused(platformErrors[code][0], [withCode(code, message)])
}

const json = (text: string): unknown => {
  if (isTooDeep(text)) return refuse('BAD_REQUEST', `The body is nested more than ${deepest} levels deep.`)
  try {
    return JSON.parse(text)
  } catch {
    return refuse('MALFORMED_JSON')
  }
}

/** What is asked, from the body of a POST or the query of a GET. */
export async function askedBy(request: Request): Promise<Asked> {
  if (request.method === 'POST' && !/^application\/json\b/i.test(request.headers.get('content-type') ?? ''))
    return refuse('UNSUPPORTED_MEDIA_TYPE', 'Send the query as application/json.')
  const sent = request.method === 'POST' ? json(await request.text()) : inQuery(new URL(request.url).searchParams)
  if (Array.isArray(sent)) return refuse('BAD_REQUEST', 'Send one query at a time.')
  const { data, error } = asked.safeParse(sent)
  return (
    data ??
    refuse('BAD_REQUEST', error?.issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message)).join(' '))
  )
}

function inQuery(params: URLSearchParams) {
  const variables = params.get('variables')
  return {
    query: params.get('query') ?? undefined,
    operationName: params.get('operationName'),
    variables: variables ? json(variables) : undefined,
  }
}

function parsed(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens: graphqlLimits.tokens })
  } catch (error) {
    throw new Refused(400, [withCode('BAD_REQUEST', (error as Error).message)])
  }
}

/** How many sound documents are remembered, and how long each may be: programs ask the same few again and again, and checking costs more than most answers. */
const remembered = { documents: 200, characters: 10_000 }

const sound = new WeakMap<Built, Map<string, DocumentNode>>()

function remember(built: Built, key: string, document: DocumentNode): void {
  const known = sound.get(built) ?? new Map<string, DocumentNode>()
  sound.set(built, known)
  if (key.length > remembered.characters) return
  known.set(key, document)
  if (known.size > remembered.documents) known.delete(known.keys().next().value as string)
}

function demandSound(schema: Built['schema'], document: DocumentNode, rules: Parameters<typeof validate>[2]): void {
  const errors = validate(schema, document, rules, { maxErrors: 20 })
  if (errors.length === 0) return
  const shown = errors.map((error) => new GraphQLError(error.message, { nodes: error.nodes, extensions: { code: 'VALIDATION' } }))
  throw new Refused(400, shown)
}

function checked(schema: Built['schema'], query: string): DocumentNode {
  const document = parsed(query)
  const tooMuch = excess(document)
  if (tooMuch) return refuse('TOO_COMPLEX', tooMuch)
  const unknown = document.definitions.some((node) => node.kind === Kind.OPERATION_DEFINITION && node.operation === 'subscription')
  if (unknown) return refuse('BAD_REQUEST', 'Subscriptions are not offered here; use the sockets.')
  demandSound(schema, document, specifiedRules)
  return document
}

/** Checks a document in the order of cost: what is too large is never validated, what is not valid is never weighed. What it weighs may hang on the variables. */
export function checkedDocument(built: Built, { query, variables, operationName }: Asked): DocumentNode {
  const { schema, validationRules } = built
  // No document begins like this, so that none can pass for one that was weighed.
  const weighed = JSON.stringify([operationName ?? '', query])
  const known = sound.get(built)
  const again = variables ? undefined : known?.get(weighed)
  if (again) return again
  const document = known?.get(query) ?? checked(schema, query)
  remember(built, query, document)
  demandSound(schema, document, validationRules({ operationName, variableValues: variables ?? undefined } as never))
  if (!variables) remember(built, weighed, document)
  return document
}
