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

/** Checks a document in the order of cost: what is too large is never validated, what is not valid is never weighed. */
export function checkedDocument({ schema, validationRules }: Built, { query, variables, operationName }: Asked): DocumentNode {
  const document = parsed(query)
  const tooMuch = excess(document)
  if (tooMuch) return refuse('TOO_COMPLEX', tooMuch)
  const unknown = document.definitions.some((node) => node.kind === Kind.OPERATION_DEFINITION && node.operation === 'subscription')
  if (unknown) return refuse('BAD_REQUEST', 'Subscriptions are not offered here; use the sockets.')
  const rules = [specifiedRules, validationRules({ operationName, variableValues: variables ?? undefined } as never)]
  for (const set of rules) {
    const errors = validate(schema, document, set, { maxErrors: 20 })
    if (errors.length > 0)
      throw new Refused(
        400,
        errors.map((error) => new GraphQLError(error.message, { nodes: error.nodes, extensions: { code: 'VALIDATION' } })),
      )
  }
  return document
}
