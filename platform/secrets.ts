import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto'
import type { TextField } from 'payload'
import { environment } from './environment.ts'

const keyId = 'k1'
const derived = (purpose: string) => Buffer.from(hkdfSync('sha256', environment.secret, 'vior-platform', purpose, 32))

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

/** A setting that is encrypted at rest and never read back through the API: reading answers only whether it is set. Nothing and the mask leave it as it is, null takes it away. */
export const secretField = (name: string, overrides: Partial<Omit<TextField, 'type' | 'name' | 'hasMany'>> = {}): TextField =>
  ({
    name,
    type: 'text',
    ...overrides,
    hooks: {
      beforeChange: [
        ({ value, siblingDocWithLocales }: { value?: unknown; siblingDocWithLocales?: Record<string, unknown> }) => {
          if (value === null) return null
          // Forms send back the mask that they were shown; what is stored is kept then.
          return typeof value === 'string' && value !== '' && value !== mask ? seal(value) : siblingDocWithLocales?.[name]
        },
      ],
      afterRead: [
        ({ value, req }: { value?: unknown; req: { payloadAPI?: string; context?: Record<string, unknown> } }) =>
          req.context?.revealSecrets ? value : value ? mask : null,
      ],
    },
  }) as TextField

/** Whether `value` is what `seal` made of a text. */
const isSealed = (value: string): boolean => /^k1\.[\w-]+\.[\w-]*\.[\w-]+$/.test(value)

/** The text of a setting, sealed or not; undefined when there is none, when only its mask is shown, or when it was sealed with another key. */
export function plainText(value: unknown): string | undefined {
  if (typeof value !== 'string' || value === '' || value === mask) return undefined
  if (!isSealed(value)) return value
  try {
    return unseal(value)
  } catch {
    return undefined
  }
}

/** What stands for a secret that is set. */
export const mask = '••••••••'
