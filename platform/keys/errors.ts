import { errors } from '../errors.ts'

/** What goes wrong with API keys. */
export const keyErrors = {
  INVALID_KEY: [401, 'This API key is not known, has expired or was revoked.'],
  SCOPE_MISSING: [403, 'This API key may not do this.'],
  TOO_MANY_KEYS: [409, 'You have as many API keys as one person can have. Revoke one that is not used.'],
} as const satisfies Record<string, readonly [status: number, text: string]>

/** Throws one of the errors of API keys. */
export const fail = errors(keyErrors)
