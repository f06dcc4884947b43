import type { APIRoute } from 'astro'
import { safeReturn } from '../../lib/paths.ts'
import { isTheme } from '../../lib/theme.ts'

/** Keeps the look that the visitor chose and goes back to the page. */
export const POST: APIRoute = async ({ request, cookies, locals, redirect }) => {
  const form = await request.formData()
  const theme = String(form.get('theme') ?? '')
  if (isTheme(theme))
    cookies.set('theme', theme, { path: '/', sameSite: 'lax', secure: locals.publicUrl.startsWith('https:'), maxAge: 31_536_000 })
  return redirect(safeReturn(String(form.get('back') ?? ''), locals.paths.home()), 303)
}
