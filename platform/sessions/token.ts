type Sent = Readonly<Record<string, string | string[] | undefined>>

/** The token of a session that a request brings along, whether it is good or not. */
export function tokenIn({ authorization, cookie }: Sent): string | undefined {
  const [scheme = '', token] = String(authorization ?? '').split(' ')
  if (token && /^(jwt|bearer)$/i.test(scheme) && token.split('.').length === 3) return token
  return /(?:^|;\s*)payload-token=([^;]+)/.exec(String(cookie ?? ''))?.[1]
}

/** What a token claims to stand for: a session, and until when it is good in seconds since 1970. */
export function claimsOf(token: string): { session?: string; ends?: number } {
  try {
    const { sid, exp } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as {
      sid?: unknown
      exp?: unknown
    }
    return {
      session: typeof sid === 'string' && sid.length <= 64 ? sid : undefined,
      ends: typeof exp === 'number' && Number.isFinite(exp) ? exp : undefined,
    }
  } catch {
    return {}
  }
}

/** The session that a token claims to stand for. */
export const sessionOf = (token: string): string | undefined => claimsOf(token).session
