import type { APIRoute } from 'astro'
import { authorsOf, categoriesOf, listPosts } from '../../../features/content/posts.ts'
import { xml, xmlResponse } from '../../../features/share/xml.ts'

/** `/blog/rss.xml`: the newest posts as a feed, in each language. */
export const GET: APIRoute = async ({ locals: { api, locale, paths, publicUrl, settings, t } }) => {
  const { posts } = await listPosts(api, locale, {}, { limit: 30 })
  const items = posts.map((post) => {
    const link = publicUrl + paths.post(post.slug)
    return [
      '<item>',
      `<title>${xml(post.title)}</title>`,
      `<link>${xml(link)}</link>`,
      `<guid isPermaLink="false">${post.id}</guid>`,
      `<description>${xml(post.excerpt)}</description>`,
      ...(post.publishedAt ? [`<pubDate>${new Date(post.publishedAt).toUTCString()}</pubDate>`] : []),
      ...authorsOf(post).map(({ name }) => `<dc:creator>${xml(name)}</dc:creator>`),
      ...categoriesOf(post).map(({ title }) => `<category>${xml(title)}</category>`),
      '</item>',
    ].join('\n')
  })
  const channel = [
    `<title>${xml(`${t('blog.title')} · ${settings.brand.name}`)}</title>`,
    `<link>${xml(publicUrl + paths.blog())}</link>`,
    `<description>${xml(t('blog.lead'))}</description>`,
    `<language>${locale}</language>`,
    `<atom:link href="${xml(publicUrl + paths.feed())}" rel="self" type="application/rss+xml"/>`,
    ...items,
  ].join('\n')
  return xmlResponse(
    `<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/">\n<channel>\n${channel}\n</channel>\n</rss>`,
    'application/rss+xml',
  )
}
