import { request as overHttp } from 'node:http'
import { request as overHttps } from 'node:https'
import type { Environment } from '../environment.ts'
import { faultOf, publicLookup } from './address.ts'

/** What came of telling somebody. */
export type Told = { ok: boolean; ms: number; responseCode?: number; error?: string }

/** How long the other side may take, in milliseconds. */
const patience = 10_000

/** Posts a body and waits for the status; follows no redirect, reads no answer, and in live mode reaches nothing but the internet. */
export function post(url: string, headers: Record<string, string>, body: string, { mode }: Pick<Environment, 'mode'>): Promise<Told> {
  const started = performance.now()
  const lasted = () => Math.round(performance.now() - started)
  const fault = faultOf(url, mode)
  if (fault) return Promise.resolve({ ok: false, ms: 0, error: fault })
  return new Promise((resolve) => {
    const send = new URL(url).protocol === 'https:' ? overHttps : overHttp
    const outgoing = send(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        agent: false,
        signal: AbortSignal.timeout(patience),
        ...(mode === 'live' && { lookup: publicLookup }),
      },
      (answer) => {
        const responseCode = answer.statusCode ?? 0
        const ok = responseCode >= 200 && responseCode < 300
        resolve({ ok, ms: lasted(), responseCode, ...(!ok && { error: `The answer was ${responseCode}.` }) })
        answer.destroy()
      },
    )
    outgoing.on('error', (error) => {
      const late = error.name === 'AbortError' || error.name === 'TimeoutError'
      resolve({ ok: false, ms: lasted(), error: late ? `There was no answer within ${patience / 1000} s.` : error.message })
    })
    outgoing.end(body)
  })
}
