import { type Searchable, texts } from '../../platform/search/searchable.ts'

type Named = { title?: unknown; name?: unknown; slug?: string } | null | undefined

/** The products, found by their own words, their brand and their shelf. */
export const shopSearchables: Searchable[] = [
  {
    collection: 'products',
    fields: { title: true, summary: true, description: true, category: true, brand: true, condition: true, slug: true },
    follows: { categories: 'category', brands: 'brand' },
    shown: {
      title: true,
      slug: true,
      summary: true,
      price: true,
      currency: true,
      condition: true,
      kind: true,
      inStock: true,
      images: true,
      brand: true,
      category: true,
    },
    toEntry: ({ title, summary, description, category, brand, condition }) => {
      const [shelf, maker] = [category as Named, brand as Named]
      return {
        title: texts(title),
        words: texts(shelf?.title, maker?.name),
        text: texts(summary, description),
        facets: { category: shelf?.slug, brand: maker?.slug, condition: condition as string },
      }
    },
  },
]
