import { z } from 'zod'
import type { User } from '../../payload-types.ts'
import { endpoint } from '../endpoint.ts'
import { keyOf } from '../keys/key.ts'

const returns = z.object({
  data: z
    .object({
      id: z.uuid(),
      name: z.string().nullable(),
      roles: z.array(z.string()),
      email: z.string().nullable(),
      phone: z.string().nullable(),
      locale: z.string().nullable(),
      scopes: z.array(z.string()).nullable(),
    })
    .meta({ id: 'v1.Me', description: 'Whom the caller acts for. `scopes` is null for people; e-mail and phone need `account:read`.' }),
})

/** `GET /api/v1/me` */
export const me = endpoint({
  method: 'get',
  path: '/v1/me',
  summary: 'Say whom the caller acts for, and what its key is let into',
  access: ['signedIn'],
  scope: 'any',
  returns,
  handler: async (req) => {
    const { id, name, roles, email, phone, locale } = req.user as User
    const scopes = keyOf(req)?.scopes
    const open = !scopes || scopes.includes('account:read')
    return {
      data: {
        id,
        name: name ?? null,
        roles,
        email: open ? email : null,
        phone: open ? (phone ?? null) : null,
        locale: locale ?? null,
        scopes: scopes ? [...scopes] : null,
      },
    }
  },
})
