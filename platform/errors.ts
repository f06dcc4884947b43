import { APIError } from 'payload'

/** One thing that is wrong with the input, and where. */
export type InputError = { path: string; code: string; message: string }

/** What every failed answer looks like, whichever part of the platform it comes from. */
export type Envelope = {
  errors: { name: string; message: string; data: { code: string; errors?: InputError[]; [detail: string]: unknown } }[]
  requestId: string
}

/** A table of errors: code → HTTP status and English text. */
export type ErrorTable = Record<string, readonly [status: number, text: string]>

/** Declares the errors of one owner; the result throws one of them by its code. */
export const errors =
  <Code extends string>(table: Record<Code, readonly [status: number, text: string]>) =>
  (code: Code, data?: Record<string, unknown>): never => {
    const [status, text] = table[code]
    throw new APIError(text, status, { code, ...data }, true)
  }

/** The errors that the platform itself answers with. */
export const platformErrors = {
  VALIDATION: [400, 'Some of what was sent is not right.'],
  MALFORMED_JSON: [400, 'The body is not valid JSON.'],
  MALFORMED_URL: [400, 'The address is not a valid one.'],
  BAD_REQUEST: [400, 'The request cannot be understood.'],
  FIELD_READ_ONLY: [400, 'This field is written by the platform only.'],
  UNAUTHENTICATED: [401, 'Sign in first.'],
  FORBIDDEN: [403, 'You are not allowed to do this.'],
  ORIGIN_NOT_ALLOWED: [403, 'The request comes from a site that may not make it.'],
  MISDIRECTED: [421, 'This server does not answer under that name.'],
  NOT_FOUND: [404, 'There is no such thing, or you may not see it.'],
  GONE: [410, 'This address has ended. The Link header says where to go instead.'],
  METHOD_NOT_ALLOWED: [405, 'This method is not offered here.'],
  TOO_COMPLEX: [400, 'The query asks for too much at once.'],
  DUPLICATE: [400, 'Another document has this value already.'],
  ILLEGAL_TRANSITION: [409, 'This step is not possible in the present state.'],
  REASON_REQUIRED: [400, 'Say why.'],
  IN_USE: [409, 'Other records still need this, so it cannot be deleted.'],
  CONFLICT: [409, 'Somebody else changed this at the same moment. Try again.'],
  BUSY: [503, 'Too much is happening at once. Try again in a moment.'],
  LENGTH_REQUIRED: [411, 'Say how long the body is.'],
  TOO_LARGE: [413, 'That is more than can be accepted at once.'],
  UNSUPPORTED_MEDIA_TYPE: [415, 'This kind of body is not accepted here.'],
  RANGE_NOT_SATISFIABLE: [416, 'There is no such part.'],
  LOCKED: [423, 'Too many wrong tries. Wait before the next one.'],
  RATE_LIMITED: [429, 'Too many requests. Wait before the next one.'],
  UNVERIFIED: [403, 'Confirm your e-mail address first.'],
  INVALID_CREDENTIALS: [401, 'E-mail or password is wrong.'],
  INVALID_TOKEN: [400, 'This link is not valid any more.'],
  INTERNAL: [500, 'Something went wrong on our side.'],
  UNAVAILABLE: [503, 'This is not available right now.'],
} as const satisfies ErrorTable

/** Throws one of the platform's own errors. */
export const fail = errors(platformErrors)

/** The envelope of one of the platform's own errors, for answers that are made before Payload is reached. */
export const envelope = (code: keyof typeof platformErrors, requestId: string, data?: Record<string, unknown>): Envelope => ({
  errors: [{ name: 'APIError', message: platformErrors[code][1], data: { code, ...data } }],
  requestId,
})
