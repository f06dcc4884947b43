import type { Response } from 'express'
import { envelope, platformErrors } from '../errors.ts'

/** Answers one of the platform's own errors before anything else has looked at the request. */
export function refuse(response: Response, code: keyof typeof platformErrors, data?: Record<string, unknown>): void {
  if (response.headersSent) return void response.destroy()
  response.setHeader('Cache-Control', 'no-store')
  response.status(platformErrors[code][0]).json(envelope(code, requestIdOf(response), data))
}

/** The id of the request that `response` answers. */
export const requestIdOf = (response: Response): string => response.locals.requestId as string
