import { beforeAll, describe, expect, test } from 'vitest'
import type { Role } from '../../platform/roles.ts'
import { withRequest } from '../../platform/transaction.ts'
import { withCheckDigit } from '../../plugins/shop/barcode.ts'
import { articles } from '../../plugins/shop/catalogue.ts'
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

describe('options', () => {
  const options = [
    { name: 'Size', values: [{ label: 'S' }, { label: 'M' }] },
    { name: 'Colour', values: [{ label: 'Blue' }, { label: 'Red' }, { label: 'Green' }] },
  ]
  type Row = { id: string; values: { id: string; label: string }[] }
  type Made = { id: string; options: Row[] }
  const make = async (more: object = {}): Promise<Made> =>
    (await it.as('sales').post('/products', { title: 'Shirt', price: 1_000, published: true, weightGrams: 200, options, ...more })).body.doc
  const pick = ({ options }: Made, ...picked: number[]) =>
    options.map(({ id, values }, index) => ({ option: id, value: values[picked[index] ?? 0]?.id }))
  let skus = 0
  const variant = (product: Made, more: object) =>
    it.as('marketing').post('/variants', { product: product.id, sku: `SHIRT-${++skus}`, ...more })

  test.each([
    [
      [
        { name: 'Size', values: [{ label: 'S' }] },
        { name: ' size', values: [{ label: 'M' }] },
      ],
      ['options.1.name'],
    ],
    [[{ name: 'Size', values: [{ label: 'S' }, { label: 'M' }, { label: 's ' }] }], ['options.0.values.2.label']],
    [[{ name: 'Size', values: [] }], ['options.0.values']],
    [Array.from({ length: 4 }, (_, index) => ({ name: `Size ${index}`, values: [{ label: 'S' }] })), ['options']],
  ])('%j are refused', async (options, paths) => {
    const answer = await it.as('sales').post('/products', { title: 'Shirt', price: 1, options })
    expect([answer.status, codeOf(answer), pathsOf(answer)]).toEqual([400, 'VALIDATION', paths])
  })

  test('are chosen whole: exactly one value of each, by no two variants', async () => {
    const product = await make()
    const [size, colour] = pick(product)
    const other = pick(await make())
    const wrong = [
      undefined,
      [],
      [size],
      [size, size],
      [size, colour, colour],
      [size, { option: colour?.option, value: size?.value }],
      other,
      'S',
      [{ option: 1, value: 2 }],
      [{ ...size, more: true }, colour],
    ]
    for (const choices of wrong) {
      const answer = await variant(product, { choices })
      expect([choices, answer.status, codeOf(answer), pathsOf(answer)]).toEqual([choices, 400, 'VALIDATION', ['choices']])
    }
    const first = await variant(product, { choices: [size, colour] })
    expect([first.status, first.body.doc.choices]).toEqual([201, [size, colour]])
    const again = await variant(product, { choices: [colour, size] })
    expect([again.status, codeOf(again), pathsOf(again)]).toEqual([400, 'VALIDATION', ['choices']])
    const second = await variant(product, { choices: pick(product, 1, 1) })
    const path = `/variants/${second.body.doc.id}`
    for (const choices of [[size, colour], [], null]) expect(pathsOf(await it.as('sales').patch(path, { choices }))).toEqual(['choices'])
    expect((await it.as('sales').patch(path, { choices: pick(product, 0, 1) })).status).toBe(200)
    expect((await variant(product, { choices: pick(product, 1, 1) })).status).toBe(201)
  })

  test('of two at the same moment one has them', async () => {
    const product = await make()
    const answers = await Promise.all([1, 2, 3].map(() => variant(product, { choices: pick(product, 1, 2) })))
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400])
  })

  test('that came later leave older variants alone', async () => {
    const { product, variant } = await it.goods()
    expect((await it.as('sales').patch(`/products/${product.id}`, { options })).status).toBe(200)
    expect((await it.as('sales').patch(`/variants/${variant.id}`, { price: 5, choices: [] })).status).toBe(200)
    expect(pathsOf(await it.as('sales').patch(`/variants/${variant.id}`, { weightGrams: -1 }))).toEqual(['weightGrams'])
  })

  test('that variants have are not taken away, however that is tried; new texts, and what nobody has, may change', async () => {
    const product = await make()
    const path = `/products/${product.id}`
    const first = (await variant(product, { choices: pick(product, 0, 0) })).body.doc
    const second = (await variant(product, { choices: pick(product, 0, 1) })).body.doc
    const [size, colour] = product.options as [Row, Row]
    const save = (options: unknown) => it.as('marketing').patch(path, { options })
    const refused = async (options: unknown, paths: string[], skus: string[]) => {
      const answer = await save(options)
      expect([answer.status, codeOf(answer), pathsOf(answer)]).toEqual([409, 'OPTION_IN_USE', paths])
      expect(answer.body.errors[0].data.variants).toEqual(skus)
      for (const sku of skus) expect(JSON.stringify(answer.body.errors[0].data.errors)).toContain(sku)
    }
    const all = [first.sku, second.sku]
    await refused([], ['options', 'options'], all)
    await refused([size], ['options'], all)
    await refused([{ ...size, values: [size.values[1]] }, colour], ['options.0.values'], all)
    await refused([size, { ...colour, values: colour.values.filter((_, index) => index !== 1) }], ['options.1.values'], [second.sku])
    // The same texts without the ids of their rows are new rows.
    await refused(options, ['options', 'options'], all)
    expect((await it.as('sales').get(path)).body.options).toEqual(product.options)

    const renamed = [colour, { ...size, name: 'Fit', values: [{ ...size.values[0], label: 'Small' }] }]
    expect((await save(renamed)).status).toBe(200)
    await it.as('sales').patch(`/variants/${second.id}`, {
      choices: [
        { option: size.id, value: size.values[0]?.id },
        { option: colour.id, value: colour.values[2]?.id },
      ],
    })
    expect((await save([{ ...colour, values: [colour.values[0], colour.values[2]] }, renamed[1]])).status).toBe(200)
    for (const { id } of [first, second]) expect((await it.as('sales').delete(`/variants/${id}`)).status).toBe(200)
    expect((await save([])).status).toBe(200)
  })

  test('that come later are asked for at the choices of a variant, by their names; until then it is sold as it was', async () => {
    const product = await make({ kind: 'service' })
    const { body } = await variant(product, { choices: pick(product) })
    const more = [...product.options, { name: 'Sleeve', values: [{ label: 'Long' }, { label: 'Short' }] }]
    const changed = (await it.as('sales').patch(`/products/${product.id}`, { options: more })).body.doc as Made
    const path = `/variants/${body.doc.id}`
    expect((await it.as('sales').patch(path, { price: 900 })).status).toBe(200)
    expect((await it.order({ variant: body.doc } as never)).number).toBeTruthy()
    const [size] = pick(changed)
    const answer = await it.as('sales').patch(path, { choices: [size] })
    expect([answer.status, pathsOf(answer)]).toEqual([400, ['choices']])
    expect(answer.body.errors[0].data.errors[0].message).toContain('Colour and of Sleeve')
    expect((await it.as('sales').patch(path, { choices: pick(changed, 0, 0, 1) })).status).toBe(200)
  })

  test('name a variant that has no title, in the language of whoever looks', async () => {
    const product = await make({ kind: 'service' })
    const inSwahili = product.options.map(({ id, values }, index) => ({
      id,
      name: ['Ukubwa', 'Rangi'][index],
      values: values.map((value) => ({ id: value.id, label: value.label === 'Blue' ? 'Bluu' : value.label })),
    }))
    const translated = { title: 'Shati', options: inSwahili }
    expect((await it.as('sales').patch(`/products/${product.id}?locale=sw`, translated)).status).toBe(200)
    const plain = (await variant(product, { choices: pick(product) })).body.doc
    const named = (await variant(product, { choices: pick(product, 1), title: 'The big one', weightGrams: 300 })).body.doc
    const items = [plain, named].map(({ id }) => ({ variant: id, quantity: 1 }))
    const { cart, secret } = (await it.guest.post('/carts')).body
    const titles = async (locale: string) => {
      const answer = await it.guest.put(`/carts/${cart.id}/items?locale=${locale}`, { items }, { 'x-cart-secret': secret })
      return answer.body.cart.lines.map(({ variantTitle }: { variantTitle: string }) => variantTitle)
    }
    expect([await titles('en'), await titles('sw')]).toEqual([
      ['S / Blue', 'The big one'],
      ['S / Bluu', 'The big one'],
    ])
    const order = await it.stored(await it.order({ variant: plain } as never))
    expect(order.items.map(({ title }) => title)).toEqual(['Shirt – S / Blue'])
    const weights = await withRequest(it.payload, 'test', (req) => articles(req, [plain.id, named.id]))
    expect([plain, named].map(({ id }) => weights.get(id)?.weightGrams)).toEqual([200, 300])
  })

  test('make the variants that are missing, each with a number of its own', async () => {
    const product = await make({ slug: 'a-shirt-with-a-very-long-name-that-goes-on-and-on' })
    await it
      .as('sales')
      .post('/variants', { product: product.id, sku: 'A-SHIRT-WITH-A-VERY-LONG-NAME-TH-M-GREEN', choices: pick(product, 0, 1) })
    const path = `/products/${product.id}/generate-variants`
    for (const role of ['customer', 'treasury', 'support'] as const) expect((await it.as(role).post(path)).status).toBe(403)
    expect((await it.guest.post(path)).status).toBe(401)
    const made = await it.as('marketing').post(path)
    expect([made.status, made.body]).toEqual([200, { made: 5 }])
    expect((await it.as('sales').post(path)).body).toEqual({ made: 0 })
    const { docs } = (await it.as('sales').get(`/variants?where[product][equals]=${product.id}&depth=0&sort=position`)).body
    const skus = docs.map(({ sku }: { sku: string }) => sku)
    expect(new Set(skus).size).toBe(6)
    expect(skus).toContain('A-SHIRT-WITH-A-VERY-LONG-NAME-THA-S-BLUE')
    expect(skus).toContain('A-SHIRT-WITH-A-VERY-LONG-NAME-TH-M-GRE-2')
    expect(await it.faults()).toEqual([])
  })

  test('without which, or with too many, none are made', async () => {
    const many = ['a', 'b', 'c'].map((name) => ({ name, values: Array.from({ length: 5 }, (_, index) => ({ label: `${name}${index}` })) }))
    for (const options of [[], many]) {
      const answer = await it.as('sales').post(`/products/${(await make({ options })).id}/generate-variants`)
      expect([answer.status, codeOf(answer), pathsOf(answer)]).toEqual([400, 'VALIDATION', ['options']])
    }
    expect((await it.as('sales').post('/products/none/generate-variants')).status).toBe(404)
  })
})

test.each([
  [{ title: 'x' }, ['price']],
  [{ title: 'x', price: 0.5 }, ['price']],
  [{ title: 'x', price: -5 }, ['price']],
  [{ title: 'x', price: 1e300 }, ['price']],
  [{ price: 1 }, ['title']],
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
