import type { AstroGlobal } from 'astro'
import type { Api } from '../../lib/api.ts'
import { blank, type FormState, problemText, readForm } from '../../lib/forms.ts'
import type { Locale } from '../../lib/paths.ts'

/** Something that the visitor was told. */
export type Notification = { id: string; title: string; text: string; path: string; readAt: string | null; createdAt: string }

/** A page of what the visitor was told. */
export type Inbox = { notifications: Notification[]; unread: number; pages: number }

/** A way to be told. */
export type Channel = 'inApp' | 'mail' | 'digest' | 'push'

/** How the visitor is told of one kind of thing: only the ways that there are. */
export type Choice = { kind: string; label: string; channels: Partial<Record<Channel, boolean>> }

/** How much the visitor was told and has not read; it stands on every page, also on that which says that something broke. */
export async function unreadOf(api: Api): Promise<number> {
  const answer = await api.ask('GET /notifications/unread').catch(() => undefined)
  return answer?.ok ? answer.value.count : 0
}

/** What the visitor was told, newest first. */
export async function inboxOf(api: Api, { page, unread, locale }: { page: number; unread: boolean; locale: Locale }): Promise<Inbox> {
  const answer = await api.ask('GET /notifications/inbox', { query: { page, limit: 20, unread: unread ? 'true' : undefined } }, { locale })
  return answer.ok ? answer.value : { notifications: [], unread: 0, pages: 1 }
}

/** How the visitor is told of what. */
export async function choicesOf(api: Api, locale: Locale): Promise<Choice[]> {
  const answer = await api.ask('GET /notifications/preferences', {}, { locale })
  return answer.ok ? answer.value.kinds : []
}

/** Marks one as read and says where it leads; nothing when there is no such thing. */
export async function open(api: Api, id: string, locale: Locale): Promise<string | undefined> {
  const answer = await api.ask('POST /notifications/:id/read', { params: { id } }, { locale })
  return answer.ok ? (answer.value.path ?? undefined) : undefined
}

/** The name of the box that stands for one way to be told of one kind. */
export const boxName = (kind: string, channel: string): string => `${kind}:${channel}`

async function choose({ locals: { api, locale } }: AstroGlobal, values: Record<string, string>) {
  for (const { kind, channels } of await choicesOf(api, locale)) {
    const wanted = Object.keys(channels).map((channel) => [channel, boxName(kind, channel) in values] as const)
    if (wanted.every(([channel, on]) => channels[channel as Channel] === on)) continue
    const answer = await api.ask('PUT /notifications/preferences', { body: { kind, channels: Object.fromEntries(wanted) } })
    if (!answer.ok) return answer
  }
  return undefined
}

/** Does what one of the forms of the page asks for, and comes back to the page. */
export async function act(page: AstroGlobal): Promise<Response | FormState> {
  const { t, api, paths } = page.locals
  const values = await readForm(page.request)
  const { done, read } = values
  const seen = () =>
    done === 'all' ? api.ask('POST /notifications/read-all') : api.ask('POST /notifications/:id/read', { params: { id: read ?? '' } })
  const answer = await (done === 'choices' ? choose(page, values) : seen())
  if (answer && !answer.ok) return { ...blank(), problem: problemText(t, answer.refusal) }
  const query = page.url.searchParams
  const here = { unread: query.get('unread') ?? undefined, page: query.get('page') ?? undefined }
  return page.redirect(paths.notifications(done === 'choices' ? { saved: '1' } : here), 303)
}
