import { type AuthStrategy, createLocalReq } from 'payload'
import { findKey, keyUnderWay, tokenIn } from './key.ts'

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
