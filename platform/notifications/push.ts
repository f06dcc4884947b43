import type { JsonObject, Payload, PayloadRequest } from 'payload'
import webPush from 'web-push'
import { heldBack } from '../dry-run.ts'
import { environment } from '../environment.ts'
import { localeOf } from '../locales.ts'
import { lasting, type Subscriber } from '../outbox/subscriber.ts'
import { withRequest } from '../transaction.ts'
import { isPushService } from './push-address.ts'
import { type Stored, shownIn } from './shown.ts'
import { pushWanted } from './tell.ts'
import { vapidKeys } from './vapid.ts'

type Subscription = { id: string; user: string; address: string; p256dh: string; auth: string }

/** How long a push service may take, in milliseconds, and how long it keeps what it cannot deliver, in seconds. */
const patience = 10_000
const keeps = 2 * 86_400

const find = async <Row>(req: PayloadRequest, collection: 'notifications' | 'push-subscriptions' | 'users', id: string) =>
  (await req.payload.db.findOne({ collection, req, where: { id: { equals: id } } })) as unknown as Row | null

/** What is pushed, and to where; nothing when one of the two is gone, or it was read meanwhile. */
async function prepared(req: PayloadRequest, { notification, subscription }: JsonObject) {
  const to = await find<Subscription>(req, 'push-subscriptions', String(subscription))
  const row = await find<Stored>(req, 'notifications', String(notification))
  if (!to || !row || row.readAt || to.user !== row.user) return undefined
  const person = await find<{ locale?: string | null }>(req, 'users', row.user)
  const said = shownIn(req.payload, row, localeOf(person))
  return said && { to, said }
}

const forget = (payload: Payload, id: string) =>
  withRequest(
    payload,
    'push',
    async (req) => void (await payload.db.deleteMany({ collection: 'push-subscriptions', req, where: { id: { equals: id } } })),
  )

async function send(payload: Payload, data: JsonObject): Promise<void> {
  const found = await withRequest(payload, 'push', (req) => prepared(req, data))
  if (!found || heldBack('push')) return
  const { to, said } = found
  if (!isPushService(to.address, environment)) throw lasting(new Error('This is not the address of a push service.'))
  const { id, title, text, path } = said
  // The browser shows one of each id, so that what is sent twice is seen once.
  const details = webPush.generateRequestDetails(
    { endpoint: to.address, keys: { p256dh: to.p256dh, auth: to.auth } },
    JSON.stringify({ id, title, text, path }),
    { TTL: keeps, vapidDetails: { subject: `mailto:${environment.mailFrom}`, ...vapidKeys(environment) } },
  )
  const answer = await fetch(details.endpoint, {
    method: details.method,
    headers: details.headers as Record<string, string>,
    body: new Uint8Array(details.body),
    redirect: 'error',
    signal: AbortSignal.timeout(patience),
  })
  await answer.body?.cancel()
  const { status } = answer
  if (answer.ok) return
  // The browser has left.
  if (status === 404 || status === 410) return forget(payload, to.id)
  const refused = new Error(`The push service answered ${status}.`)
  throw status === 429 || status >= 500 ? refused : lasting(refused)
}

/** Pushes notifications to browsers, by their push services. */
export const pushSender: Subscriber = { event: pushWanted, name: 'notifications.push', send }
