import type { PayloadRequest } from 'payload'
import { now } from '../clock.ts'
import { environment } from '../environment.ts'
import { derivedSecret, equalTexts, hashSecret } from '../secrets.ts'

/** For how long a link to a private file may open it, in seconds. */
const longestLink = 600

/** Who may use a link: somebody signed in, or whoever holds a secret. */
export type Bearer = { user: string } | { secretHash: string }

const nameOf = (bearer: Bearer) => ('user' in bearer ? `user ${bearer.user}` : `secret ${bearer.secretHash}`)

const signature = (file: string, until: string, bearer: Bearer) => derivedSecret(`file ${file} ${until} ${nameOf(bearer)}`)

/** A link that opens one private file for a few minutes, and only for its bearer. */
export function fileLink(file: string, bearer: Bearer, seconds = longestLink): { url: string; expiresAt: string } {
  const until = Math.floor(now().getTime() / 1000) + Math.min(seconds, longestLink)
  const query = new URLSearchParams({ until: String(until), signature: signature(file, String(until), bearer) })
  return { url: `${environment.publicUrl}/api/files/${file}/content?${query}`, expiresAt: new Date(until * 1000).toISOString() }
}

const secretsIn = ({ headers }: PayloadRequest): string[] => {
  const cookie = /(?:^|;\s*)file-secret=([\w-]{16,100})/.exec(headers.get('cookie') ?? '')?.[1]
  return [headers.get('x-file-secret'), headers.get('x-order-secret'), cookie].filter((secret): secret is string => Boolean(secret))
}

/** Everybody as whom a caller may use links. */
const bearersOf = (req: PayloadRequest): Bearer[] => [
  ...(req.user ? [{ user: String(req.user.id) }] : []),
  ...secretsIn(req).map((secret) => ({ secretHash: hashSecret(secret) })),
]

/** Whether the caller holds a link to this file that was made for them and has not ended. */
export function mayOpen(req: PayloadRequest, file: string): boolean {
  const { searchParams } = new URL(req.url ?? 'http://localhost')
  const [until, signed] = [searchParams.get('until') ?? '', searchParams.get('signature') ?? '']
  const left = Number(until) - now().getTime() / 1000
  if (!/^\d{1,12}$/.test(until) || left <= 0 || left > longestLink) return false
  return bearersOf(req).some((bearer) => equalTexts(signed, signature(file, until, bearer)))
}
