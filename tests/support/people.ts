import { pbkdf2, randomBytes, randomUUID } from 'node:crypto'
import { promisify } from 'node:util'
import { getFieldsToSign, jwtSign, type Payload } from 'payload'
import type { User } from '../../payload-types.ts'
import { newId } from '../../platform/ids.ts'
import { type Role, roleNames } from '../../platform/roles.ts'

/** One person per role, signed in. */
export type People = Record<Role, { user: User; token: string }>

/** What Payload stores of a password; made once for everybody, because making it is slow on purpose. */
async function stored(password: string) {
  const salt = randomBytes(32).toString('hex')
  const hash = await promisify(pbkdf2)(password, salt, 600_000, 32, 'sha256')
  return { salt, hash: `pbkdf2-sha256-v1:${hash.toString('hex')}` }
}

/** Writes one person per role straight into the database and signs a session for each. */
export async function people(payload: Payload, password: string): Promise<People> {
  const collection = payload.collections.users?.config
  if (!collection) throw new Error('The configuration has no users.')
  const secret = await stored(password)
  const found = {} as People
  for (const role of roleNames) {
    const sid = randomUUID()
    const { tokenExpiration } = collection.auth
    const expiresAt = new Date(Date.now() + tokenExpiration * 1000).toISOString()
    const id = newId()
    const email = `${role}@test.test`
    await payload.db.create({
      collection: 'users',
      data: {
        id,
        email,
        name: role,
        locale: 'en',
        roles: [role],
        _verified: true,
        ...secret,
        sessions: [{ id: sid, createdAt: new Date().toISOString(), expiresAt }],
      },
    })
    const user = (await payload.findByID({ collection: 'users', id, depth: 0 })) as User
    const fieldsToSign = getFieldsToSign({ collectionConfig: collection, email, sid, user: { ...user, collection: 'users' } as never })
    found[role] = { user, token: (await jwtSign({ fieldsToSign, secret: payload.secret, tokenExpiration })).token }
  }
  return found
}
