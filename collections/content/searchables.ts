import type { Searchable } from '../../platform/search/searchable.ts'
import { texts } from '../../platform/search/searchable.ts'

/** The pages, posts and answers that visitors find by their words. */
export const contentSearchables: Searchable[] = [
  {
    collection: 'pages',
    fields: { title: true, summary: true, blocks: true },
    shown: { title: true, slug: true, summary: true },
    toEntry: ({ title, summary, blocks }) => ({ title: texts(title), text: texts(summary, { blocks }) }),
  },
  {
    collection: 'posts',
    fields: { title: true, excerpt: true, body: true, categories: true },
    follows: { 'post-categories': 'categories' },
    shown: { title: true, slug: true, excerpt: true, cover: true, publishedAt: true },
    toEntry: ({ title, excerpt, body, categories }) => ({
      title: texts(title),
      words: texts({ categories }),
      text: texts(excerpt, body),
    }),
  },
  {
    collection: 'faqs',
    fields: { question: true, answer: true },
    shown: { question: true, answer: true },
    toEntry: ({ question, answer }) => ({ title: texts(question), text: texts(answer) }),
  },
]
