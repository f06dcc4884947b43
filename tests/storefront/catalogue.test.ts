import { beforeAll, expect, test } from 'vitest'
import { listProducts } from '../../storefront/src/features/shop/catalogue.ts'
import { readFilters } from '../../storefront/src/features/shop/filters.ts'
import { apiFor } from '../../storefront/src/lib/api.ts'
import type { Locale } from '../../storefront/src/lib/paths.ts'
import { platform } from '../support/platform.ts'

const site = await platform()

beforeAll(async () => {
  const admin = site.as('admin')
  const { body: lamps } = await admin.post('/categories', { title: 'Lamps', slug: 'lamps' })
  await admin.patch(`/categories/${lamps.doc.id}?locale=sw`, { title: 'Taa' })
  const product = async (title: string, price: number, more = {}) => {
    const { body } = await admin.post('/products', { title, price, currency: 'TZS', published: true, ...more })
    return body.doc.id as string
  }
  const solar = await product('Solar lantern', 4_500_000, { category: lamps.doc.id, condition: 'used' })
  await admin.patch(`/products/${solar}?locale=sw`, { title: 'Kandili ya jua' })
  await product('Desk lamp', 2_000_000, { category: lamps.doc.id })
  await product('Router', 16_500_000)
  await product('Secret plan', 100, { published: false })
})

/** The titles that a visitor finds. */
async function found(query: string, locale: Locale = 'en'): Promise<string[]> {
  const api = apiFor({ url: site.url, fetch, publicUrl: site.url, cookie: null, locale })
  const { products, count } = await listProducts(api, readFilters(new URLSearchParams(query)), { locale, currency: 'TZS' })
  expect(count).toBe(products.length)
  return products.map(({ title }) => title)
}

test('words are found in titles and in the names of shelves', async () => {
  expect(await found('q=lantern')).toEqual(['Solar lantern'])
  expect(await found('q=lamps&sort=cheapest')).toEqual(['Desk lamp', 'Solar lantern'])
  expect(await found('q=solar+lamps')).toEqual(['Solar lantern'])
})

test('what is not translated is found by its English words, what is by both', async () => {
  expect(await found('q=router', 'sw')).toEqual(['Router'])
  expect(await found('q=kandili', 'sw')).toEqual(['Kandili ya jua'])
  expect(await found('q=lantern', 'sw')).toEqual(['Kandili ya jua'])
  expect(await found('q=taa&sort=cheapest', 'sw')).toEqual(['Desk lamp', 'Kandili ya jua'])
})

test('filters narrow the list', async () => {
  expect(await found('category=lamps&condition=used')).toEqual(['Solar lantern'])
  expect(await found('min=20,000&max=45,000&sort=dearest')).toEqual(['Solar lantern', 'Desk lamp'])
  expect(await found('stock=in')).toEqual([])
})

test('what is not published is never found', async () => {
  expect(await found('q=secret')).toEqual([])
})
