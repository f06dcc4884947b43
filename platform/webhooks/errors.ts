import { errors } from '../errors.ts'

/** What goes wrong with webhooks. */
export const webhookErrors = {
  WEBHOOK_PAUSED: [409, 'This webhook is paused. Resume it first.'],
  DELIVERY_FORGOTTEN: [409, 'What was sent, or the webhook it was sent to, is no longer there.'],
} as const satisfies Record<string, readonly [status: number, text: string]>

/** Throws one of the errors of webhooks. */
export const fail = errors(webhookErrors)
