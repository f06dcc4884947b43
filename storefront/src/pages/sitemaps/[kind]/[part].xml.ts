import type { APIRoute } from 'astro'
import { entriesOf, fixedEntries, type Kind, sitemap } from '../../../features/share/sitemap.ts'
import { xmlResponse } from '../../../features/share/xml.ts'

const kinds: readonly string[] = ['pages', 'posts', 'post-categories', 'products'] satisfies Kind[]

/** `/sitemaps/<kind>/<number>.xml`: a part of the documents of one kind. */
export const GET: APIRoute = async ({ params: { kind = '', part = '' }, locals: { api, publicUrl }, rewrite }) => {
  const number = /^\d{1,4}$/.test(part) ? Number(part) : 0
  if (!kinds.includes(kind) || number < 1) return rewrite('/404')
  const { entries, pages } = await entriesOf(api, kind as Kind, number)
  if (number > pages) return rewrite('/404')
  return xmlResponse(sitemap(publicUrl, kind === 'pages' && number === 1 ? [...fixedEntries(), ...entries] : entries))
}
