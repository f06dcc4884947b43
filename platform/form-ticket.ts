import { randomBytes } from 'node:crypto'
import { now } from './clock.ts'
import { type ErrorTable, errors } from './errors.ts'
import { derivedSecret, equalTexts } from './secrets.ts'

/** A person needs longer than this to fill in a form, and does not leave it open for longer than that; in milliseconds. */
const [shortest, longest] = [2_000, 86_400_000]

/** What goes wrong with forms for strangers. */
export const formErrors = {
  FORM_UNKNOWN: [400, 'This form was not made here. Open it again.'],
  FORM_TOO_FAST: [400, 'That was faster than anybody can type. Wait a moment and send it again.'],
  FORM_EXPIRED: [400, 'This form has been open for too long. Open it again.'],
} as const satisfies ErrorTable

const fail = errors(formErrors)

const signature = (when: string, nonce: string) => derivedSecret(`form ${when} ${nonce}`)

/** What a form for strangers carries: when it was shown, signed, and a part that is used up with it. */
export function newTicket(): string {
  const when = now().getTime().toString(36)
  const nonce = randomBytes(9).toString('base64url')
  return `${when}.${nonce}.${signature(when, nonce)}`
}

/** Refuses a ticket that is not ours, too young or too old; that it is used once is up to whoever stores it. */
export function checkTicket(ticket: string): void {
  const [when = '', nonce = '', signed = ''] = ticket.split('.')
  if (!equalTexts(signed, signature(when, nonce))) fail('FORM_UNKNOWN')
  const age = now().getTime() - Number.parseInt(when, 36)
  if (age < shortest) fail('FORM_TOO_FAST')
  if (age > longest) fail('FORM_EXPIRED')
}
