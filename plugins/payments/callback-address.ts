import { addressList } from '../../platform/address-list.ts'
import { environment } from '../../platform/environment.ts'
import { derivedSecret, equalTexts } from '../../platform/secrets.ts'
import type { Provider } from './provider.ts'

const callbackSecret = () => environment.callbackSecret ?? derivedSecret('payment callbacks')

/** The address that a provider is to send its messages to; the secret at its end tells them from forged ones. */
export const callbackAddress = (provider: string): string => `${environment.publicUrl}/api/payments/${provider}/webhook/${callbackSecret()}`

const isExpected = environment.callbackFrom === undefined ? () => true : addressList(environment.callbackFrom)

/**
 * Whether a message can be believed: by its signature, or because it came to the secret address – and from an expected one, where such are named.
 * Simulators may leave the secret out.
 */
export function isTrusted({ signs }: Provider, secret: string | undefined, from: string | null): boolean {
  if (!isExpected((from ?? '').replace(/^::ffff:/i, ''))) return false
  if (signs) return true
  return secret === undefined ? environment.mode === 'sandbox' : equalTexts(secret, callbackSecret())
}
