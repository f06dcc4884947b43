import type { Payload } from 'payload'
import { filled, type Locale } from '../locales.ts'
import { kindsOf } from './kind.ts'

/** A notification as it is stored. */
export type Stored = {
  id: string
  user: string
  kind: string
  aboutCollection: string
  aboutId: string
  params?: Record<string, string> | null
  readAt?: string | null
  createdAt: string
}

/** A notification as somebody reads it. */
export type Shown = { id: string; kind: string; title: string; text: string; path: string; readAt: string | null; createdAt: string }

/** Says a notification in a language; nothing when the plugin that knows its words is gone. */
export function shownIn(
  payload: Payload,
  { id, kind, aboutCollection, aboutId, params, readAt, createdAt }: Stored,
  locale: Locale,
): Shown | undefined {
  const known = kindsOf(payload).find((each) => each.kind === kind)
  if (!known) return undefined
  const { title, text } = known.words[locale]
  const path = known.path({ collection: aboutCollection, id: aboutId })
  const own = locale === 'en' || path.startsWith('/admin') ? path : `/${locale}${path}`
  return { id, kind, title: filled(title, params ?? {}), text: filled(text, params ?? {}), path: own, readAt: readAt ?? null, createdAt }
}
