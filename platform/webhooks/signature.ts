import { createHmac } from 'node:crypto'
import { newSecret } from '../secrets.ts'

/** A new secret as its owner gets to see it, once. */
export const newWebhookSecret = (): string => `whsec_${newSecret()}`

/** HMAC-SHA256 over `timestamp.body`, as the header carries it; the timestamp is in seconds. */
export const signatureOf = (secret: string, timestamp: number, body: string): string =>
  `v1=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`
