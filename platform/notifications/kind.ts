import type { JsonObject, Payload, PayloadRequest } from 'payload'
import type { Locale } from '../locales.ts'
import type { Role } from '../roles.ts'

/** A way to reach somebody; `digest` is one mail a day about all that was not read by then. */
export type Channel = 'inApp' | 'mail' | 'digest' | 'push'

/** The ways to reach somebody, in the order in which they are offered. */
export const channels: readonly Channel[] = ['inApp', 'mail', 'digest', 'push']

/** What is said, in one language; `{name}` stands for what the notice tells under that name. */
export type Wording = { /** What this kind is called where people choose. */ label: string; title: string; text: string }

/** One thing to tell: what it is about, to whom, and what the words need. */
export type Notice = {
  about: { collection: string; id: string }
  users: readonly string[]
  /** What tells this occasion from another of the same kind about the same thing, which may come once for each. */
  occasion?: string
  params?: Record<string, string>
}

/** Something that people are told of, as data: a plugin puts it into `config.custom.notificationKinds`. */
export type NotificationKind = {
  /** Unique, such as `orders.paid`. */
  kind: string
  /** The event that causes it. */
  event: string
  /** Whose work it is: only they are asked how they want to be told; everybody when absent. */
  roles?: readonly Role[]
  /** The channels there are for it, and whether they are on until a person says otherwise. */
  channels: Partial<Record<Channel, boolean>>
  words: Record<Locale, Wording>
  /** Where it leads: a path of the shop, in English, or of the admin. */
  path: (about: Notice['about']) => string
  /** What is to be told, and to whom; nothing when nobody needs to know. */
  notice: (req: PayloadRequest, data: JsonObject) => Promise<Notice | undefined>
}

/** The kinds of all plugins that are switched on. */
export const kindsOf = ({ config }: Pick<Payload, 'config'>): NotificationKind[] =>
  (config.custom?.notificationKinds as NotificationKind[] | undefined) ?? []

/** The kinds that concern somebody who holds these roles. */
export const kindsFor = (payload: Payload, roles: readonly string[]): NotificationKind[] =>
  kindsOf(payload).filter((kind) => kind.roles?.some((role) => roles.includes(role)) ?? true)
