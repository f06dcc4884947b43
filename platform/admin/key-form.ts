/** How long a new API key may be good; without days until it is revoked. */
export const lifetimes: readonly { days: string; label: string }[] = [
  { days: '7', label: '7 days' },
  { days: '30', label: '30 days' },
  { days: '90', label: '90 days' },
  { days: '365', label: 'A year' },
  { days: '', label: 'Until it is revoked' },
]

/** What is sent to make an API key. */
export type KeyBody = { name: string; scopes: string[]; expiresAt?: string }

/** The API key that a filled-in form means, or what is missing in it. */
export function keyBodyOf(form: Pick<FormData, 'get' | 'getAll'>, at: Date): { body: KeyBody; problem?: string } {
  const name = String(form.get('name') ?? '').trim()
  const scopes = form.getAll('scopes').map(String)
  const days = Number(form.get('days') ?? '')
  const body = { name, scopes, ...(days > 0 && { expiresAt: new Date(at.getTime() + days * 86_400_000).toISOString() }) }
  if (name === '') return { body, problem: 'Say what the key is for.' }
  return scopes.length === 0 ? { body, problem: 'Choose at least one part that the key is let into.' } : { body }
}
