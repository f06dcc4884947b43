import { createHash } from 'node:crypto'
import { isIPv6 } from 'node:net'
import type { Payload } from 'payload'
import { RateLimiterMemory, RateLimiterMongo, RateLimiterRes } from 'rate-limiter-flexible'
import type { Environment } from '../environment.ts'
import { envelope } from '../errors.ts'
import type { Answer } from './rest.ts'

type Rule = { by: 'address' | 'caller' | 'email'; points: number; seconds: number }

/** How often something may be tried. A whole village can share one address, so the tight limits count by account. */
export const rules = {
  signIn: [
    { by: 'address', points: 30, seconds: 300 },
    { by: 'email', points: 10, seconds: 300 },
  ],
  signUp: [{ by: 'caller', points: 20, seconds: 3600 }],
  password: [
    { by: 'address', points: 20, seconds: 3600 },
    { by: 'email', points: 5, seconds: 3600 },
  ],
  checkout: [{ by: 'caller', points: 30, seconds: 600 }],
  payment: [{ by: 'caller', points: 30, seconds: 600 }],
} as const satisfies Record<string, readonly Rule[]>

/** The name of a limit. */
export type Limit = keyof typeof rules

const limitOfRoute: Record<string, Limit> = {
  'POST /api/users/login': 'signIn',
  'POST /api/users': 'signUp',
  'POST /api/users/forgot-password': 'password',
  'POST /api/users/reset-password': 'password',
  'POST /api/users/unlock': 'password',
  'POST /api/orders/checkout': 'checkout',
  'POST /api/initiate-payment': 'payment',
}

const limitOfMutation: Record<string, Limit> = {
  loginUser: 'signIn',
  createUser: 'signUp',
  forgotPasswordUser: 'password',
  resetPasswordUser: 'password',
  unlockUser: 'password',
}

/** The limit on a route; endpoints are matched regardless of case and trailing slashes. */
export const limitOf = ({ method, url }: Pick<Request, 'method' | 'url'>): Limit | undefined =>
  limitOfRoute[`${method} ${new URL(url).pathname.toLowerCase().replace(/\/+$/, '')}`]

/** The limit on a GraphQL mutation. */
export const limitOfField = (name: string): Limit | undefined => limitOfMutation[name]

/** Who asks. */
export type Asker = { headers: Headers; email?: unknown }

/** A limit that was reached. */
export type Refusal = { limit: Limit; points: number; seconds: number; retryAfter: number }

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

/** Counts a try; says so when it is one too many. */
export type Count = (limit: Limit, asker: Asker) => Promise<Refusal | undefined>

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
  }
  return async (limit, asker) => {
    const ip = asker.headers.get('x-client-ip') ?? ''
    if (mode === 'sandbox' && rateLimit !== 'on' && isLoopback(ip)) return undefined
    for (const { rule, counter } of all.filter((each) => each.limit === limit)) {
      const key = await keys[rule.by](asker, ip)
      try {
        if (key !== undefined) await counter.consume(key)
      } catch (refusal) {
        if (!(refusal instanceof RateLimiterRes)) throw refusal
        return { limit, points: rule.points, seconds: rule.seconds, retryAfter: Math.max(1, Math.ceil(refusal.msBeforeNext / 1000)) }
      }
    }
    return undefined
  }
}

/** Puts the limits in front of the API, for every caller of it: the network and the storefront alike. */
export const withLimits =
  (count: Count, answer: Answer): Answer =>
  async (request) => {
    const limit = limitOf(request)
    if (!limit) return answer(request)
    const email = rules[limit].some(({ by }) => by === 'email') ? await emailIn(request) : undefined
    const refusal = await count(limit, { headers: request.headers, email })
    return refusal ? refused(refusal, request.headers.get('x-request-id') ?? '') : answer(request)
  }

async function emailIn(request: Request): Promise<unknown> {
  try {
    return ((await request.clone().json()) as { email?: unknown } | null)?.email
  } catch {
    return undefined
  }
}

const refused = ({ limit, points, seconds, retryAfter }: Refusal, requestId: string) =>
  Response.json(envelope('RATE_LIMITED', requestId, { limit, retryAfter }), {
    status: 429,
    headers: {
      'Retry-After': String(retryAfter),
      'RateLimit-Policy': `${points};w=${seconds}`,
      'RateLimit-Limit': String(points),
      'RateLimit-Remaining': '0',
      'RateLimit-Reset': String(retryAfter),
    },
  })
