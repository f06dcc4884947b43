import type { CollectionConfig, PayloadRequest } from 'payload'
import { allow, serverOnly } from '../access.ts'
import { now } from '../clock.ts'
import { idField, newId } from '../ids.ts'
import { inTransaction } from '../transaction.ts'
import { type Channel, channels, type NotificationKind } from './kind.ts'

/** What somebody chose for one kind. */
export type Choice = Partial<Record<Channel, boolean>>

type Row = { id: string; kind: string } & Partial<Record<Channel, boolean | null>>

const chosen = (row: Row | undefined): Choice =>
  Object.fromEntries(channels.filter((channel) => typeof row?.[channel] === 'boolean').map((channel) => [channel, row?.[channel]]))

/** How people want to be told: a row per person and kind, where they differ from what is usual. */
export const notificationPreferences: CollectionConfig = {
  slug: 'notification-preferences',
  labels: { singular: 'Notification preference', plural: 'Notification preferences' },
  admin: { group: 'People', useAsTitle: 'kind', hidden: true, defaultColumns: ['user', 'kind', ...channels] },
  // As what they are told, it is theirs alone.
  access: allow({ create: ['nobody'], read: ['nobody'], update: ['nobody'], delete: ['nobody'] }),
  fields: [
    idField(),
    { name: 'user', type: 'relationship', relationTo: 'users', index: true, access: serverOnly },
    { name: 'kind', type: 'text', required: true, access: serverOnly },
    { name: 'inApp', type: 'checkbox', access: serverOnly },
    { name: 'mail', type: 'checkbox', access: serverOnly },
    { name: 'digest', type: 'checkbox', access: serverOnly },
    { name: 'push', type: 'checkbox', access: serverOnly },
    { name: 'key', type: 'text', required: true, unique: true, hidden: true, access: { ...serverOnly, read: () => false } },
  ],
}

/** What somebody chose, by kind. */
export async function choicesOf(req: PayloadRequest, user: string): Promise<Map<string, Choice>> {
  const { docs } = await req.payload.db.find({
    collection: 'notification-preferences',
    req,
    where: { user: { equals: user } },
    pagination: false,
    limit: 0,
  })
  return new Map((docs as unknown as Row[]).map((row) => [row.kind, chosen(row)]))
}

/** The channels by which somebody is told of a kind. */
export const wanted = (kind: NotificationKind, choice: Choice = {}): Channel[] =>
  channels.filter((channel) => kind.channels[channel] !== undefined && (choice[channel] ?? kind.channels[channel]))

/** Notes what somebody chose for a kind; a kind that was chosen before is changed. */
export const choose = (req: PayloadRequest, user: string, kind: string, choice: Choice): Promise<void> =>
  inTransaction(req, async () => {
    const { db } = req.payload
    const key = `${user}:${kind}`
    const at = now().toISOString()
    const changed = await db.updateOne({
      collection: 'notification-preferences',
      req,
      options: { atomic: true },
      where: { key: { equals: key } },
      data: { ...choice, updatedAt: at },
    })
    if (!changed)
      await db.create({
        collection: 'notification-preferences',
        req,
        returning: false,
        data: { id: newId(), user, kind, key, ...choice, createdAt: at, updatedAt: at },
      })
  })
