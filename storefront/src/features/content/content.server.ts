import type { AstroGlobal } from 'astro'
import type { Config } from '../../../../payload-types.ts'
import type { Where } from '../../../../platform/client/documents.ts'
import type { Api } from '../../lib/api.ts'
import { inLanguage } from '../../lib/fallback.ts'
import type { Locale } from '../../lib/paths.ts'
import { languagesIn } from './languages.ts'

/** The collections whose documents editors write. */
export type Written = 'pages' | 'posts' | 'post-categories' | 'authors'

type Document<Slug extends Written> = Config['collections'][Slug]

/** A document as its page shows it, with the languages in which it was written. */
export type Shown<Slug extends Written> = { doc: Document<Slug>; languages: readonly Locale[]; isPreview: boolean }

/** The field whose words say that a document was written in a language. */
const naming = { pages: 'title', posts: 'title', 'post-categories': 'title', authors: 'role', products: 'title' } as const satisfies Record<
  Written | 'products',
  string
>

async function bySlug<Slug extends Written>(api: Api, collection: Slug, slug: string, locale: Locale): Promise<Document<Slug> | undefined> {
  // Staff see drafts too, but on their page only when they preview them.
  const seen = collection === 'pages' || collection === 'posts' ? [{ _status: { equals: 'published' } }] : []
  const where = { and: [{ slug: { equals: slug } }, ...seen] } as Where<Document<Slug>>
  const { docs } = await api.find(collection, { where, limit: 1, depth: 2, locale, fallbackLocale: 'none', pagination: false })
  return docs[0] as Document<Slug> | undefined
}

/** The languages in which a document was written. */
export async function languagesOf(api: Api, collection: Written | 'products', id: string): Promise<readonly Locale[]> {
  const field = naming[collection]
  const { docs } = await api.find<Written | 'products'>(collection, {
    where: { id: { equals: id } },
    select: { [field]: true } as never,
    limit: 1,
    depth: 0,
    locale: 'all',
    pagination: false,
  })
  return languagesIn((docs[0] as Record<string, unknown> | undefined)?.[field])
}

async function preview<Slug extends Written>(
  api: Api,
  collection: Slug,
  token: string,
  locale: Locale,
): Promise<Document<Slug> | undefined> {
  return inLanguage(locale, async (language) => {
    const given = { params: { token }, query: { 'fallback-locale': 'none' } }
    const answer = await api.ask(`GET /${collection as 'pages' | 'posts'}/preview/:token`, given, { locale: language })
    return answer.ok ? (answer.value as unknown as Document<Slug>) : undefined
  })
}

/** The document of a page by its slug, or the draft that staff preview; undefined when there is none for this visitor. */
export async function readShown<Slug extends Written>(page: AstroGlobal, collection: Slug, slug: string): Promise<Shown<Slug> | undefined> {
  const { api, locale } = page.locals
  const token = page.url.searchParams.get('preview')
  if (token) {
    const doc = await preview(api, collection, token, locale)
    return doc && { doc, languages: ['en'], isPreview: true }
  }
  const doc = await inLanguage(locale, (language) => bySlug(api, collection, slug, language))
  return doc && { doc, languages: await languagesOf(api, collection, doc.id), isPreview: false }
}
