import type { Media } from '../../../../payload-types.ts'
import type { Api } from '../../lib/api.ts'
import type { Locale } from '../../lib/paths.ts'

/** What a share card says of a document. */
export type Subject = { title: string; eyebrow?: string; picture?: Media }

type Found = {
  title?: string | null
  seo?: { title?: string | null } | null
  cover?: unknown
  images?: unknown[] | null
  categories?: unknown[] | null
  category?: unknown
}

const populated = <Doc extends object>(related: unknown): Doc | undefined =>
  typeof related === 'object' && related !== null ? (related as Doc) : undefined

/** The kinds of documents that have share cards. */
const kinds = ['pages', 'posts', 'post-categories', 'products', 'categories'] as const

type Kind = (typeof kinds)[number]

const isKind = (text: string): text is Kind => kinds.some((kind) => kind === text)

/** The document that an address names, as far as this visitor may see it. */
export async function subjectOf(api: Api, kind: string, id: string, locale: Locale): Promise<Subject | undefined> {
  if (!isKind(kind)) return undefined
  const { docs } = await api.find<Kind>(kind, { where: { id: { equals: id } }, limit: 1, depth: 1, locale, pagination: false })
  const doc = docs[0] as Found | undefined
  if (!doc) return undefined
  const topic = populated<{ title?: string }>(doc.category ?? doc.categories?.[0])
  return {
    title: doc.seo?.title || doc.title || '',
    eyebrow: topic?.title,
    picture: populated<Media>(doc.cover ?? doc.images?.[0]),
  }
}
