import { AsyncLocalStorage } from 'node:async_hooks'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { now } from '../clock.ts'
import { hashSecret, newSecret } from '../secrets.ts'

/** An API key that is good now: whose it is and what it is let into. */
export type Key = { id: string; owner: string; scopes: readonly string[] }

const mark = 'vior_'

/** A new key as its owner gets to see it, once. */
export const newToken = (): string => `${mark}${newSecret()}`

/** The beginning of a key, by which people tell their keys apart. */
export const prefixOf = (token: string): string => token.slice(0, mark.length + 6)

/** The API key that a request brings along; whether it is good is another question. */
export const tokenIn = (headers: Headers): string | undefined => {
  const [scheme, token = ''] = (headers.get('authorization') ?? '').split(' ')
  return scheme?.toLowerCase() === 'bearer' && token.startsWith(mark) ? token : undefined
}

type Stored = { id: string; owner?: string | { id: string } | null; scopes: string[]; status: string; expiresAt?: string | null }

/** Finds a key by what its owner was shown; undefined unless it is good now. */
export async function findKey(payload: Payload, token: string): Promise<Key | undefined> {
  const req = await createLocalReq({}, payload)
  const stored = (await payload.db.findOne({
    collection: 'api-keys',
    req,
    where: { hash: { equals: hashSecret(token) } },
  })) as Stored | null
  if (stored?.status !== 'active' || !stored.owner) return undefined
  if (stored.expiresAt && new Date(stored.expiresAt) <= now()) return undefined
  return { id: stored.id, owner: typeof stored.owner === 'object' ? stored.owner.id : stored.owner, scopes: stored.scopes }
}

const underWay = new AsyncLocalStorage<Key>()

/** Runs `work` for a key that was looked up already. */
export const withKey = <Result>(key: Key, work: () => Promise<Result>): Promise<Result> => underWay.run(key, work)

/** The key that the running request was admitted with. */
export const keyUnderWay = (): Key | undefined => underWay.getStore()

/** The key that the caller uses; undefined for people who signed in and for guests. */
export const keyOf = ({ user }: Pick<PayloadRequest, 'user'>): Key | undefined => (user as { _key?: Key } | null)?._key
