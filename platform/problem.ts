import type { AfterErrorHook } from 'payload'
import { currentCall } from './call.ts'
import { isTransient } from './database/transient.ts'
import { isUnreachable } from './database/unreachable.ts'
import { type Envelope, type InputError, platformErrors } from './errors.ts'

/** What a failure means to the caller. */
export type Problem = { status: number; name: string; message: string; data: { code: PlatformCode | string; [detail: string]: unknown } }

type PlatformCode = keyof typeof platformErrors

const problem = (code: PlatformCode, data: Record<string, unknown> = {}, message: string = platformErrors[code][1]): Problem => ({
  status: platformErrors[code][0],
  name: 'APIError',
  message,
  data: { code, ...data },
})

/** Payload's own errors by their name. */
const byName: Record<string, PlatformCode> = {
  AuthenticationError: 'INVALID_CREDENTIALS',
  UnauthorizedError: 'UNAUTHENTICATED',
  Forbidden: 'FORBIDDEN',
  NotFound: 'NOT_FOUND',
  LockedAuth: 'LOCKED',
  Locked: 'LOCKED',
  UnverifiedEmail: 'UNVERIFIED',
  // What the engines say of input that they cannot read.
  CastError: 'VALIDATION',
  BSONError: 'VALIDATION',
  ObjectParameterError: 'VALIDATION',
  StrictModeError: 'VALIDATION',
}

/** What it says of files that are missing or cannot be read. */
const ofFiles = new Set(['MissingFile', 'FileUploadError'])

/** Whether SQLite says that a question is more than it can do at once, though each part of it is sound. */
function isOverwhelmed(error: unknown): boolean {
  const { code, message = '', cause } = (error ?? {}) as { code?: unknown; message?: string; cause?: unknown }
  if (code === 'SQLITE_ERROR')
    return /too many (FROM clause )?terms|at most \d+ tables|too many SQL variables|tree is too large/.test(message)
  return cause !== undefined && cause !== error && isOverwhelmed(cause)
}

// SQLite, files, and MongoDB's OutOfDiskSpace.
const fullDisk = new Set<unknown>(['SQLITE_FULL', 'ENOSPC', 14031])

/** Whether there is no room left for what was to be written. */
function isOutOfRoom(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown }
  return fullDisk.has(code) || (cause !== undefined && cause !== error && isOutOfRoom(cause))
}

/** What Payload says of links in mails that were used or are too old. */
const spentLinks = new Set(['Verification token is invalid.', 'Token is either invalid or has expired.'])

const byStatus: Record<number, PlatformCode> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  409: 'CONFLICT',
  413: 'TOO_LARGE',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  416: 'RANGE_NOT_SATISFIABLE',
  423: 'LOCKED',
  429: 'RATE_LIMITED',
  501: 'NOT_FOUND',
  503: 'UNAVAILABLE',
}

type Failure = {
  stack?: string
  name?: string
  message?: string
  status?: number
  data?: unknown
  isPublic?: boolean
  isOperational?: boolean
}

const fieldErrors = (list: unknown): InputError[] =>
  (Array.isArray(list) ? list : []).map((entry: { path?: unknown; field?: unknown; message?: unknown; code?: unknown }) => {
    const message = String(entry.message ?? 'This is not right.')
    const code =
      typeof entry.code === 'string'
        ? entry.code
        : /unique|already registered/i.test(message)
          ? 'DUPLICATE'
          : /required/i.test(message)
            ? 'REQUIRED'
            : 'INVALID'
    return { path: String(entry.path ?? entry.field ?? ''), code, message }
  })

const validation = (list: unknown): Problem => {
  const errors = fieldErrors(list)
  const duplicate = errors.length > 0 && errors.every(({ code }) => code === 'DUPLICATE')
  return { ...problem(duplicate ? 'DUPLICATE' : 'VALIDATION', { errors }), name: 'ValidationError' }
}

/** Where Payload reads bodies: what goes wrong there is the fault of what was sent, whatever it is called. */
const bodyReaders = /\b(addDataAndFileToRequest|processMultipart)\b/

/** Says what an error that was thrown anywhere means to the caller; what nobody expected is INTERNAL and tells nothing. */
export function problemOf(error: unknown): Problem {
  const failure = (error ?? {}) as Failure
  const { name = '', status, data, message = '' } = failure
  const own = data as { code?: unknown; errors?: unknown } | null | undefined
  if (typeof own?.code === 'string' && status) return { status, name: 'APIError', message, data: own as Problem['data'] }
  if (name === 'ValidationError') return validation(own?.errors ?? Object.values((failure as { errors?: object }).errors ?? {}))
  if (name === 'QueryError')
    return validation(
      (Array.isArray(data) ? data : []).map(({ path }: { path?: string }) => ({
        path,
        code: 'UNKNOWN_PATH',
        message: 'This path cannot be queried.',
      })),
    )
  if (message === 'Invalid JSON') return problem('MALFORMED_JSON')
  if (spentLinks.has(message)) return problem('INVALID_TOKEN')
  const known = byName[name]
  if (known) return problem(known)
  if (ofFiles.has(name)) return validation([{ path: 'file', code: name === 'MissingFile' ? 'REQUIRED' : 'INVALID', message }])
  if (isOverwhelmed(error)) return problem('TOO_COMPLEX')
  if (isTransient(error)) return problem('BUSY')
  if (isUnreachable(error) || isOutOfRoom(error)) return problem('UNAVAILABLE')
  if (status && status < 500) return problem(byStatus[status] ?? 'BAD_REQUEST', {}, message)
  // A form may hold JSON that is nested without end.
  if (name === 'RangeError' && /\bdeepCopyObject/.test(failure.stack ?? '')) return problem('BAD_REQUEST')
  if (bodyReaders.test(failure.stack ?? '')) return problem(name === 'SyntaxError' ? 'MALFORMED_JSON' : 'BAD_REQUEST')
  return problem('INTERNAL')
}

/** The problem behind a failed answer that came without an error: Payload answers some by itself. */
export function problemOfAnswer(status: number, body: unknown): Problem {
  const { errors, message } = (body ?? {}) as { errors?: { name?: string; message?: string; data?: unknown }[]; message?: string }
  const [first] = errors ?? []
  if (first?.data || first?.name) return problemOf({ status, ...first })
  const code = byStatus[status] ?? (status < 500 ? 'BAD_REQUEST' : 'INTERNAL')
  const text = first?.message ?? message
  return problem(code, {}, status === 400 && text ? text : undefined)
}

/** The envelope around a problem. */
export const enveloped = ({ name, message, data }: Problem, requestId: string): Envelope => ({
  errors: [{ name, message, data }],
  requestId,
})

/** Hands the error that Payload is about to turn into a response to the call it belongs to. */
export const rememberFailure: AfterErrorHook = ({ error }) => {
  const call = currentCall()
  if (call) call.failure = error
}
