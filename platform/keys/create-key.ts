import type { Endpoint, PayloadRequest, Where } from 'payload'
import { z } from 'zod'
import { audit } from '../audit/audit.ts'
import { now } from '../clock.ts'
import { endpoint } from '../endpoint.ts'
import { fail as refuse } from '../errors.ts'
import { newId } from '../ids.ts'
import { hashSecret } from '../secrets.ts'
import { begin } from '../states.ts'
import { inTransaction } from '../transaction.ts'
import { type Areas, scopesOf } from './areas.ts'
import { fail } from './errors.ts'
import { newToken, prefixOf } from './key.ts'
import { keyStates } from './states.ts'

/** How many keys one person can have at a time. */
const most = 20

const returns = z.object({
  key: z.object({
    id: z.uuid(),
    name: z.string(),
    prefix: z.string(),
    scopes: z.array(z.string()),
    status: z.enum(['active', 'revoked']),
    expiresAt: z.string().nullable(),
    createdAt: z.string(),
  }),
  secret: z.string(),
})

type Wanted = { name: string; scopes: string[]; expiresAt?: string }

const make = (req: PayloadRequest, { name, scopes, expiresAt }: Wanted): Promise<z.infer<typeof returns>> => {
  const { payload, user } = req
  const owner = user?.id ?? refuse('UNAUTHENTICATED')
  const write = async () => {
    if (expiresAt && new Date(expiresAt) <= now())
      return refuse('VALIDATION', { errors: [{ path: 'expiresAt', code: 'INVALID', message: 'Give a moment that is still to come.' }] })
    const at = now().toISOString()
    // Two that are made at once would count the same: both write to the account, so that one of them begins anew.
    await payload.db.updateOne({ collection: 'users', req, id: owner, returning: false, data: { updatedAt: at } })
    const held: Where = { and: [{ owner: { equals: owner } }, { status: { equals: 'active' } }] }
    if ((await payload.db.count({ collection: 'api-keys', req, where: held })).totalDocs >= most) return fail('TOO_MANY_KEYS')
    const secret = newToken()
    const shown = {
      id: newId(),
      name,
      prefix: prefixOf(secret),
      scopes: [...new Set(scopes)],
      status: keyStates.initial as 'active',
      expiresAt: expiresAt ? new Date(expiresAt).toISOString() : null,
      createdAt: at,
    }
    await payload.db.create({
      collection: 'api-keys',
      req,
      returning: false,
      data: { ...shown, owner, hash: hashSecret(secret), updatedAt: at },
    })
    await begin(req, keyStates, { collection: 'api-keys', id: shown.id })
    await audit(req, 'api-keys.create', { collection: 'api-keys', id: shown.id, details: { name, scopes, expiresAt } })
    return { key: shown, secret }
  }
  return inTransaction(req, write, { over: [`api-keys ${owner}`] })
}

/** `POST /api/api-keys` */
export const createKey = (areas: Areas): Endpoint => {
  const scopes = scopesOf(areas).map(({ value }) => value)
  return endpoint({
    method: 'post',
    path: '/',
    summary: 'Make an API key; its secret is answered once',
    access: ['signedIn'],
    scope: null,
    fails: ['TOO_MANY_KEYS'],
    idempotent: true,
    example: { body: { name: 'Stock sync of the warehouse', scopes: scopes.slice(0, 1), expiresAt: '2027-12-31T00:00:00Z' } },
    status: 201,
    body: z.strictObject({
      name: z.string().trim().min(1).max(80).meta({ description: 'What it is for, such as “Stock sync of the warehouse”.' }),
      scopes: z.array(z.enum(scopes)).min(1).max(scopes.length),
      expiresAt: z.iso.datetime({ offset: true }).optional(),
    }),
    returns,
    handler: (req, { body }) => make(req, body),
  })
}
