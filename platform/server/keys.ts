import type { Payload } from 'payload'
import { keyErrors } from '../keys/errors.ts'
import { findKey, type Key, tokenIn, withKey } from '../keys/key.ts'
import { lacking } from '../keys/scopes.ts'
import { enveloped } from '../problem.ts'
import type { Answer } from './rest.ts'

const used = new WeakMap<Request, Key>()

/** The key that a request was answered for. */
export const keyOfRequest = (request: Request): Key | undefined => used.get(request)

function refused(request: Request, code: keyof typeof keyErrors, data: Record<string, unknown> = {}): Response {
  const [status, message] = keyErrors[code]
  const headers = status === 401 ? { 'WWW-Authenticate': 'Bearer error="invalid_token"' } : undefined
  const problem = { status, name: 'APIError', message, data: { code, ...data } }
  return Response.json(enveloped(problem, request.headers.get('x-request-id') ?? ''), { status, headers })
}

/** Looks at the API key of a request before anything else does: one that is not good is refused rather than taken for a guest, one without the scope is told which it lacks. */
export const withKeys =
  (payload: Payload, answer: Answer): Answer =>
  async (request) => {
    const token = tokenIn(request.headers)
    if (!token) return answer(request)
    const found = await findKey(payload, token)
    if (!found) return refused(request, 'INVALID_KEY')
    used.set(request, found.key)
    const scopes = lacking(payload.config, found.key, request.method, new URL(request.url).pathname)
    return scopes ? refused(request, 'SCOPE_MISSING', { scopes }) : withKey(found, () => answer(request))
  }
