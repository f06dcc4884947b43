import type { PayloadRequest } from 'payload'
import type { Media, Product } from '../../payload-types.ts'
import { rememberedEach } from '../../platform/cache/remembered.ts'
import { idOf } from '../../platform/ids.ts'
import type { Currency } from '../../platform/money.ts'
import { withRequest } from '../../platform/transaction.ts'
import { choicesTitle } from './options.ts'

/** A picture as lists show it. */
export type Picture = { url: string; alt: string; width?: number; height?: number }

/** A variant together with what its product says of it, in the language of the request. */
export type Article = {
  variant: string
  product: string
  title: string
  variantTitle: string | null
  slug: string
  sku: string
  unitPrice: number
  currency: Currency
  kind: Product['kind']
  published: boolean
  inStock: boolean
  /** Of one piece, its own or that of the product. */
  weightGrams: number | null
  /** Of the product; none is the default one. */
  taxClass: string | null
  image: Picture | null
}

const pictureOf = (images: Product['images']): Picture | null => {
  const [first] = (images ?? []).filter((image): image is Media => typeof image === 'object')
  const shown = first?.sizes?.card?.url ? first.sizes.card : first
  if (!first || !shown?.url) return null
  return { url: shown.url, alt: first.alt, ...(shown.width && shown.height && { width: shown.width, height: shown.height }) }
}

/** Whether goods of this kind are counted, put aside and shipped. */
export const isCounted = ({ kind }: { kind: string }): boolean => kind === 'physical'

/** Looks up variants by their ids, published or not, in the language of the request; ids that do not exist are missing from the answer. */
export const articles = (req: PayloadRequest, variants: readonly string[]): Promise<Map<string, Article>> => {
  const { payload, locale, fallbackLocale } = req
  return rememberedEach(
    payload,
    // A picture is a document of its own.
    { name: `article ${locale} ${fallbackLocale}`, tags: ['variants', 'products', 'media'], ids: variants },
    (missing) => withRequest(payload, 'articles', (own) => readArticles(Object.assign(own, { locale, fallbackLocale }), missing)),
  )
}

async function readArticles(req: PayloadRequest, variants: readonly string[]): Promise<Map<string, Article>> {
  const { payload } = req
  const { docs: found } = await payload.find({
    collection: 'variants',
    req,
    depth: 0,
    pagination: false,
    where: { id: { in: [...variants] } },
    select: { product: true, title: true, sku: true, price: true, inStock: true, choices: true, weightGrams: true },
  })
  const { docs: products } = await payload.find({
    collection: 'products',
    req,
    depth: 1,
    pagination: false,
    where: { id: { in: [...new Set(found.map(({ product }) => idOf(product)))] } },
    select: {
      title: true,
      slug: true,
      price: true,
      currency: true,
      kind: true,
      published: true,
      images: true,
      options: true,
      weightGrams: true,
      taxClass: true,
    },
  })
  const byId = new Map(products.map((product) => [product.id, product as Product]))
  return new Map(
    found.flatMap(({ id, product: of, title, sku, price, inStock, choices, weightGrams }) => {
      const product = byId.get(idOf(of))
      if (!product) return []
      const article: Article = {
        variant: id,
        product: product.id,
        title: product.title,
        variantTitle: title || choicesTitle(product.options, choices ?? []),
        slug: product.slug,
        sku,
        unitPrice: price ?? product.price,
        currency: product.currency,
        kind: product.kind,
        published: Boolean(product.published),
        inStock: Boolean(inStock),
        weightGrams: weightGrams ?? product.weightGrams ?? null,
        taxClass: product.taxClass ? idOf(product.taxClass) : null,
        image: pictureOf(product.images),
      }
      return [[id, article] as const]
    }),
  )
}
