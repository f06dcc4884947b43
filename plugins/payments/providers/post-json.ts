import { heldBack } from '../../../platform/dry-run.ts'
import type { Started } from '../provider.ts'

/** What came back; a body that is no JSON is undefined. */
export type Answered = { status: number; body: unknown }

/** Failures of a connection that never came about, so that nothing can have been asked. */
const neverSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH', 'UND_ERR_CONNECT_TIMEOUT'])

/** Posts JSON to a provider. Instead of throwing it says whether nothing was asked (refused) or nobody knows (unknown). */
export async function postJson(
  url: string,
  headers: Record<string, string>,
  body: object,
  signal: AbortSignal,
): Promise<Answered | Exclude<Started, { outcome: 'pending' }>> {
  if (heldBack(`POST ${url}`)) return { outcome: 'unknown', message: 'A dry run asks nobody.' }
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
      body: JSON.stringify(body),
      redirect: 'error',
      signal,
    })
    return { status: response.status, body: parsed(await response.text()) }
  } catch (error) {
    const { cause, message } = error as Error & { cause?: { code?: string; message?: string } }
    const detail = cause?.message ?? message
    if (neverSent.has(cause?.code ?? '')) return { outcome: 'refused', code: 'PROVIDER_UNAVAILABLE', message: detail }
    return { outcome: 'unknown', message: detail }
  }
}

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
