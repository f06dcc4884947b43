import type { JsonObject, PayloadRequest } from 'payload'
import { now } from '../clock.ts'
import { environment } from '../environment.ts'
import { newId } from '../ids.ts'
import { shared } from '../instance.ts'
import { localeOf } from '../locales.ts'
import { letter } from '../mail/letter.ts'
import { sendMail } from '../mail/send-mail.ts'
import { emit } from '../outbox/emit.ts'
import type { Subscriber } from '../outbox/subscriber.ts'
import { afterCommit } from '../transaction.ts'
import { kindsOf, type Notice, type NotificationKind } from './kind.ts'
import { choicesOf, wanted } from './preferences.ts'
import { type Stored, shownIn } from './shown.ts'

/** The event that a notification is to be pushed to one browser. */
export const pushWanted = 'notifications.push_wanted'

type Person = { id: string; email: string; locale?: string | null }

async function mailTo(req: PayloadRequest, person: Person, row: Stored): Promise<void> {
  const locale = localeOf(person)
  const said = shownIn(req.payload, row, locale)
  if (!said) return
  const content = await letter(req, {
    heading: said.title,
    paragraphs: [said.text],
    action: { label: said.title, url: environment.publicUrl + said.path },
    locale,
  })
  await sendMail(req, { to: person.email, subject: said.title, locale, ...content })
}

async function pushTo(req: PayloadRequest, user: string, notification: string): Promise<void> {
  const { docs } = await req.payload.db.find({
    collection: 'push-subscriptions',
    req,
    where: { user: { equals: user } },
    limit: 20,
    pagination: false,
    select: {},
  })
  // One message each: a browser that cannot be reached is tried again by itself.
  for (const { id } of docs) await emit(req, pushWanted, { notification, subscription: String(id) })
}

async function tellOne(req: PayloadRequest, kind: NotificationKind, { about, occasion = '', params }: Notice, user: string): Promise<void> {
  const { db } = req.payload
  const person = (await db.findOne({ collection: 'users', req, where: { id: { equals: user } } })) as unknown as Person | null
  if (!person) return
  const by = wanted(kind, (await choicesOf(req, user)).get(kind.kind))
  const key = [kind.kind, about.collection, about.id, occasion, user].join(':')
  const told = await db.count({ collection: 'notifications', req, where: { key: { equals: key } } })
  if (by.length === 0 || told.totalDocs > 0) return
  const at = now().toISOString()
  const row: Stored = { id: newId(), user, kind: kind.kind, aboutCollection: about.collection, aboutId: about.id, params, createdAt: at }
  const listed = by.includes('inApp')
  // Who gets a mail at once needs no second one.
  const digestDue = by.includes('digest') && !by.includes('mail')
  await db.create({
    collection: 'notifications',
    req,
    returning: false,
    data: { ...structuredClone(row), listed, digestDue, key, updatedAt: at },
  })
  if (listed) afterCommit(req, () => shared(req.payload).hint?.('users', user))
  if (by.includes('mail')) await mailTo(req, person, row)
  if (by.includes('push')) await pushTo(req, user, row.id)
}

const tell =
  (kind: NotificationKind) =>
  async (req: PayloadRequest, data: JsonObject): Promise<void> => {
    const notice = await kind.notice(req, data)
    for (const user of new Set(notice?.users)) if (notice) await tellOne(req, kind, notice, user)
  }

/** One subscriber per kind: whoever is to know is told in one transaction with the mark that the event was delivered. */
export const tellers = (config: Parameters<typeof kindsOf>[0]): Subscriber[] =>
  kindsOf(config).map((kind) => ({ event: kind.event, name: `notifications.${kind.kind}`, handle: tell(kind) }))
