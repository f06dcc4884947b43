import type { AstroGlobal } from 'astro'
import { readForm } from '../../lib/forms.ts'

/** A prompt that a simulated phone shows. */
export type Prompt = {
  reference: string
  phone: string
  operator: string
  amount: number
  currency: string
  status: 'waiting' | 'approved' | 'declined' | 'ignored'
  createdAt: string
}

/** A mail that the platform sent. */
export type SentMail = { to: string; subject: string; text: string; links: string[]; at: string }

type Site = Pick<App.Locals, 'publicUrl' | 'apiFetch'>

const ask = async <Value>({ publicUrl, apiFetch = fetch }: Site, path: string, init?: RequestInit): Promise<Value | undefined> => {
  const response = await apiFetch(publicUrl + path, {
    ...init,
    headers: { accept: 'application/json', origin: publicUrl, ...(init?.body ? { 'content-type': 'application/json' } : {}) },
  })
  return response.ok ? ((await response.json()) as Value) : undefined
}

/** What the phones of all payers show, or one phone; newest first. */
export const prompts = async (site: Site, phone: string): Promise<Prompt[]> =>
  (await ask<Prompt[]>(site, `/sandbox/phone${phone ? `?phone=${encodeURIComponent(phone)}` : ''}`)) ?? []

/** The mails sent to everybody, or to one address; newest first. */
export const sentMails = async (site: Site, to: string): Promise<SentMail[]> =>
  (await ask<SentMail[]>(site, `/sandbox/mail${to ? `?to=${encodeURIComponent(to)}` : ''}`)) ?? []

/** Presses the button that the form of a prompt names; comes back to the page. */
export async function press(page: AstroGlobal): Promise<Response> {
  const { reference = '', action = '', phone = '' } = await readForm(page.request)
  await ask(page.locals, `/sandbox/phone/${encodeURIComponent(reference)}`, { method: 'POST', body: JSON.stringify({ action }) })
  return page.redirect(page.locals.paths.sandbox({ phone }), 303)
}

/** The addresses of this site that a mail links to, as paths. */
export const linksIn = ({ links }: SentMail, publicUrl: string): string[] =>
  links.filter((url) => url.startsWith(`${publicUrl}/`)).map((url) => url.slice(publicUrl.length))
