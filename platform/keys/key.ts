import { AsyncLocalStorage } from 'node:async_hooks'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import type { User } from '../../payload-types.ts'
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

/** A key that is good now, with the person it acts for. */
export type Found = { key: Key; user: User }

/** Finds a key by what its owner was shown; undefined unless it and its owner's account are good now. */
export async function findKey(payload: Payload, token: string): Promise<Found | undefined> {
  const req = await createLocalReq({}, payload)
  const stored = (await payload.db.findOne({
    collection: 'api-keys',
    req,
    where: { hash: { equals: hashSecret(token) } },
  })) as Stored | null
  if (stored?.status !== 'active' || !stored.owner) return undefined
  if (stored.expiresAt && new Date(stored.expiresAt) <= now()) return undefined
  const owner = typeof stored.owner === 'object' ? stored.owner.id : stored.owner
  const user = await payload.findByID({ collection: 'users', id: owner, req, depth: 0, disableErrors: true })
  return user?._verified ? { key: { id: stored.id, owner, scopes: stored.scopes }, user } : undefined
}

const underWay = new AsyncLocalStorage<Found>()

/** Runs `work` for a key that was looked up already. */
export const withKey = <Result>(found: Found, work: () => Promise<Result>): Promise<Result> => underWay.run(found, work)

/** The key that the running request was admitted with, and its owner. */
export const keyUnderWay = (): Found | undefined => underWay.getStore()

/** The key that the caller uses; undefined for people who signed in and for guests. */
export const keyOf = ({ user }: Pick<PayloadRequest, 'user'>): Key | undefined => (user as { _key?: Key } | null)?._key
