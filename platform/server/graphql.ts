import { execute, GraphQLError, getOperationAST } from 'graphql'
import { createPayloadRequest, headersWithCors, mergeHeaders, type Payload } from 'payload'
import { currentCall, inCall } from '../call.ts'
import { type ErrorTable, platformErrors } from '../errors.ts'
import { type Problem, problemOf } from '../problem.ts'
import { askedBy, checkedDocument, Refused, refuse } from './graphql-request.ts'
import { type Built, buildSchema, type Context } from './graphql-schema.ts'
import { type Count, headersOf } from './limits.ts'
import type { Answer } from './rest.ts'

/** An error as the caller may see it: what nobody expected is masked. */
function shown(payload: Payload, error: GraphQLError, requestId: string) {
  const { message, locations, path, originalError, extensions } = error
  const ownCode = String(extensions.code ?? 'VALIDATION')
  const found: Problem = originalError
    ? problemOf(originalError)
    : { status: (platformErrors as ErrorTable)[ownCode]?.[0] ?? 400, name: 'GraphQLError', message, data: { code: ownCode } }
  if (found.status >= 500) payload.logger.error({ err: originalError, requestId, path }, 'A GraphQL field failed.')
  const { code, ...details } = found.data
  return { message: found.message, locations, path, extensions: { code, name: found.name, status: found.status, ...details, requestId } }
}

/** Answers GraphQL over HTTP: POST with JSON, or GET for queries only. */
export function graphql(payload: Payload, count: Count): Answer {
  let built: Built | undefined
  const schemaOf = (): Built => {
    built ??= buildSchema(payload, count)
    return built
  }

  const run = async (request: Request): Promise<Response> => {
    if (request.method === 'OPTIONS')
      return new Response(null, {
        status: 204,
        headers: headersWithCors({ headers: new Headers(), req: { payload, headers: request.headers } as never }),
      })
    if (request.method !== 'GET' && request.method !== 'POST') return refuse('METHOD_NOT_ALLOWED')
    const wanted = await askedBy(request)
    const document = checkedDocument(schemaOf(), wanted)
    const operation = getOperationAST(document, wanted.operationName)
    if (!operation) return refuse('BAD_REQUEST', 'Name one of the operations of the document.')
    if (operation.operation !== 'query' && request.method === 'GET') return refuse('METHOD_NOT_ALLOWED', 'Changes need POST.')
    const req = await createPayloadRequest({ canSetHeaders: true, config: payload.config, request })
    const contextValue: Context = { req, headers: {} }
    const result = await execute({
      schema: schemaOf().schema,
      document,
      contextValue,
      variableValues: wanted.variables,
      operationName: wanted.operationName,
    })
    const requestId = currentCall()?.requestId ?? ''
    const body = { ...result, ...(result.errors ? { errors: result.errors.map((error) => shown(payload, error, requestId)) } : {}) }
    const answered = headersWithCors({
      headers: mergeHeaders(req.responseHeaders ?? new Headers(), new Headers(contextValue.headers)),
      req,
    })
    if (contextValue.standing) for (const [name, value] of Object.entries(headersOf(contextValue.standing))) answered.set(name, value)
    // What names one request must not be told to another.
    if (result.errors) answered.set('cache-control', 'no-store')
    // Without data nothing was run: the variables did not fit.
    return Response.json(body, { status: 'data' in result ? 200 : 400, headers: answered })
  }

  return (request) =>
    inCall({ requestId: request.headers.get('x-request-id') ?? undefined, route: `${request.method} /api/graphql` }, async () => {
      const requestId = currentCall()?.requestId ?? ''
      try {
        return await run(request)
      } catch (error) {
        const { status, errors } = error instanceof Refused ? error : unexpected(payload, error)
        const headers = status === 405 ? { Allow: 'GET, POST, OPTIONS' } : undefined
        return Response.json({ errors: errors.map((each) => shown(payload, each, requestId)) }, { status, headers })
      }
    })
}

function unexpected(payload: Payload, error: unknown): Refused {
  const { status } = problemOf(error)
  if (status >= 500) payload.logger.error({ err: error }, 'A GraphQL request failed.')
  return new Refused(status, [new GraphQLError('', { originalError: error as Error })])
}
