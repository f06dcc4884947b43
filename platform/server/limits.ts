import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import type { Payload } from 'payload'
import { RateLimiterMemory, RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible'
import type { Environment } from '../environment.ts'
import { envelope } from '../errors.ts'
import { keyUnderWay } from '../keys/key.ts'
import { type Limit, limitOf, type Rule, rules } from './limit-rules.ts'
import type { Answer } from './rest.ts'

/** Who asks. */
export type Asker = { headers: Headers; email?: unknown; key?: string }

/** How a limit stands after a try; `reset` is how many seconds it takes until it stands at its full number again. */
export type Standing = { limit: Limit; points: number; seconds: number; remaining: number; reset: number; refused: boolean }

/** An address as it is counted: IPv6 by its network, because one line has billions of addresses. */
export function addressKey(ip: string): string {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  if (!isIPv6(plain)) return plain
  const [head = '', tail] = plain.split('::')
  const groups = head.split(':').filter(Boolean)
  const after = tail?.split(':').filter(Boolean) ?? []
  const full =
    tail === undefined ? groups : [...groups, ...Array<string>(Math.max(0, 8 - groups.length - after.length)).fill('0'), ...after]
  return `${full
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}

const isLoopback = (ip: string) => ip === '::1' || /^(::ffff:)?127\./.test(ip)

const digest = (text: string) => createHash('sha256').update(text.trim().toLowerCase()).digest('base64url')

/** The counters, in memory or (shared by all processes) in MongoDB; memory stands in when MongoDB does not answer. */
function counters(payload: Payload) {
  const { connection } = payload.db as unknown as { connection?: { getClient(): unknown; name: string } }
  return Object.entries(rules).flatMap(([limit, list]) =>
    list.map((rule: Rule) => {
      const options = { keyPrefix: `${limit}:${rule.by}`, points: rule.points, duration: rule.seconds }
      const memory = new RateLimiterMemory(options)
      if (!connection) return { limit, rule, counter: memory }
      const store = { storeClient: connection.getClient(), dbName: connection.name, tableName: 'rate-limits', insuranceLimiter: memory }
      return { limit, rule, counter: new RateLimiterMongo({ ...options, ...store }) }
    }),
  )
}

/** Counts a try and says how the tightest rule of the limit stands, or which one refuses; undefined where nothing is limited. */
export type Count = (limit: Limit, asker: Asker) => Promise<Standing | undefined>

/** The one that leaves less to its caller. */
export const tighter = (a: Standing | undefined, b: Standing): Standing => (a && a.remaining / a.points <= b.remaining / b.points ? a : b)

/** Makes the limits of this process. In sandbox mode this machine itself is not limited, unless the settings say so. */
export function limits(payload: Payload, { mode, rateLimit }: Pick<Environment, 'mode' | 'rateLimit'>): Count {
  const all = counters(payload)
  const keys: Record<Rule['by'], (asker: Asker, ip: string) => string | undefined | Promise<string | undefined>> = {
    address: (_, ip) => addressKey(ip),
    caller: async ({ headers }, ip) => {
      const { user } = await payload.auth({ headers })
      return user ? `user:${user.id}` : addressKey(ip)
    },
    email: ({ email }) => (typeof email === 'string' ? digest(email) : undefined),
    key: ({ key }) => key,
  }
  return async (limit, asker) => {
    const ip = asker.headers.get('x-client-ip') ?? ''
    if (mode === 'sandbox' && rateLimit !== 'on' && isLoopback(ip)) return undefined
    let standing: Standing | undefined
    for (const { rule, counter } of all.filter((each) => each.limit === limit)) {
      const key = await keys[rule.by](asker, ip)
      if (key === undefined) continue
      const { points, seconds } = rule
      const result = await counter.consume(key).catch((refusal) => (refusal instanceof RateLimiterRes ? refusal : Promise.reject(refusal)))
      const refused = result.consumedPoints > points
      const now = {
        limit,
        points,
        seconds,
        remaining: Math.max(0, result.remainingPoints),
        reset: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
        refused,
      }
      if (refused) return now
      standing = tighter(standing, now)
    }
    return standing
  }
}

/** Puts the limits in front of the API, for every caller of it: the network and the storefront alike. What is limited also says so when it succeeds. */
export const withLimits =
  (count: Count, answer: Answer): Answer =>
  async (request) => {
    const ofRoute = limitOf(request)
    const key = keyUnderWay()?.key.id
    let standing: Standing | undefined
    for (const limit of [...(key ? ['key' as const] : []), ...(ofRoute ? [ofRoute] : [])]) {
      const email = rules[limit].some(({ by }) => by === 'email') ? await emailIn(request) : undefined
      const now = await count(limit, { headers: request.headers, email, key })
      if (now?.refused) return refused(now, request.headers.get('x-request-id') ?? '')
      if (now) standing = tighter(standing, now)
    }
    const response = await answer(request)
    if (standing) for (const [name, value] of Object.entries(headersOf(standing))) response.headers.set(name, value)
    return response
  }

async function emailIn(request: Request): Promise<unknown> {
  try {
    return ((await request.clone().json()) as { email?: unknown } | null)?.email
  } catch {
    return undefined
  }
}

/** How a limit stands, in the headers of an answer. */
export const headersOf = ({ points, seconds, remaining, reset, refused }: Standing): Record<string, string> => ({
  ...(refused && { 'Retry-After': String(reset) }),
  'RateLimit-Policy': `${points};w=${seconds}`,
  'RateLimit-Limit': String(points),
  'RateLimit-Remaining': String(remaining),
  'RateLimit-Reset': String(reset),
})

const refused = (standing: Standing, requestId: string) =>
  Response.json(envelope('RATE_LIMITED', requestId, { limit: standing.limit, retryAfter: standing.reset }), {
    status: 429,
    headers: headersOf(standing),
  })
