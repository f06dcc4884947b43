import { createHash } from 'node:crypto'
import type { CollectionConfig, Endpoint, PayloadRequest, Where } from 'payload'
import { z } from 'zod'
import { allow, own, serverOnly } from '../access.ts'
import { now } from '../clock.ts'
import { endpoint } from '../endpoint.ts'
import { environment } from '../environment.ts'
import { fail } from '../errors.ts'
import { idField, newId } from '../ids.ts'
import { currentSession } from '../sessions/sessions.ts'
import { inTransaction } from '../transaction.ts'
import { isPushService } from './push-address.ts'
import { vapidKeys } from './vapid.ts'

const hashOf = (address: string) => createHash('sha256').update(address).digest('base64url')

const address = z
  .string()
  .max(1000)
  .refine((value) => isPushService(value, environment), { error: 'This is not the address of a push service.' })

/** `GET /api/push-subscriptions/key` */
const key = endpoint({
  method: 'get',
  path: '/key',
  summary: 'The key that browsers subscribe to',
  access: ['signedIn'],
  returns: z.object({ publicKey: z.string() }),
  handler: async () => ({ publicKey: vapidKeys(environment).publicKey }),
})

const userOf = ({ user }: PayloadRequest): string => user?.id ?? fail('UNAUTHENTICATED')

const mine = (req: PayloadRequest, endpoint: string): Where => ({
  and: [{ hash: { equals: hashOf(endpoint) } }, { user: { equals: userOf(req) } }],
})

/** How many browsers one person is told through; with the next one the oldest is forgotten. */
const most = 20

async function keepNewest(req: PayloadRequest): Promise<void> {
  const { db } = req.payload
  const where: Where = { user: { equals: userOf(req) } }
  const own = { collection: 'push-subscriptions', req, where, sort: '-createdAt', pagination: false } as const
  const { docs } = await db.find({ ...own, limit: most + 10, select: {} })
  const old = docs.slice(most).map(({ id }) => String(id))
  if (old.length > 0) await db.deleteMany({ collection: 'push-subscriptions', req, where: { id: { in: old } } })
}

/** `POST /api/push-subscriptions/subscribe` */
const subscribe = endpoint({
  method: 'post',
  path: '/subscribe',
  summary: 'Be told through this browser also when no page is open',
  access: ['signedIn'],
  // A browser is not something that a program subscribes.
  scope: null,
  body: z.strictObject({
    endpoint: address,
    keys: z.strictObject({ p256dh: z.base64url().length(87), auth: z.base64url().length(22) }),
  }),
  returns: z.object({ id: z.string() }),
  status: 201,
  handler: (req, { body }) =>
    inTransaction(req, async () => {
      const { db } = req.payload
      const hash = hashOf(body.endpoint)
      // Whoever uses the browser now is whom it belongs to.
      await db.deleteMany({ collection: 'push-subscriptions', req, where: { hash: { equals: hash } } })
      const id = newId()
      const at = now().toISOString()
      const session = currentSession(req) ?? null
      const data = { id, user: userOf(req), session, address: body.endpoint, ...body.keys, hash, createdAt: at, updatedAt: at }
      await db.create({ collection: 'push-subscriptions', req, returning: false, data })
      await keepNewest(req)
      return { id }
    }),
})

/** `POST /api/push-subscriptions/unsubscribe` */
const unsubscribe = endpoint({
  method: 'post',
  path: '/unsubscribe',
  summary: 'Be told through this browser no more',
  access: ['signedIn'],
  scope: null,
  body: z.strictObject({ endpoint: z.string().max(1000) }),
  returns: z.object({ done: z.literal(true) }),
  handler: async (req, { body }) => {
    await req.payload.db.deleteMany({ collection: 'push-subscriptions', req, where: mine(req, body.endpoint) })
    return { done: true as const }
  },
})

/** `POST /api/push-subscriptions/known` */
const known = endpoint({
  method: 'post',
  path: '/known',
  summary: 'Whether one is told through this browser',
  access: ['signedIn'],
  scope: null,
  body: z.strictObject({ endpoint: z.string().max(1000) }),
  returns: z.object({ subscribed: z.boolean() }),
  handler: async (req, { body }) => {
    const { totalDocs } = await req.payload.db.count({ collection: 'push-subscriptions', req, where: mine(req, body.endpoint) })
    return { subscribed: totalDocs > 0 }
  },
})

const endpoints: Endpoint[] = [key, subscribe, unsubscribe, known]

const hidden = { hidden: true, access: { ...serverOnly, read: () => false } } as const

/** The browsers through which people are told when no page is open. */
export const pushSubscriptions: CollectionConfig = {
  slug: 'push-subscriptions',
  labels: { singular: 'Push subscription', plural: 'Push subscriptions' },
  admin: { group: 'People', useAsTitle: 'id', hidden: true, defaultColumns: ['user', 'createdAt'] },
  access: allow({ create: ['nobody'], read: [own('user')], update: ['nobody'], delete: ['nobody'] }),
  endpoints,
  fields: [
    idField(),
    { name: 'user', type: 'relationship', relationTo: 'users', index: true, access: serverOnly },
    // The sign-in that it was made in: it ends with it, because the next one at this device is somebody else.
    { name: 'session', type: 'text', index: true, ...hidden },
    { name: 'address', type: 'text', required: true, ...hidden },
    { name: 'p256dh', type: 'text', required: true, ...hidden },
    { name: 'auth', type: 'text', required: true, ...hidden },
    { name: 'hash', type: 'text', required: true, unique: true, ...hidden },
  ],
}
