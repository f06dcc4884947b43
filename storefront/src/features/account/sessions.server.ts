import type { AstroGlobal } from 'astro'
import type { Api } from '../../lib/api.ts'
import { blank, type FormState, problemText, readForm } from '../../lib/forms.ts'

/** Where somebody is signed in. */
export type Session = { id: string; browser: string | null; system: string | null; lastSeenAt: string | null; current: boolean }

/** Where the visitor is signed in, this place first. */
export async function ownSessions(api: Api, user: string): Promise<Session[]> {
  const answer = await api.ask('GET /users/:id/sessions', { params: { id: user } })
  return answer.ok ? answer.value.sessions : []
}

/** Signs the visitor out in one other place, or in all others when none is named. */
export async function endSession(page: AstroGlobal): Promise<Response | FormState> {
  const { t, api, paths, user } = page.locals
  const { session } = await readForm(page.request)
  const id = user?.id ?? ''
  const answer = session
    ? await api.ask('POST /users/:id/sessions/:session/end', { params: { id, session } })
    : await api.ask('POST /users/:id/end-sessions', { params: { id } })
  // What has ended meanwhile is what was wanted.
  if (answer.ok || answer.refusal.status === 404) return page.redirect(paths.accountSessions({ ended: '1' }), 303)
  return { ...blank(), problem: problemText(t, answer.refusal) }
}
