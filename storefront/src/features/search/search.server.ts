import type { Faq, Media, Page, Post } from '../../../../payload-types.ts'
import type { Api } from '../../lib/api.ts'
import type { Locale } from '../../lib/paths.ts'
import type { Card } from '../shop/catalogue.ts'

/** What can be found, in the order in which the page shows it. */
export const kinds = ['products', 'faqs', 'posts', 'pages'] as const

/** A kind of what can be found. */
export type Kind = (typeof kinds)[number]

/** How many of each kind stand on the page that shows all of them, and how many on the page of one. */
export const shares = { together: 4, alone: 12 } as const

type FoundPost = Pick<Post, 'id' | 'title' | 'slug' | 'excerpt' | 'publishedAt'> & { cover?: Media | string | null }
type FoundFaq = Pick<Faq, 'id' | 'question' | 'answer'>
type FoundPage = Pick<Page, 'id' | 'title' | 'slug' | 'summary'>

/** What was found, by kind. */
export type Results = {
  products: Card[]
  faqs: FoundFaq[]
  posts: FoundPost[]
  pages: FoundPage[]
  /** How many there are of each kind. */
  counts: Record<Kind, number>
  /** Of the one kind that is shown, if it is one. */
  lastPage: number
}

const none = (): Results => ({
  products: [],
  faqs: [],
  posts: [],
  pages: [],
  counts: { products: 0, faqs: 0, posts: 0, pages: 0 },
  lastPage: 1,
})

/** Looks for some words: the best of every kind, or one page of one kind. */
export async function look(api: Api, asked: { q: string; kind?: Kind; page: number; locale: Locale }): Promise<Results> {
  const results = none()
  const { q, locale } = asked
  if (!q) return results
  const wanted = asked.kind ? [asked.kind] : kinds
  const limit = asked.kind ? shares.alone : shares.together
  const answers = await Promise.all(wanted.map((kind) => api.ask('GET /search', { query: { q, kind, page: asked.page, limit, locale } })))
  wanted.forEach((kind, at) => {
    const answer = answers[at]
    if (!answer?.ok) return
    const { hits, kinds: counted, pages } = answer.value
    results[kind] = hits.map(({ doc }) => doc) as never
    for (const each of kinds) results.counts[each] = counted[each] ?? 0
    results.lastPage = pages
  })
  return results
}
