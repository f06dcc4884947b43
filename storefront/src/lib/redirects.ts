import type { Api } from './api.ts'
import { hrefIn } from './links.ts'
import type { Locale } from './paths.ts'

const plain = (path: string) => path.replace(/(?<=.)\/+$/, '')

const decoded = (path: string) => {
  try {
    return decodeURI(path)
  } catch {
    return path
  }
}

/** Where an address leads now that there is no page; undefined when nobody said so. `path` is without language. */
export async function redirectOf(api: Api, locale: Locale, path: string, search: string): Promise<string | undefined> {
  const from = [...new Set([plain(path), plain(decoded(path))])]
  const { docs } = await api.find('redirects', { where: { from: { in: from } }, limit: 1, depth: 0, pagination: false })
  const to = docs[0]?.to
  if (!to) return undefined
  return to.startsWith('/') && search && !to.includes('?') ? hrefIn(locale, to) + search : hrefIn(locale, to)
}
