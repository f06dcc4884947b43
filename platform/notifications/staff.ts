import type { PayloadRequest } from 'payload'
import type { Role } from '../roles.ts'

/** How many people are told of one thing at most. */
const most = 200

/** Everybody who holds one of these roles. */
export async function staffWith(req: PayloadRequest, roles: readonly Role[]): Promise<string[]> {
  const where = { roles: { in: [...roles] } }
  const { docs } = await req.payload.db.find({ collection: 'users', req, where, limit: most, pagination: false, select: {} })
  return docs.map(({ id }) => String(id))
}
