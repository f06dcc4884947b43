type Sent = Readonly<Record<string, string | string[] | undefined>>

/** The token of a session that a request brings along, whether it is good or not. */
export function tokenIn({ authorization, cookie }: Sent): string | undefined {
  const [scheme = '', token] = String(authorization ?? '').split(' ')
  if (token && /^(jwt|bearer)$/i.test(scheme) && token.split('.').length === 3) return token
  return /(?:^|;\s*)payload-token=([^;]+)/.exec(String(cookie ?? ''))?.[1]
}

/** The session that a token claims to stand for. */
export function sessionOf(token: string): string | undefined {
  try {
    const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8')) as { sid?: unknown }
    return typeof claims.sid === 'string' && claims.sid.length <= 64 ? claims.sid : undefined
  } catch {
    return undefined
  }
}
