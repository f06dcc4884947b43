import type { APIRoute } from 'astro'
import { readForm } from '../../lib/forms.ts'
import { safeReturn } from '../../lib/paths.ts'
import { isTheme } from '../../lib/theme.ts'

/** Keeps the look that the visitor chose and goes back to the page. */
export const POST: APIRoute = async ({ request, cookies, locals, redirect }) => {
  const { theme, back } = await readForm(request)
  const { publicUrl, paths } = locals
  if (isTheme(theme))
    cookies.set('theme', theme, { path: '/', sameSite: 'lax', secure: publicUrl.startsWith('https:'), maxAge: 31_536_000 })
  return redirect(safeReturn(back, paths.home()), 303)
}
