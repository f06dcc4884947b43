import {
  createCipheriv,
  createDecipheriv,
  createHash,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto'
import type { JSONField } from 'payload'
import { environment } from './environment.ts'

const keyId = 'k1'
const keys = new Map<string, KeyObject>()

/** The key for a purpose, worked out once. */
function derived(purpose: string): KeyObject {
  const known = keys.get(purpose)
  if (known) return known
  const key = createSecretKey(Buffer.from(hkdfSync('sha256', environment.secret, 'vior-platform', purpose, 32)))
  keys.set(purpose, key)
  return key
}

/** A new secret for a guest: 160 random bits, safe in headers and addresses. */
export const newSecret = (): string => randomBytes(20).toString('base64url')

/** What is stored of a guest's secret: its SHA-256 hash (the secret is random and long, so a slow hash would add nothing). */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url')

/** Compares two texts in constant time. */
export const equalTexts = (a: string, b: string): boolean => {
  const [left, right] = [createHash('sha256').update(a).digest(), createHash('sha256').update(b).digest()]
  return timingSafeEqual(left, right)
}

/** A text that only this installation can derive for `purpose`, such as the secret part of a callback address. */
export const derivedSecret = (purpose: string): string =>
  createHmac('sha256', derived('derived')).update(purpose).digest('base64url').slice(0, 32)

/** Encrypts a text for storage (AES-256-GCM); the key's id stands in front, so that keys can be rotated. */
export function seal(text: string): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', derived('seal'), nonce)
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [keyId, nonce.toString('base64url'), sealed.toString('base64url'), cipher.getAuthTag().toString('base64url')].join('.')
}

/** The text that `seal` hid; throws when it was changed or sealed with another key. */
export function unseal(sealed: string): string {
  const [id, nonce, data, tag] = sealed.split('.')
  if (id !== keyId || !nonce || data === undefined || !tag) throw new Error('This was sealed with a key that is not known.')
  const decipher = createDecipheriv('aes-256-gcm', derived('seal'), Buffer.from(nonce, 'base64url'))
  decipher.setAuthTag(Buffer.from(tag, 'base64url'))
  return Buffer.concat([decipher.update(Buffer.from(data, 'base64url')), decipher.final()]).toString('utf8')
}

/** What reading answers of a secret: whether there is one, and whether it was sealed with a key that is gone. */
export type SecretState = { set: boolean; unreadable?: true }

/** Whether something is the answer that reading gives of a secret, which forms send back. */
export const isSecretState = (value: unknown): value is SecretState =>
  typeof value === 'object' && value !== null && typeof (value as Partial<SecretState>).set === 'boolean'

/** What reading answers of a secret as it is stored. */
const stateOf = (stored: unknown): SecretState =>
  stored ? { set: true, ...(isUnreadable(stored) && { unreadable: true as const }) } : { set: false }

/** Whether a field of a configuration holds a secret. */
export const isSecretField = (field: { custom?: Record<string, unknown> }): boolean => field.custom?.secret === true

const shape = {
  anyOf: [
    {
      type: 'object',
      required: ['set'],
      additionalProperties: false,
      properties: { set: { type: 'boolean' }, unreadable: { type: 'boolean' } },
    },
    { type: 'string' },
    { type: 'null' },
  ],
} as const

/**
 * A setting that is encrypted at rest and never read back: reading answers `{ set: true }` or `{ set: false }`. A text sets it, null takes it away;
 * nothing, an empty text and the answer of reading leave it as it is.
 */
export const secretField = (name: string, overrides: Partial<Omit<JSONField, 'type' | 'name'>> = {}): JSONField => ({
  name,
  type: 'json',
  typescriptSchema: [() => structuredClone(shape) as never],
  validate: () => true,
  ...overrides,
  admin: { ...overrides.admin, components: { Field: '/platform/admin/components/SecretField.tsx#SecretField' } },
  custom: { ...overrides.custom, secret: true },
  hooks: {
    beforeChange: [
      ({ value, siblingDocWithLocales }) => {
        if (value === null) return null
        return typeof value === 'string' && value !== '' ? seal(value) : (siblingDocWithLocales?.[name] ?? null)
      },
    ],
    afterRead: [({ value, req }) => (req.context?.revealSecrets ? value : stateOf(value))],
  },
})

/** Whether `value` is what `seal` made of a text. */
const isSealed = (value: string): boolean => /^k1\.[\w-]+\.[\w-]*\.[\w-]+$/.test(value)

/** Whether something was sealed with a key that this installation does not have any more. */
export const isUnreadable = (value: unknown): boolean => typeof value === 'string' && isSealed(value) && plainText(value) === undefined

/** The text of a setting, sealed or not; undefined when there is none, when only its state is shown, or when it was sealed with another key. */
export function plainText(value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '') return undefined
  if (!isSealed(value)) return value
  try {
    return unseal(value)
  } catch {
    return undefined
  }
}
