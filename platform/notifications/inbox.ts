import type { PayloadRequest, Where } from 'payload'
import type { Locale } from '../locales.ts'
import { type Shown, type Stored, shownIn } from './shown.ts'

const listedOf = (user: string): Where[] => [{ user: { equals: user } }, { listed: { equals: true } }]

/** What somebody was told and has not read. */
export const unreadOf = (user: string): Where => ({ and: [...listedOf(user), { readAt: { exists: false } }] })

/** How much of it there is. */
export const countUnread = async (req: PayloadRequest, user: string): Promise<number> =>
  (await req.payload.db.count({ collection: 'notifications', req, where: unreadOf(user) })).totalDocs

/** Which part of it, and in which language. */
export type Asked = { page: number; limit: number; unread: boolean; locale: Locale }

/** A page of what somebody was told, newest first, in words. */
export async function inboxOf(req: PayloadRequest, user: string, { page, limit, unread, locale }: Asked) {
  const where: Where = unread ? unreadOf(user) : { and: listedOf(user) }
  const found = await req.payload.db.find({ collection: 'notifications', req, where, sort: '-createdAt', page, limit })
  const notifications: Shown[] = (found.docs as unknown as Stored[]).flatMap((row) => shownIn(req.payload, row, locale) ?? [])
  return { notifications, unread: await countUnread(req, user), total: found.totalDocs, pages: found.totalPages }
}
