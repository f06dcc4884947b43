import type { Author, Faq, Post, PostCategory } from '../../../../payload-types.ts'
import type { Api } from '../../lib/api.ts'
import { inLanguage } from '../../lib/fallback.ts'
import type { Locale } from '../../lib/paths.ts'

/** How many posts one page of the blog lists. */
const postsPerPage = 12

/** What a list shows of a post; the rest is not fetched. */
const cardFields = { title: true, slug: true, excerpt: true, cover: true, publishedAt: true, categories: true, authors: true } as const

/** A post as a list shows it. */
export type PostCard = Pick<Post, 'id' | keyof typeof cardFields>

/** Which posts: of a category, by an author, without one. */
export type Choice = { category?: string; author?: string; not?: string }

const whereOf = ({ category, author, not }: Choice) => ({
  and: [
    { _status: { equals: 'published' } },
    ...(category ? [{ categories: { equals: category } }] : []),
    ...(author ? [{ authors: { equals: author } }] : []),
    ...(not ? [{ id: { not_equals: not } }] : []),
  ],
})

/** One page of the newest posts, with how many pages there are. */
export function listPosts(
  api: Api,
  locale: Locale,
  choice: Choice,
  { page = 1, limit = postsPerPage } = {},
): Promise<{ posts: PostCard[]; pages: number }> {
  return inLanguage(locale, async (language) => {
    const { docs, totalPages } = await api.find('posts', {
      where: whereOf(choice),
      sort: ['-publishedAt', '-id'],
      limit,
      page,
      depth: 1,
      locale: language,
      fallbackLocale: 'none',
      select: cardFields,
    })
    return { posts: docs, pages: totalPages }
  })
}

/** What to read after a post: of the same topic first, then the newest of all. */
export async function postsAfter(api: Api, locale: Locale, post: Pick<Post, 'id' | 'categories'>, limit: number): Promise<PostCard[]> {
  const [category] = categoriesOf(post)
  const choices: Choice[] = [...(category ? [{ category: category.id, not: post.id }] : []), { not: post.id }]
  const lists = await Promise.all(choices.map((choice) => listPosts(api, locale, choice, { limit })))
  return [...new Map(lists.flatMap(({ posts }) => posts).map((card) => [card.id, card])).values()].slice(0, limit)
}

/** The categories of the blog, by their addresses. */
export const postCategories = (api: Api, locale: Locale): Promise<PostCategory[]> =>
  inLanguage(locale, async (language) => {
    const query = { sort: 'slug', limit: 50, depth: 0, pagination: false }
    return (await api.find('post-categories', { ...query, locale: language, fallbackLocale: 'none' })).docs
  })

/** The questions for an audience, in their order. */
export const questionsFor = (api: Api, locale: Locale, audience: Faq['audience']): Promise<Faq[]> =>
  inLanguage(locale, async (language) => {
    const query = { where: { audience: { equals: audience } }, sort: ['order', 'id'], limit: 100, depth: 1, pagination: false }
    return (await api.find('faqs', { ...query, locale: language, fallbackLocale: 'none' })).docs
  })

/** Who wrote a post, where it was followed. */
export const authorsOf = ({ authors }: Pick<Post, 'authors'>): Author[] => (authors ?? []).filter((author) => typeof author === 'object')

/** What a post is about, where it was followed. */
export const categoriesOf = ({ categories }: Pick<Post, 'categories'>): PostCategory[] =>
  (categories ?? []).filter((category) => typeof category === 'object')
