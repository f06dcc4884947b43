import { type AuthStrategy, type CollectionConfig, createLocalReq } from 'payload'
import { findKey, keyOf, keyUnderWay, tokenIn } from './key.ts'

/** Lets `Authorization: Bearer vior_…` act for the owner of the key, within its scopes. */
export const keyStrategy: AuthStrategy = {
  name: 'api-key',
  authenticate: async ({ headers, payload }) => {
    const token = tokenIn(headers)
    const key = token && (keyUnderWay() ?? (await findKey(payload, token)))
    if (!key) return { user: null }
    const req = await createLocalReq({}, payload)
    const user = await payload.findByID({ collection: 'users', id: key.owner, req, depth: 0, disableErrors: true })
    if (!user?._verified) return { user: null }
    return { user: { ...user, collection: 'users', _strategy: 'api-key', _key: key } }
  },
}

type MeHook = NonNullable<NonNullable<CollectionConfig['hooks']>['me']>[number]

/** Who the caller is, when it uses a key: Payload would try to read the key as a token of its own. */
export const meByKey: MeHook = ({ args, user }) => (keyOf(args.req) ? ({ user } as { user: typeof user; exp: number }) : undefined)
