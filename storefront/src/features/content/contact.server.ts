import type { AstroGlobal } from 'astro'
import { formatPhone } from '../../lib/dates.ts'
import { blank, type FormState, problemText, readForm, refused } from '../../lib/forms.ts'
import { withQuery } from '../../lib/paths.ts'

const fields = ['name', 'email', 'phone', 'subject', 'message'] as const

/** What the contact form shows: what was typed, and the ticket that it must carry. */
export type ContactState = FormState & { ticket: string; sent: boolean }

async function freshTicket({ locals }: AstroGlobal): Promise<string> {
  const answer = await locals.api.ask('GET /contact-messages/ticket')
  return answer.ok ? answer.value.ticket : ''
}

/** The contact form of a page: as it begins, as it comes back with what is wrong, or the way on when the message was taken. */
export async function contactForm(page: AstroGlobal): Promise<Response | ContactState> {
  // Every visitor gets a ticket of their own.
  page.response.headers.set('Cache-Control', 'no-store')
  const { t, api, locale, user } = page.locals
  if (page.request.method !== 'POST') {
    const state = blank({ name: user?.name ?? '', email: user?.email ?? '', phone: formatPhone(user?.phone ?? '') })
    return { ...state, ticket: await freshTicket(page), sent: page.url.searchParams.has('sent') }
  }
  const { ticket = '', website, ...values } = await readForm(page.request)
  const typed = Object.fromEntries(fields.map((name) => [name, values[name] || undefined]))
  const { name = '', email = '', message = '' } = typed
  const body = { ...typed, name, email, message, ticket, website: website || undefined }
  const answer = await api.ask('POST /contact-messages/send', { body }, { locale })
  if (answer.ok) return page.redirect(`${withQuery(page.url.pathname, { sent: '1' })}#contact-form`, 303)
  page.response.status = answer.refusal.status === 429 ? 429 : 400
  const state = refused(t, answer.refusal, values, fields)
  // Sent too soon, the same form may be sent again; everything else begins anew.
  const again = answer.refusal.code === 'FORM_TOO_FAST' || answer.refusal.code === 'RATE_LIMITED' || answer.refusal.code === 'VALIDATION'
  return {
    ...state,
    ...(!again && { problem: problemText(t, answer.refusal) }),
    ticket: again ? ticket : await freshTicket(page),
    sent: false,
  }
}
