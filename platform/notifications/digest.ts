import type { Payload, PayloadRequest, Where } from 'payload'
import { environment } from '../environment.ts'
import { idOf } from '../ids.ts'
import type { Job } from '../job.ts'
import { filled, type Locale, localeOf } from '../locales.ts'
import { letter } from '../mail/letter.ts'
import { sendMail } from '../mail/send-mail.ts'
import { dayOf, dayStart, siteZone } from '../time.ts'
import { inTransaction, withRequest } from '../transaction.ts'
import { type Stored, shownIn } from './shown.ts'

/** When the day is summed up: so long after midnight where the site is, in milliseconds. */
const hour = 7 * 3_600_000

/** How many people one run writes to at most, and how much of what they missed one mail lists. */
const people = 100
const listed = 20

const words: Record<Locale, { subject: string; text: string; more: string; action: string }> = {
  en: {
    subject: 'What you have not seen yet ({count})',
    text: 'This came since the last summary, and you have not opened it.',
    more: 'And {count} more.',
    action: 'Open my notifications',
  },
  sw: {
    subject: 'Ambayo bado hujayaona ({count})',
    text: 'Haya yamefika tangu muhtasari uliopita, nawe bado hujayafungua.',
    more: 'Na mengine {count}.',
    action: 'Fungua arifa zangu',
  },
  sn: {
    subject: 'Zvamusati maona ({count})',
    text: 'Izvi zvakasvika kubva pachidimbu chakapfuura, uye hamusati mazvivhura.',
    more: 'Nezvimwe {count}.',
    action: 'Vhura zviziviso zvangu',
  },
  nd: {
    subject: 'Ongakakuboni okwamanje ({count})',
    text: 'Lokhu kufike kusukela esifinqweni esedlule, njalo ongakakuvuli.',
    more: 'Lokunye okungu {count}.',
    action: 'Vula izaziso zami',
  },
}

const moment = new Intl.DateTimeFormat('en-GB', { timeZone: siteZone, dateStyle: 'short', timeStyle: 'short' })

/** The last moment at which a day was to be summed up. */
function lastDigest(now: Date): Date {
  const today = new Date(dayStart(dayOf(now)).getTime() + hour)
  return today <= now ? today : new Date(dayStart(dayOf(now, { earlier: 1 })).getTime() + hour)
}

const waiting = (before: Date, user?: string): Where => ({
  and: [
    { digestDue: { equals: true } },
    { createdAt: { less_than: before.toISOString() } },
    ...(user === undefined ? [] : [{ user: { equals: user } }]),
  ],
})

async function mailOne(req: PayloadRequest, user: string, rows: Stored[]): Promise<void> {
  const person = (await req.payload.db.findOne({ collection: 'users', req, where: { id: { equals: user } } })) as {
    email: string
    locale?: string | null
  } | null
  if (!person) return
  const locale = localeOf(person)
  const said = rows.filter(({ readAt }) => !readAt).flatMap((row) => shownIn(req.payload, row, locale) ?? [])
  if (said.length === 0) return
  const { subject, text, more, action } = words[locale]
  const title = filled(subject, { count: String(said.length) })
  const rest = said.length - listed
  const content = await letter(req, {
    heading: title,
    paragraphs: [text],
    rows: said.slice(0, listed).map(({ title, createdAt }) => [title, moment.format(new Date(createdAt))] as const),
    action: { label: action, url: `${environment.publicUrl}${locale === 'en' ? '' : `/${locale}`}/account/notifications` },
    ...(rest > 0 && { footnote: filled(more, { count: String(rest) }) }),
    locale,
  })
  await sendMail(req, { to: person.email, subject: title, locale, ...content })
}

/** Sums up for one person, in one transaction with the mark that it was done. */
const sumUp = (payload: Payload, user: string, before: Date): Promise<void> =>
  withRequest(payload, 'notifications.digest', (req) =>
    inTransaction(req, async () => {
      const where = waiting(before, user)
      const { docs } = await payload.db.find({
        collection: 'notifications',
        req,
        where,
        sort: '-createdAt',
        limit: 1000,
        pagination: false,
      })
      const rows = docs as unknown as Stored[]
      await mailOne(req, user, rows)
      const done: Where = { id: { in: rows.map(({ id }) => id) } }
      await payload.db.updateMany({ collection: 'notifications', req, where: done, data: { digestDue: false }, returning: false })
    }),
  )

/** One mail a day for those who want it: what they were told and have not read; what a missed day left is caught up. */
export const sendDigests: Job = {
  name: 'notifications.digest',
  every: '10 minutes',
  run: async (payload, { now }) => {
    const before = lastDigest(now())
    const { docs } = await withRequest(payload, 'notifications.digest', (req) =>
      payload.db.find({ collection: 'notifications', req, where: waiting(before), sort: 'createdAt', limit: 1000, pagination: false }),
    )
    const users = [...new Set(docs.map((row) => idOf((row as unknown as Stored).user)))].slice(0, people)
    for (const user of users) await sumUp(payload, user, before)
    return { done: users.length }
  },
}
