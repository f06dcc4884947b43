import type { Api } from '../../lib/api.ts'
import { type Locale, locales, localized, type Paths, pathsFor } from '../../lib/paths.ts'
import { languagesIn } from '../content/languages.ts'
import { xml } from './xml.ts'

/** A page with the languages in which it was written. */
export type Entry = { path: string; languages: readonly Locale[]; changed?: string }

/** How many documents one sitemap lists; each stands there once per language. */
const perSitemap = 500

type Listed = { slug: string; title?: unknown; updatedAt: string; seo?: { noindex?: boolean | null; canonical?: string | null } | null }

const english = pathsFor('en')

const pathOf = {
  pages: (slug) => english.page(slug),
  posts: (slug) => english.post(slug),
  'post-categories': (slug) => english.blogCategory(slug),
  products: (slug) => english.product(slug),
} satisfies Record<string, (slug: string) => string>

/** A kind of documents that sitemaps list. */
export type Kind = keyof typeof pathOf

const seen: Partial<Record<Kind, object>> = {
  pages: { _status: { equals: 'published' } },
  posts: { _status: { equals: 'published' } },
  products: { published: { equals: true } },
}

/** One sitemap's part of the documents of a kind, and how many parts there are. */
export async function entriesOf(api: Api, kind: Kind, page = 1): Promise<{ entries: Entry[]; pages: number }> {
  const { docs, totalPages } = await api.find(kind, {
    where: (seen[kind] ?? {}) as never,
    select: { slug: true, title: true, updatedAt: true, seo: true } as never,
    sort: 'id',
    limit: perSitemap,
    page,
    depth: 0,
    locale: 'all',
  })
  const listed = (docs as unknown as Listed[]).filter(({ seo }) => !seo?.noindex && !seo?.canonical)
  const entries = listed.map(({ slug, title, updatedAt }) => ({
    path: pathOf[kind](slug),
    languages: languagesIn(title),
    changed: updatedAt,
  }))
  return { entries, pages: Math.max(1, totalPages) }
}

/** The pages that no document stands for. */
export const fixedEntries = (paths: Paths = english): Entry[] => [
  { path: paths.home(), languages: locales },
  { path: paths.shop(), languages: locales },
  { path: paths.blog(), languages: locales },
]

const alternate = (publicUrl: string, hreflang: string, address: string) =>
  `<xhtml:link rel="alternate" hreflang="${hreflang}" href="${xml(publicUrl + address)}"/>`

const urls = (publicUrl: string, { path, languages, changed }: Entry): string => {
  const alternates =
    languages.length > 1
      ? [...languages.map((each) => alternate(publicUrl, each, localized(each, path))), alternate(publicUrl, 'x-default', path)].join('')
      : ''
  const lastmod = changed ? `<lastmod>${changed}</lastmod>` : ''
  return languages.map((each) => `<url><loc>${xml(publicUrl + localized(each, path))}</loc>${lastmod}${alternates}</url>`).join('\n')
}

/** Pages as a sitemap: each in every language that it was written in, with its sisters. */
export const sitemap = (publicUrl: string, entries: readonly Entry[]): string =>
  `<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">\n${unique(entries)
    .map((entry) => urls(publicUrl, entry))
    .join('\n')}\n</urlset>`

/** A page that an editor wrote stands for the one that is always there. */
const unique = (entries: readonly Entry[]): Entry[] => [...new Map(entries.map((entry) => [entry.path, entry])).values()]

/** A list of sitemaps. */
export const sitemapIndex = (publicUrl: string, paths: readonly string[]): string =>
  `<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${paths
    .map((path) => `<sitemap><loc>${xml(publicUrl + path)}</loc></sitemap>`)
    .join('\n')}\n</sitemapindex>`
