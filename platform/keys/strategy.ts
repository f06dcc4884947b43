import type { AuthStrategy, CollectionConfig } from 'payload'
import { findKey, keyOf, keyUnderWay, tokenIn } from './key.ts'

/** Lets `Authorization: Bearer vior_…` act for the owner of the key, within its scopes. */
export const keyStrategy: AuthStrategy = {
  name: 'api-key',
  authenticate: async ({ headers, payload }) => {
    const token = tokenIn(headers)
    const found = token && (keyUnderWay() ?? (await findKey(payload, token)))
    return { user: found ? { ...found.user, collection: 'users', _strategy: 'api-key', _key: found.key } : null }
  },
}

type MeHook = NonNullable<NonNullable<CollectionConfig['hooks']>['me']>[number]

/** Who the caller is, when it uses a key: Payload would try to read the key as a token of its own. */
export const meByKey: MeHook = ({ args, user }) => (keyOf(args.req) ? ({ user } as { user: typeof user; exp: number }) : undefined)
