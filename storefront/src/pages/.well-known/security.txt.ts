import type { APIRoute } from 'astro'
import { securityTxt } from '../../features/share/security-txt.ts'
import { locales } from '../../lib/paths.ts'

/** `/.well-known/security.txt`: where to write when somebody finds a fault. */
export const GET: APIRoute = ({ locals: { publicUrl, settings } }) => {
  const text = securityTxt(settings.contacts, publicUrl, locales, new Date())
  // What it says ends with time, so nobody keeps it.
  const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'no-store' }
  return text ? new Response(text, { headers }) : new Response('Nobody says how to be reached.\n', { status: 404, headers })
}
