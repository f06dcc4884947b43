import { randomInt } from 'node:crypto'

// Without I, L, O and U, which are misread or make words.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const block = () => Array.from({ length: 4 }, () => alphabet[randomInt(alphabet.length)]).join('')

/** A number to speak of an order by, such as V-7K3F-92QX: random, so that it tells nothing about how much is sold. */
export const orderNumber = (): string => `V-${block()}-${block()}`
