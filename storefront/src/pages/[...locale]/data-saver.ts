import type { APIRoute } from 'astro'
import { readForm } from '../../lib/forms.ts'
import { safeReturn } from '../../lib/paths.ts'
import { saverCookie } from '../../lib/saver.ts'

/** Keeps whether the visitor wants to save data and goes back to the page. */
export const POST: APIRoute = async ({ request, cookies, locals, redirect }) => {
  const { saver, back } = await readForm(request)
  const { publicUrl, paths } = locals
  if (saver === 'on' || saver === 'off')
    cookies.set(saverCookie, saver, { path: '/', sameSite: 'lax', secure: publicUrl.startsWith('https:'), maxAge: 31_536_000 })
  return redirect(safeReturn(back, paths.home()), 303)
}
