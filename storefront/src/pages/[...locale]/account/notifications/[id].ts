import type { APIRoute } from 'astro'
import { open } from '../../../../features/notifications/notifications.server.ts'

/** Leads to what a notification is about, which is read by that. */
export const GET: APIRoute = async ({ params: { id = '' }, locals, redirect }) => {
  const { api, user, paths, locale } = locals
  if (!user) return redirect(paths.signIn({ next: paths.notification(id) }), 303)
  return redirect((await open(api, id, locale)) ?? paths.notifications(), 303)
}
