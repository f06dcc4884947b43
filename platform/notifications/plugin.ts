import { type CollectionBeforeDeleteHook, type CollectionConfig, definePlugin } from 'payload'
import type { Job } from '../job.ts'
import { daysBefore, forget } from '../retention.ts'
import type { SessionEnd } from '../sessions/sessions.ts'
import { notifications } from './collection.ts'
import { sendDigests } from './digest.ts'
import { notificationPreferences } from './preferences.ts'
import { pushSender } from './push.ts'
import { pushSubscriptions } from './push-subscriptions.ts'
import { tellers } from './tell.ts'

/** Half a year later nobody looks for it any more. */
const forgetOld: Job = {
  name: 'notifications.forget',
  every: '1 hour',
  alias: 'cleanup_expired_data',
  run: (payload, { now }) => forget(payload, 'notifications', { createdAt: { less_than: daysBefore(now(), 180) } }),
}

const collections = [notifications, notificationPreferences, pushSubscriptions] as const

/** Whoever leaves takes along what they were told and how. */
const leave: CollectionBeforeDeleteHook = async ({ req, id }) => {
  for (const { slug } of collections)
    await req.payload.db.deleteMany({ collection: slug as 'notifications', req, where: { user: { equals: String(id) } } })
}

/** Whoever signs out is not told any more through the browser that they leave behind. */
const forgetBrowsers: SessionEnd = async (req, sessions) => {
  const where = { session: { in: [...sessions] } }
  await req.payload.db.deleteMany({ collection: 'push-subscriptions', req, where })
}

const letGo = (collection: CollectionConfig): CollectionConfig =>
  collection.slug === 'users'
    ? { ...collection, hooks: { ...collection.hooks, beforeDelete: [...(collection.hooks?.beforeDelete ?? []), leave] } }
    : collection

/** Notifications: people are told of what concerns them, in the shop and the admin, by mail and by push, as they choose. Runs after the plugins that bring kinds. */
export const notificationsPlugin = definePlugin({
  slug: 'notifications',
  order: 830,
  plugin: ({ config }) => {
    const { custom = {} } = config
    return {
      ...config,
      collections: [...(config.collections ?? []).map(letGo), ...collections],
      custom: {
        ...custom,
        areas: { ...custom.areas, notifications: { label: 'Notifications', collections: collections.map(({ slug }) => slug) } },
        subscribers: [...(custom.subscribers ?? []), pushSender, ...tellers({ config: config as never })],
        jobs: [...(custom.jobs ?? []), sendDigests, forgetOld],
        sessionEnds: [...(custom.sessionEnds ?? []), forgetBrowsers],
      },
    }
  },
})
