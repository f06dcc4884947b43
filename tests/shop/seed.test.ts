import { globSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { plant } from '../../platform/seed.ts'
import { seed, wantsSeed } from '../../platform/server/seed.ts'
import { type ShapeName, shapes } from '../../plugins/shop/seed/shapes.ts'
import { type Platform, platform } from '../support/platform.ts'
import { faultsIn } from './books.ts'

let it: Platform

const collections = [
  'categories',
  'brands',
  'locations',
  'products',
  'variants',
  'stock-levels',
  'stock-moves',
  'media',
  'orders',
  'payments',
  'mails',
] as const

const counts = async () => {
  const found = {} as Record<(typeof collections)[number], number>
  for (const collection of collections) found[collection] = (await it.payload.count({ collection })).totalDocs
  return found
}

beforeAll(async () => {
  it = await platform()
  await plant(it.payload, {})
})

describe('the sample shop', () => {
  test('has goods with pictures, prices, variants and stock, in English and Swahili', async () => {
    const { docs } = await it.payload.find({ collection: 'products', depth: 0, pagination: false, locale: 'all' as 'en' })
    expect(docs.length).toBeGreaterThanOrEqual(16)
    for (const { id, title, summary, images, category, brand, price, published, slug } of docs as unknown as Record<string, unknown>[]) {
      for (const text of [title, summary]) expect(text, String(slug)).toEqual({ en: expect.any(String), sw: expect.any(String) })
      expect([
        (images as unknown[]).length > 0,
        Boolean(category && brand),
        Number(price) > 0,
        (await it.payload.count({ collection: 'variants', where: { product: { equals: id } } })).totalDocs > 0,
        published,
      ]).toEqual([true, true, true, true, true])
    }
    expect(docs.some(({ inStock }) => inStock) && docs.some(({ inStock }) => !inStock)).toBe(true)
  })

  test('shows its pictures to everybody', async () => {
    const { body } = await it.guest.get('/media?limit=1&where[filename][like]=sample-')
    const [picture] = body.docs
    const response = await fetch(new URL(picture.sizes.card.url, it.url))
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/webp'])
  })

  test('has an order for everybody who has work with it, and books without a contradiction', async () => {
    const { docs } = await it.payload.find({ collection: 'orders', depth: 0, pagination: false })
    const states = new Set(docs.map(({ status }) => status))
    for (const status of [
      'awaiting_payment',
      'paid',
      'treasury_confirmed',
      'packed',
      'shipped',
      'delivered',
      'closed',
      'canceled',
    ] as const)
      expect(states).toContain(status)
    expect(docs.filter(({ customer }) => customer).length).toBeGreaterThan(0)
    expect(await faultsIn(it.payload)).toEqual([])
  })

  test('is the same after a second time, which a start asks for when the first ended in the middle', async () => {
    const before = await counts()
    expect(await wantsSeed(it.payload)).toBe(false)
    const dies = () => {
      throw new Error('killed')
    }
    await expect(seed(it.payload, {}, dies)).rejects.toThrow('killed')
    expect(await wantsSeed(it.payload)).toBe(true)
    await seed(it.payload, {}, () => undefined)
    expect(await wantsSeed(it.payload)).toBe(false)
    expect(await counts()).toEqual(before)
  })

  test('grows by as many products as asked for, once', async () => {
    const before = await counts()
    await plant(it.payload, { products: 30 })
    const after = await counts()
    expect(after).toMatchObject({
      products: before.products + 30,
      variants: before.variants + 30,
      'stock-levels': before['stock-levels'] + 30,
    })
    await plant(it.payload, { products: 30 })
    expect(await counts()).toEqual(after)
    const { body } = await it.guest.get('/products?where[slug][equals]=sample-000007&depth=1')
    expect(body.docs[0]).toMatchObject({ published: true, images: [{ url: expect.any(String) }] })
    const order = await it.guest.post('/orders/checkout', {
      items: [{ variant: body.docs[0].variants.docs[0].id, quantity: 1 }],
      email: 'asha@example.test',
      pickup: (await it.guest.get('/locations?where[code][equals]=DAR')).body.docs[0].id,
    })
    expect(order.status).toBe(201)
    expect(await faultsIn(it.payload)).toEqual([])
  })
})

test('every plugin shows itself by samples in each of its collections', async () => {
  const { partsOf } = await import('../../platform/server/reference/parts.ts')
  const parts = partsOf(it.payload.config).filter(({ folder }) => folder.startsWith('plugins/'))
  expect(parts.map(({ folder }) => folder)).toEqual(globSync('plugins/*', { cwd: path.resolve(import.meta.dirname, '../..') }).sort())
  // What only visitors begin, and what providers send.
  const without = ['carts', 'reservations', 'payment-events']
  const empty: string[] = []
  for (const { folder, collections: own } of parts) {
    expect(own.length, folder).toBeGreaterThan(0)
    for (const slug of own)
      if (!without.includes(slug) && (await it.payload.count({ collection: slug as 'orders' })).totalDocs === 0)
        empty.push(`${folder}: ${slug}`)
  }
  expect(empty).toEqual([])
})

test('pictures are shapes only: text would look different on every machine', async () => {
  const { draw, palettes } = await import('../../plugins/shop/seed/pictures.ts')
  for (const shape of Object.keys(shapes) as ShapeName[])
    for (const palette of Object.keys(palettes) as (keyof typeof palettes)[])
      expect(draw(shape, palette)).not.toMatch(/<text|<image|href=|undefined|NaN/)
})
