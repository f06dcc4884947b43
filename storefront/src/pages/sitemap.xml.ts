import type { APIRoute } from 'astro'
import { entriesOf, fixedEntries, sitemap, sitemapIndex } from '../features/share/sitemap.ts'
import { xmlResponse } from '../features/share/xml.ts'

/** `/sitemap.xml`: every page that search engines may show, or a list of sitemaps where there are too many for one. */
export const GET: APIRoute = async ({ locals: { api, publicUrl } }) => {
  const [pages, posts, categories, products] = await Promise.all([
    entriesOf(api, 'pages'),
    entriesOf(api, 'posts'),
    entriesOf(api, 'post-categories'),
    entriesOf(api, 'products'),
  ])
  const counts = { pages: pages.pages, posts: posts.pages, 'post-categories': categories.pages, products: products.pages }
  if (Object.values(counts).every((count) => count === 1))
    return xmlResponse(sitemap(publicUrl, [...fixedEntries(), ...[pages, posts, categories, products].flatMap(({ entries }) => entries)]))
  const parts = Object.entries(counts).flatMap(([kind, count]) =>
    Array.from({ length: count }, (_, at) => `/sitemaps/${kind}/${at + 1}.xml`),
  )
  return xmlResponse(sitemapIndex(publicUrl, parts))
}
