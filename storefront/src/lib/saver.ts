import type { AstroCookies } from 'astro'

/** The cookie in which a visitor says whether to save data; without it the browser's own wish counts. */
export const saverCookie = 'data-saver'

/** Whether pages come without pictures: the visitor chose it here, or asked for it in the browser. */
export function savesData(cookies: AstroCookies, headers: Headers): boolean {
  const chosen = cookies.get(saverCookie)?.value
  if (chosen === 'on' || chosen === 'off') return chosen === 'on'
  return headers.get('save-data')?.trim().toLowerCase() === 'on'
}
