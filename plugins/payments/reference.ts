import { randomBytes } from 'node:crypto'

/** Crockford's base 32: no letter that can be taken for a digit. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** A new reference, `PV-XXXX-XXXX-XXXX-XXXX`: 80 random bits, so that nobody can guess the reference of somebody else's payment. */
export function newReference(): string {
  const letters = Array.from(randomBytes(16), (byte) => alphabet[byte % 32]).join('')
  return `PV-${letters.match(/.{4}/g)?.join('-')}`
}
