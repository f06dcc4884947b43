import type { Product } from '../../../../payload-types.ts'
import type { Where } from '../../../../platform/client/documents.ts'
import { type Currency, parseAmount } from '../../lib/money.ts'

/** How many products stand on one page of the list. */
export const pageSize = 12

/** The orders in which the list can be read, with the sort of the API; what was searched for comes best first. */
export const sorts = { best: undefined, newest: '-createdAt', cheapest: 'price', dearest: '-price', name: 'title' } as const

/** The states in which goods are sold. */
export const conditions = ['new', 'refurbished', 'used'] as const

/** What a visitor asks of the list of products; everything stands in the address. */
export type Filters = {
  q: string
  category: string
  brand: string
  condition: string
  inStock: boolean
  min: string
  max: string
  sort: keyof typeof sorts
  page: number
}

/** The order of a list that nobody sorted. */
export const usualSort = ({ q }: Pick<Filters, 'q'>): Filters['sort'] => (q ? 'best' : 'newest')

const slug = (text: string | null) => (text && /^[\w-]{1,120}$/.test(text) ? text : '')
const amount = (text: string | null) => (text && /^[\d\s,._]{1,16}$/.test(text.trim()) ? text.trim() : '')

/** Reads the filters from an address; what makes no sense is as if it were not there. */
export function readFilters(query: URLSearchParams): Filters {
  const q = (query.get('q') ?? '').trim().slice(0, 80)
  const sort = query.get('sort') ?? ''
  const page = Number(query.get('page'))
  const condition = query.get('condition') ?? ''
  return {
    q,
    category: slug(query.get('category')),
    brand: slug(query.get('brand')),
    condition: conditions.some((each) => each === condition) ? condition : '',
    inStock: query.get('stock') === 'in',
    min: amount(query.get('min')),
    max: amount(query.get('max')),
    sort: Object.hasOwn(sorts, sort) && (q || sort !== 'best') ? (sort as keyof typeof sorts) : usualSort({ q }),
    page: Number.isInteger(page) && page > 0 && page < 10_000 ? page : 1,
  }
}

/** The query of an address for filters; what is as usual is left out. */
export const writeFilters = ({
  q,
  category,
  brand,
  condition,
  inStock,
  min,
  max,
  sort,
  page,
}: Filters): Record<string, string | undefined> => ({
  q,
  category,
  brand,
  condition,
  stock: inStock ? 'in' : undefined,
  min,
  max,
  sort: sort === usualSort({ q }) ? undefined : sort,
  page: page > 1 ? String(page) : undefined,
})

/** Whether a list shows all that there is. */
export const isUnfiltered = (filters: Filters): boolean =>
  Object.values(writeFilters({ ...filters, sort: usualSort(filters), page: 1 })).every((value) => !value)

/** What the API is asked for the filters; words are looked for by its search. */
export function whereOf({ category, brand, condition, inStock, min, max }: Filters, currency: Currency): { and: Where<Product>[] } {
  const least = parseAmount(min, currency)
  const most = parseAmount(max, currency)
  return {
    and: [
      { published: { equals: true } },
      ...(category ? [{ 'category.slug': { equals: category } }] : []),
      ...(brand ? [{ 'brand.slug': { equals: brand } }] : []),
      ...(condition ? [{ condition: { equals: condition } }] : []),
      ...(inStock ? [{ inStock: { equals: true } }] : []),
      ...(least === undefined ? [] : [{ price: { greater_than_equal: least } }]),
      ...(most === undefined ? [] : [{ price: { less_than_equal: most } }]),
    ],
  }
}
