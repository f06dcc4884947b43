import type { Endpoint, PayloadRequest, Where } from 'payload'
import { z } from 'zod'
import { now } from '../clock.ts'
import { endpoint } from '../endpoint.ts'
import { fail } from '../errors.ts'
import { isId } from '../ids.ts'
import { shared } from '../instance.ts'
import { type Locale, localeCodes } from '../locales.ts'
import { afterCommit } from '../transaction.ts'
import { countUnread, inboxOf, unreadOf } from './inbox.ts'
import { type Channel, channels, kindsFor } from './kind.ts'
import { choicesOf, choose, wanted } from './preferences.ts'
import { type Stored, shownIn } from './shown.ts'

const userOf = ({ user }: PayloadRequest): string => user?.id ?? fail('UNAUTHENTICATED')

const languageOf = ({ query, user }: PayloadRequest): Locale =>
  localeCodes.find((code) => code === query?.locale) ??
  localeCodes.find((code) => code === (user as { locale?: string } | null)?.locale) ??
  'en'

/** Lets the bells of somebody count again. */
const ring = (req: PayloadRequest, user: string) => afterCommit(req, () => shared(req.payload).hint?.('users', user))

const shown = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  text: z.string(),
  path: z.string(),
  readAt: z.string().nullable(),
  createdAt: z.string(),
})

const locale = z.enum(localeCodes as [Locale, ...Locale[]]).optional()

/** `GET /api/notifications/inbox` */
const inbox = endpoint({
  method: 'get',
  path: '/inbox',
  summary: 'What one was told, newest first, in words',
  access: ['signedIn'],
  query: z.object({
    page: z.coerce.number().int().min(1).max(1000).default(1),
    limit: z.coerce.number().int().min(1).max(50).default(20),
    unread: z.enum(['true', 'false']).optional().meta({ description: 'Only what was not read yet.' }),
    locale,
  }),
  returns: z.object({ notifications: z.array(shown), unread: z.int(), total: z.int(), pages: z.int() }),
  handler: (req, { query: { page, limit, unread } }) =>
    inboxOf(req, userOf(req), { page, limit, unread: unread === 'true', locale: languageOf(req) }),
})

/** `GET /api/notifications/unread` */
const unread = endpoint({
  method: 'get',
  path: '/unread',
  summary: 'How much one was told and has not read',
  access: ['signedIn'],
  returns: z.object({ count: z.int() }),
  handler: async (req) => ({ count: await countUnread(req, userOf(req)) }),
})

/** `POST /api/notifications/:id/read` */
const read = endpoint({
  method: 'post',
  path: '/:id/read',
  summary: 'Mark one as read; answers where it leads',
  access: ['signedIn'],
  query: z.object({ locale }),
  returns: z.object({ id: z.string(), path: z.string().nullable(), unread: z.int() }),
  handler: async (req, { params: { id } }) => {
    const user = userOf(req)
    const { db } = req.payload
    const mine: Where = { and: [{ id: { equals: id ?? '' } }, { user: { equals: user } }] }
    const row = isId(id) ? ((await db.findOne({ collection: 'notifications', req, where: mine })) as unknown as Stored | null) : null
    if (!row) return fail('NOT_FOUND')
    const at = now().toISOString()
    const where: Where = { and: [mine, { readAt: { exists: false } }] }
    await db.updateOne({ collection: 'notifications', req, options: { atomic: true }, where, data: { readAt: at, updatedAt: at } })
    ring(req, user)
    return { id: row.id, path: shownIn(req.payload, row, languageOf(req))?.path ?? null, unread: await countUnread(req, user) }
  },
})

/** `POST /api/notifications/read-all` */
const readAll = endpoint({
  method: 'post',
  path: '/read-all',
  summary: 'Mark all as read',
  access: ['signedIn'],
  returns: z.object({ unread: z.int() }),
  handler: async (req) => {
    const user = userOf(req)
    const at = now().toISOString()
    await req.payload.db.updateMany({
      collection: 'notifications',
      req,
      where: unreadOf(user),
      data: { readAt: at, updatedAt: at },
      returning: false,
    })
    ring(req, user)
    return { unread: await countUnread(req, user) }
  },
})

type Maybe = z.ZodOptional<z.ZodBoolean>

const offered = z.object({ kind: z.string(), label: z.string(), channels: z.record(z.string(), z.boolean()) })

const concerning = ({ payload, user }: PayloadRequest) => kindsFor(payload, (user as { roles?: string[] } | null)?.roles ?? [])

const preferencesOf = async (req: PayloadRequest) => {
  const choices = await choicesOf(req, userOf(req))
  return {
    kinds: concerning(req).map((kind) => {
      const on = wanted(kind, choices.get(kind.kind))
      const there = channels.filter((channel) => kind.channels[channel] !== undefined)
      return {
        kind: kind.kind,
        label: kind.words[languageOf(req)].label,
        channels: Object.fromEntries(there.map((channel) => [channel, on.includes(channel)])),
      }
    }),
  }
}

/** `GET /api/notifications/preferences` */
const preferences = endpoint({
  method: 'get',
  path: '/preferences',
  summary: 'How one is told of what',
  access: ['signedIn'],
  query: z.object({ locale }),
  returns: z.object({ kinds: z.array(offered) }),
  handler: preferencesOf,
})

/** `PUT /api/notifications/preferences` */
const setPreference = endpoint({
  method: 'put',
  path: '/preferences',
  summary: 'Choose how one is told of a kind of thing',
  access: ['signedIn'],
  body: z.strictObject({
    kind: z.string().max(100),
    channels: z.strictObject(Object.fromEntries(channels.map((channel) => [channel, z.boolean().optional()])) as Record<Channel, Maybe>),
  }),
  returns: z.object({ kinds: z.array(offered) }),
  handler: async (req, { body }) => {
    const known = concerning(req).find(({ kind }) => kind === body.kind)
    if (!known) return fail('NOT_FOUND')
    const unknown = Object.keys(body.channels).filter((channel) => known.channels[channel as keyof typeof known.channels] === undefined)
    if (unknown.length > 0)
      return fail('VALIDATION', {
        errors: unknown.map((name) => ({ path: `channels.${name}`, code: 'UNKNOWN_FIELD', message: 'Nobody is told of it this way.' })),
      })
    await choose(req, userOf(req), known.kind, body.channels)
    return preferencesOf(req)
  },
})

/** What people do with what they are told. */
export const notificationEndpoints: Endpoint[] = [inbox, unread, readAll, read, preferences, setPreference]
