import type { Media, Product, Variant } from '../../../../payload-types.ts'
import { type Currency, currencies, decimal } from '../../lib/money.ts'

type Listed = { product: Product; variants: Variant[]; pictures: Media[]; brand?: string; url: string; publicUrl: string }

const condition = { new: 'NewCondition', refurbished: 'RefurbishedCondition', used: 'UsedCondition' } as const

/** What search engines are told of a product (schema.org), as text that may stand inside a script element. */
export function productJsonLd({ product, variants, pictures, brand, url, publicUrl }: Listed): string {
  const { digits } = currencies[product.currency as Currency]
  const offers = variants.map(({ sku, price, inStock }) => ({
    '@type': 'Offer',
    sku,
    url,
    price: decimal(price ?? product.price, digits),
    priceCurrency: product.currency,
    availability: `https://schema.org/${inStock ? 'InStock' : 'OutOfStock'}`,
    itemCondition: `https://schema.org/${condition[product.condition ?? 'new']}`,
  }))
  const described = {
    '@context': 'https://schema.org',
    '@type': 'Product',
    name: product.title,
    description: product.summary ?? undefined,
    sku: variants[0]?.sku,
    url,
    image: pictures.map(({ url: picture }) => new URL(picture ?? '', publicUrl).href),
    brand: brand ? { '@type': 'Brand', name: brand } : undefined,
    offers,
  }
  return JSON.stringify(described).replaceAll('<', '\\u003c')
}
