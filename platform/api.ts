import { handleEndpoints, type Payload } from 'payload'
import { currentCall, inCall } from './call.ts'
import { isTransient } from './database/transient.ts'
import { inForeground } from './foreground.ts'
import { deepest, isTooDeep } from './nesting.ts'
import { enveloped, type Problem, problemOf, problemOfAnswer } from './problem.ts'
import { repeated } from './transaction.ts'

const decodes = (text: string) => {
  try {
    decodeURIComponent(text)
    return true
  } catch {
    return false
  }
}

const isJson = (request: Request) => /^application\/(.+\+)?json\b/i.test(request.headers.get('content-type') ?? '')

const tooDeep = problemOf({ status: 400, message: `The body is nested more than ${deepest} levels deep.`, data: { code: 'BAD_REQUEST' } })

const failed = (found: Problem, requestId: string, headers?: Headers): Response => {
  const kept = new Headers(headers)
  for (const name of ['content-length', 'content-type']) kept.delete(name)
  if (found.status === 503) kept.set('retry-after', '1')
  return Response.json(enveloped(found, requestId), { status: found.status, headers: kept })
}

/** Gives every failed answer the one envelope, whoever made it. */
async function withEnvelope(response: Response, requestId: string): Promise<Response> {
  if (response.status < 400) return response
  const failure = currentCall()?.failure
  if (failure) return failed(problemOf(failure), requestId, response.headers)
  const text = await response.text()
  let body: unknown
  try {
    body = JSON.parse(text)
  } catch {
    body = undefined
  }
  return failed(problemOfAnswer(response.status, body), requestId, response.headers)
}

/**
 * The one entry to the API, for every caller: Express, the storefront's in-memory client, tests.
 * Answers through Payload's endpoints, repeats a JSON request that lost a race and committed nothing, and gives failures the one envelope.
 * `X-Client-Ip` must have been set (or removed) by whoever is in front.
 */
export async function api(payload: Payload, request: Request): Promise<Response> {
  const { pathname } = new URL(request.url)
  const call = { requestId: request.headers.get('x-request-id') ?? undefined, route: `${request.method} ${pathname}` }
  const answer = async () => {
    const requestId = currentCall()?.requestId ?? ''
    if (!decodes(pathname))
      return failed(problemOf({ status: 400, message: 'The address is not a valid one.', data: { code: 'MALFORMED_URL' } }), requestId)
    const hasBody = request.body !== null && !['GET', 'HEAD'].includes(request.method)
    const repeatable = !hasBody || isJson(request)
    try {
      const text = hasBody && repeatable ? await request.text() : undefined
      if (text !== undefined && isTooDeep(text)) return failed(tooDeep, requestId)
      // Payload writes on the request that it is given, so that a further attempt needs another; a first one without a body does not.
      let fresh = !hasBody
      const attempt = async () => {
        const call = currentCall()
        if (call) call.failure = undefined
        const asked = repeatable && !fresh ? repeat(request, text) : request
        fresh = false
        const response = await handleEndpoints({ config: payload.config, request: asked })
        if (call?.failure && repeatable && !call.committed && isTransient(call.failure)) throw call.failure
        return response
      }
      return await withEnvelope(await repeated(attempt), requestId)
    } catch (error) {
      if (problemOf(error).status >= 500) payload.logger.error({ err: error, requestId }, 'A request failed.')
      return failed(problemOf(error), requestId)
    }
  }
  return inForeground(() => inCall(call, answer))
}

const repeat = ({ url, method, headers, signal }: Request, body: string | undefined) => new Request(url, { method, headers, signal, body })
