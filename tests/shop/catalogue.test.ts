import { beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../platform/roles.ts'
import { withCheckDigit } from '../../plugins/shop/barcode.ts'
import { codeOf, pathsOf, type Shop, shop } from './world.ts'

let it: Shop

beforeAll(async () => {
  it = await shop()
})

describe('the address of a product', () => {
  test('is made from its name, differs from every other, and stays when the name changes', async () => {
    const [first, second] = [await it.goods(0, { title: 'Tecno Spark 20' }), await it.goods(0, { title: 'Tecno Spark 20' })]
    expect([first.product.slug, second.product.slug]).toEqual(['tecno-spark-20', 'tecno-spark-20-2'])
    const renamed = await it.as('sales').patch(`/products/${first.product.id}`, { title: 'Tecno Spark 30' })
    expect(renamed.body.doc.slug).toBe('tecno-spark-20')
  })

  test('may be given, but not twice', async () => {
    const given = await it.goods(0, { slug: 'My Slug!' })
    expect(given.product.slug).toBe('my-slug')
    const again = await it.as('sales').post('/products', { title: 'x', price: 1, slug: 'my-slug' })
    expect([again.status, codeOf(again), pathsOf(again)]).toEqual([400, 'DUPLICATE', ['slug']])
  })

  test('exists for names without any Latin letter too', async () => {
    expect((await it.goods(0, { title: '手机' })).product.slug).toMatch(/^[0-9a-f]{12}$/)
  })
})

describe('a variant', () => {
  const make = async (variant: Record<string, unknown>) => {
    const { product } = await it.goods()
    return it.as('sales').post('/variants', { product: product.id, sku: 'NEW-1', ...variant })
  }

  test.each([
    [{ sku: 'a b' }, 'sku'],
    [{ sku: '' }, 'sku'],
    [{ sku: '-X' }, 'sku'],
    [{ sku: 'X'.repeat(41) }, 'sku'],
    [{ sku: 'OK-1', barcode: '4006381333932' }, 'barcode'],
    [{ sku: 'OK-2', barcode: '036000291453' }, 'barcode'],
    [{ sku: 'OK-3', barcode: 'Größe' }, 'barcode'],
    [{ sku: 'OK-4', price: 1.5 }, 'price'],
    [{ sku: 'OK-5', price: -1 }, 'price'],
    [{ sku: 'OK-6', product: 'none' }, 'product'],
    [{ sku: 'OK-7', product: null }, 'product'],
  ])('%j is refused', async (variant, path) => {
    const answer = await make(variant)
    expect([answer.status, codeOf(answer), pathsOf(answer)]).toEqual([400, 'VALIDATION', [path]])
  })

  test('has a number and a barcode that no other has; many have no barcode', async () => {
    const code = withCheckDigit('400638133393')
    expect((await make({ sku: ' abc-1 ', barcode: ` ${code} ` })).body.doc).toMatchObject({ sku: 'ABC-1', barcode: code })
    expect(pathsOf(await make({ sku: 'ABC-1' }))).toEqual(['sku'])
    expect(pathsOf(await make({ sku: 'ABC-2', barcode: code }))).toEqual(['barcode'])
    for (const sku of ['ABC-3', 'ABC-4', 'ABC-5']) expect((await make({ sku, barcode: '' })).status).toBe(201)
  })

  test('gives its barcode free when it is emptied', async () => {
    const code = withCheckDigit('500638133393')
    const first = await make({ sku: 'FREE-1', barcode: code })
    expect((await it.as('sales').patch(`/variants/${first.body.doc.id}`, { barcode: '' })).body.doc.barcode ?? null).toBeNull()
    expect((await make({ sku: 'FREE-2', barcode: code })).status).toBe(201)
  })

  test('stays with its product', async () => {
    const [one, other] = [await it.goods(), await it.goods()]
    const answer = await it.as('sales').patch(`/variants/${one.variant.id}`, { product: other.product.id })
    expect([answer.status, codeOf(answer), pathsOf(answer)]).toEqual([400, 'FIELD_READ_ONLY', ['product']])
  })
})

test.each([
  [{ title: 'x' }, ['price']],
  [{ title: 'x', price: 0.5 }, ['price']],
  [{ title: 'x', price: -5 }, ['price']],
  [{ title: 'x', price: 1e300 }, ['price']],
  [{ price: 1 }, ['title', 'slug']],
  [{ title: 'x', price: 1, kind: 'gas', condition: 'broken', currency: 'XXX' }, ['currency', 'kind', 'condition']],
])('%j is no product', async (product, paths) => {
  const answer = await it.as('sales').post('/products', product)
  expect([answer.status, codeOf(answer), pathsOf(answer).sort()]).toEqual([400, 'VALIDATION', [...paths].sort()])
})

test('whether something is in stock is written by nobody', async () => {
  const { product, variant } = await it.goods()
  for (const path of [`/products/${product.id}`, `/variants/${variant.id}`]) {
    const answer = await it.as('admin').patch(path, { inStock: true })
    expect([answer.status, codeOf(answer), pathsOf(answer)]).toEqual([400, 'FIELD_READ_ONLY', ['inStock']])
  }
})

describe('who edits what', () => {
  const may: [collection: string, data: object, roles: Role[]][] = [
    ['products', { title: 'By role', price: 1 }, ['marketing', 'sales', 'admin']],
    ['categories', { title: 'By role' }, ['marketing', 'admin']],
    ['brands', { name: 'By role' }, ['marketing', 'sales', 'admin']],
    ['locations', { name: 'By role', code: 'BYROLE' }, ['sales', 'admin']],
  ]

  test.each(may)('%s', async (collection, data, roles) => {
    for (const role of ['admin', 'marketing', 'sales', 'treasury', 'delivery', 'support', 'customer'] as Role[]) {
      const { status, body } = await it.as(role).post(`/${collection}`, data)
      expect([role, status]).toEqual([role, roles.includes(role) ? 201 : 403])
      if (status === 201 && collection === 'locations') await it.as(role).delete(`/locations/${body.doc.id}`)
    }
    expect((await it.guest.post(`/${collection}`, data)).status).toBe(403)
  })

  test('what search engines show is for marketing', async () => {
    const { product } = await it.goods()
    const seo = { title: 'Buy it', description: 'The best of all.' }
    expect((await it.as('marketing').patch(`/products/${product.id}`, { seo })).body.doc.seo).toMatchObject(seo)
    await it.as('sales').patch(`/products/${product.id}`, { seo: { title: 'Sales was here' } })
    expect((await it.guest.get(`/products/${product.id}`)).body.seo).toMatchObject(seo)
  })
})

describe('what others need is not deleted', () => {
  test('a product with variants, a variant that was sold, a shelf with products, a place with goods', async () => {
    const category = (await it.as('marketing').post('/categories', { title: 'Shelf' })).body.doc
    const goods = await it.goods(2, { category: category.id })
    await it.order(goods)
    const [manager, sales] = [it.as('marketing'), it.as('sales')]
    for (const [by, path] of [
      [manager, `/products/${goods.product.id}`],
      [sales, `/variants/${goods.variant.id}`],
      [manager, `/categories/${category.id}`],
      [sales, `/locations/${it.store}`],
    ] as const) {
      const answer = await by.delete(path)
      expect([path, answer.status, codeOf(answer)]).toEqual([path, 409, 'IN_USE'])
    }
  })

  test('what nobody needs is', async () => {
    const goods = await it.goods(0)
    expect((await it.as('sales').delete(`/variants/${goods.variant.id}`)).status).toBe(200)
    expect(await it.count('stock-levels', { id: { equals: goods.level } })).toBe(0)
    expect((await it.as('marketing').delete(`/products/${goods.product.id}`)).status).toBe(200)
    expect(await it.faults()).toEqual([])
  })
})

test('orders are served from one place first: naming another takes it over', async () => {
  const other = (await it.as('sales').post('/locations', { name: 'New store', code: 'NEWSTORE', default: true })).body.doc
  expect((await it.payload.find({ collection: 'locations', where: { default: { equals: true } } })).docs.map(({ id }) => id)).toEqual([
    other.id,
  ])
  await it.as('sales').patch(`/locations/${it.store}`, { default: true })
  expect((await it.payload.find({ collection: 'locations', where: { default: { equals: true } } })).docs.map(({ id }) => id)).toEqual([
    it.store,
  ])
})
