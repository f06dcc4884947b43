import type { Brand, Category, Media, Product, Variant } from '../../../../payload-types.ts'
import type { Api } from '../../lib/api.ts'
import type { Currency } from '../../lib/money.ts'
import type { Locale } from '../../lib/paths.ts'
import { type Filters, pageSize, sorts, whereOf } from './filters.ts'

/** What a list shows of a product; the rest is not fetched. */
const cardFields = {
  title: true,
  slug: true,
  price: true,
  currency: true,
  condition: true,
  kind: true,
  inStock: true,
  images: true,
  brand: true,
  category: true,
} as const

/** A product as a list shows it. */
export type Card = Pick<Product, 'id' | keyof typeof cardFields>

/** One page of products for the filters, with how many there are in all. */
export async function listProducts(api: Api, filters: Filters, { locale, currency }: { locale: Locale; currency: Currency }) {
  const where = whereOf(filters, currency)
  const sort = sorts[filters.sort]
  if (filters.q) return searchProducts(api, filters, { locale, where, sort })
  const { docs, totalDocs, totalPages, page } = await api.find('products', {
    where,
    sort,
    limit: pageSize,
    page: filters.page,
    depth: 1,
    locale,
    select: cardFields,
  })
  return { products: docs, count: totalDocs, pages: totalPages, page: page ?? 1 }
}

/** The same for what was searched for: found by the index, narrowed by the filters. */
async function searchProducts(api: Api, { q, page }: Filters, { locale, where, sort }: { locale: Locale; where: object; sort?: string }) {
  const query = { q, kind: 'products', where: JSON.stringify(where), page, limit: pageSize, locale, sort }
  const found = await api.ask('GET /search/rows', { query })
  if (!found.ok) return { products: [], count: 0, pages: 1, page: 1 }
  const { docs, totalDocs, totalPages } = found.value
  return { products: docs as unknown as Card[], count: totalDocs, pages: totalPages, page: found.value.page }
}

/** The newest products that can be had, of one category if it is given. */
export async function newest(api: Api, locale: Locale, limit: number, category?: string): Promise<Card[]> {
  const { docs } = await api.find('products', {
    where: {
      and: [{ published: { equals: true } }, { inStock: { equals: true } }, ...(category ? [{ category: { equals: category } }] : [])],
    },
    sort: '-createdAt',
    limit,
    depth: 1,
    locale,
    select: cardFields,
    pagination: false,
  })
  return docs
}

/** The products with these ids that visitors may see, in this order. */
export async function byIds(api: Api, locale: Locale, ids: readonly string[]): Promise<Card[]> {
  if (ids.length === 0) return []
  const { docs } = await api.find('products', {
    where: { and: [{ published: { equals: true } }, { id: { in: [...ids] } }] },
    limit: ids.length,
    depth: 1,
    locale,
    select: cardFields,
    pagination: false,
  })
  const found = new Map(docs.map((card) => [card.id, card]))
  return ids.flatMap((id) => found.get(id) ?? [])
}

/** Products of the same category, for whoever is not yet sure. */
export async function similar(api: Api, product: Product, locale: Locale, limit: number): Promise<Card[]> {
  const category = idOf(product.category)
  if (!category) return []
  const { docs } = await api.find('products', {
    where: { and: [{ published: { equals: true } }, { category: { equals: category } }, { id: { not_equals: product.id } }] },
    sort: '-createdAt',
    limit,
    depth: 1,
    locale,
    select: cardFields,
    pagination: false,
  })
  return docs
}

/** The categories in their order. */
export async function categories(api: Api, locale: Locale): Promise<Category[]> {
  const { docs } = await api.find('categories', { sort: ['order', 'title'], limit: 100, depth: 1, locale, pagination: false })
  return docs
}

/** The brands by name. */
export async function brands(api: Api): Promise<Brand[]> {
  const { docs } = await api.find('brands', { sort: 'name', limit: 200, depth: 0, pagination: false })
  return docs
}

/** A product by its address, with its variants in their order; undefined when there is none. */
export async function productBySlug(
  api: Api,
  slug: string,
  locale: Locale,
): Promise<{ product: Product; variants: Variant[] } | undefined> {
  const { docs } = await api.find('products', {
    where: { and: [{ slug: { equals: slug } }, { published: { equals: true } }] },
    limit: 1,
    depth: 1,
    locale,
    pagination: false,
  })
  const [product] = docs
  if (!product) return undefined
  const { docs: variants } = await api.find('variants', {
    where: { product: { equals: product.id } },
    sort: 'position',
    limit: 100,
    depth: 0,
    locale,
    pagination: false,
  })
  return { product, variants }
}

/** The id of a relationship, whether it was followed or not. */
export const idOf = (related: string | { id: string } | null | undefined): string | undefined =>
  typeof related === 'string' ? related : related?.id

/** The document of a relationship, where it was followed. */
export const docOf = <Doc extends object>(related: string | Doc | null | undefined): Doc | undefined =>
  typeof related === 'object' && related !== null ? related : undefined

/** The pictures of a product that can be shown. */
export const picturesOf = ({ images }: Pick<Product, 'images'>): Media[] =>
  (images ?? []).flatMap((image) => docOf<Media>(image) ?? []).filter(({ url }) => url)
