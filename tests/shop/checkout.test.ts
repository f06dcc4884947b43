import { beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { address, codeOf, type Goods, pathsOf, type Shop, shop, tally } from './world.ts'

let it: Shop
let lamp: Goods

const settings = (change: object) => it.as('treasury').post('/globals/settings', change)

beforeAll(async () => {
  it = await shop()
  lamp = await it.goods(1000, { title: 'Solar lamp', price: 1_180_000 })
})

describe('a guest orders', () => {
  test('and gets the order with the secret that opens it, its goods put aside for a quarter of an hour', async () => {
    const goods = await it.goods(5, { title: 'Kettle', price: 2_000_000 })
    const { status, body } = await it.checkout([{ variant: goods.variant.id, quantity: 2 }], {
      phone: '0712 345 678',
      email: ' Asha@Example.test',
    })
    expect(status).toBe(201)
    expect(body).toEqual({
      order: {
        id: expect.any(String),
        number: expect.stringMatching(/^V-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}$/),
        status: 'awaiting_payment',
        total: 4_500_000,
        currency: 'TZS',
      },
      secret: expect.stringMatching(/^[\w-]{27}$/),
    })
    const order = (await it.guest.get(`/orders/${body.order.id}`, { 'x-order-secret': body.secret })).body
    expect(order).toMatchObject({
      email: 'asha@example.test',
      phone: '+255712345678',
      kind: 'shop',
      items: [
        {
          title: 'Kettle',
          sku: goods.variant.sku,
          quantity: 2,
          unitPrice: 2_000_000,
          taxClass: 'Standard',
          taxRateBp: 1800,
          net: 3_389_831,
          taxAmount: 610_169,
          total: 4_000_000,
        },
      ],
      subtotal: 3_389_831,
      taxTotal: 686_440,
      shippingTotal: 423_729,
      shippingTax: 76_271,
      total: 4_500_000,
      taxes: [{ name: 'VAT', kind: 'rated', rateBp: 1800, net: 3_813_560, tax: 686_440, gross: 4_500_000 }],
      taxZone: 'Tanzania',
      shipping: address,
    })
    expect(order.secretHash).toBeUndefined()
    expect(Date.parse(order.expiresAt) - Date.parse(order.createdAt)).toBe(15 * 60_000)
    expect(await it.level(goods)).toEqual({ onHand: 5, reserved: 2, available: 3 })
  })

  test('and is mailed the way to the order, in the language of the page', async () => {
    const { body } = await it.guest.post('/orders/checkout?locale=sw', {
      items: [{ variant: lamp.variant.id, quantity: 1 }],
      email: 'juma@example.test',
      shipping: address,
    })
    const { docs } = await it.payload.find({ collection: 'mails', where: { to: { equals: 'juma@example.test' } }, showHiddenFields: true })
    expect(docs).toHaveLength(1)
    expect(docs[0]).toMatchObject({ subject: `Oda yako ${body.order.number}`, locale: 'sw' })
    const { unseal } = await import('../../platform/secrets.ts')
    const { text } = JSON.parse(unseal(String(docs[0]?.body)))
    expect(text).toContain(`${it.url}/sw/orders/${body.order.id}?secret=${body.secret}`)
    expect(text).toContain('1 × Solar lamp')
  })

  test('with what the product was called and cost then, whatever becomes of it', async () => {
    const goods = await it.goods(1, { title: 'Old name' }, { title: 'black' })
    const order = await it.order(goods)
    await it.as('sales').patch(`/products/${goods.product.id}`, { title: 'New name', price: 9 })
    expect((await it.stored(order)).items).toMatchObject([{ title: 'Old name – black', unitPrice: 1_000_000 }])
  })
})

describe('prices', () => {
  test('another total than the customer saw is answered, not charged', async () => {
    const goods = await it.goods(5, { price: 2_000_000 })
    const items = [{ variant: goods.variant.id, quantity: 1 }]
    await it.as('sales').patch(`/products/${goods.product.id}`, { price: 2_100_000 })
    const refused = await it.checkout(items, { expectedTotal: 2_500_000 })
    expect(refused.status).toBe(409)
    expect(refused.body.errors[0].data).toMatchObject({ code: 'PRICE_CHANGED', total: 2_600_000, currency: 'TZS' })
    expect(await it.level(goods)).toMatchObject({ reserved: 0 })
    expect((await it.checkout(items, { expectedTotal: 2_600_000 })).status).toBe(201)
  })

  test('a variant with a price of its own costs that', async () => {
    const goods = await it.goods(5, { price: 2_000_000 }, { price: 2_500_000 })
    expect((await it.order(goods)).total).toBe(3_000_000)
  })

  test('with prices before tax the tax comes on top, and the order remembers which it was', async () => {
    const { docs } = (await it.guest.get('/tax-zones?where[default][equals]=true')).body
    const zone = (change: object) => it.as('treasury').patch(`/tax-zones/${docs[0].id}`, change)
    await zone({ pricesIncludeTax: false })
    const order = await it.stored(await it.order(await it.goods(5, { price: 1_000_000 })))
    await zone({ pricesIncludeTax: true })
    expect(order).toMatchObject({
      subtotal: 1_000_000,
      taxTotal: 270_000,
      shippingTotal: 500_000,
      total: 1_770_000,
      pricesIncludeTax: false,
    })
  })

  test('delivery is free from a value on, and for what is picked up', async () => {
    await settings({ shop: { shippingFee: 500_000, freeShippingFrom: 3_000_000, guestCheckout: true } })
    const goods = await it.goods(9, { price: 1_000_000 })
    expect((await it.order(goods, 3)).total).toBe(3_000_000)
    expect((await it.order(goods, 2)).total).toBe(2_500_000)
    expect((await it.order(goods, 1, { shipping: undefined, pickup: it.store })).total).toBe(1_000_000)
    await settings({ shop: { shippingFee: 500_000, freeShippingFrom: null, guestCheckout: true } })
  })

  test('what is not in the currency of the shop cannot be ordered', async () => {
    const goods = await it.goods(1, { currency: 'USD' })
    const answer = await it.checkout([{ variant: goods.variant.id, quantity: 1 }])
    expect([answer.status, codeOf(answer), pathsOf(answer)]).toEqual([409, 'CURRENCY_MISMATCH', ['items.0.variant']])
  })
})

describe('what reaches the customer', () => {
  test('goods that are picked up come from where they are picked up', async () => {
    const goods = await it.goods(3)
    const answer = await it.checkout([{ variant: goods.variant.id, quantity: 1 }], { shipping: undefined, pickup: it.outlet })
    expect(answer.body.errors[0].data).toMatchObject({ code: 'OUT_OF_STOCK', lines: [{ wanted: 1, left: 0 }] })
    const order = await it.stored(await it.order(goods, 1, { shipping: undefined, pickup: it.store }))
    expect(order).toMatchObject({ pickup: it.store, shippingTotal: 0 })
  })

  test('what is downloaded or done is never out of stock, and neither sent nor put aside', async () => {
    const service = await it.goods(0, { kind: 'service' })
    expect((await it.guest.get(`/products/${service.product.id}`)).body).toMatchObject({ inStock: true })
    const order = await it.order(service, 40, { shipping: undefined })
    expect(await it.stored(order)).toMatchObject({ shippingTotal: 0, total: 40_000_000 })
    expect((await it.stored(order)).expiresAt ?? null).toBeNull()
    expect(await it.count('reservations', { order: { equals: order.id } })).toBe(0)
  })
})

describe('what cannot be ordered', () => {
  test('a variant that does not exist', async () => {
    const answer = await it.checkout([
      { variant: lamp.variant.id, quantity: 1 },
      { variant: newId(), quantity: 1 },
    ])
    expect([answer.status, codeOf(answer), pathsOf(answer)]).toEqual([404, 'UNKNOWN_VARIANT', ['items.1.variant']])
  })

  test('a product that is not published', async () => {
    const hidden = await it.goods(5, { published: false })
    const answer = await it.checkout([{ variant: hidden.variant.id, quantity: 1 }])
    expect([answer.status, codeOf(answer), pathsOf(answer)]).toEqual([409, 'NOT_FOR_SALE', ['items.0.variant']])
  })

  test('more money than numbers can hold', async () => {
    const dear = await it.goods(9000, { price: 900_000_000_000_000 })
    const answer = await it.checkout([{ variant: dear.variant.id, quantity: 9000 }])
    expect([answer.status, codeOf(answer)]).toEqual([409, 'ORDER_TOO_LARGE'])
  })

  test('anything by guests, where the shop wants customers to sign in', async () => {
    await settings({ shop: { shippingFee: 500_000, guestCheckout: false } })
    const answer = await it.checkout([{ variant: lamp.variant.id, quantity: 1 }])
    const customer = await it.checkout([{ variant: lamp.variant.id, quantity: 1 }], {}, it.as('customer'))
    await settings({ shop: { shippingFee: 500_000, guestCheckout: true } })
    expect([answer.status, codeOf(answer), customer.status]).toEqual([401, 'UNAUTHENTICATED', 201])
  })
})

describe('bad input is answered with every wrong path', () => {
  const good = () => ({ items: [{ variant: lamp.variant.id, quantity: 1 }], email: 'a@b.test', shipping: address })
  const cases: [string, (good: () => Record<string, unknown>) => unknown, string[]][] = [
    ['no body', () => undefined, ['']],
    ['a list', () => [], ['']],
    ['nothing at all', () => ({}), ['items', 'email']],
    ['no items', (it) => ({ ...it(), items: [] }), ['items']],
    ['items that are a text', (it) => ({ ...it(), items: 'all' }), ['items']],
    ['101 items', (it) => ({ ...it(), items: Array(101).fill({ variant: newId(), quantity: 1 }) }), ['items']],
    ['quantity 0', (it) => ({ ...it(), items: [{ variant: newId(), quantity: 0 }] }), ['items.0.quantity']],
    ['a negative quantity', (it) => ({ ...it(), items: [{ variant: newId(), quantity: -1 }] }), ['items.0.quantity']],
    ['half a piece', (it) => ({ ...it(), items: [{ variant: newId(), quantity: 0.5 }] }), ['items.0.quantity']],
    ['a quantity as text', (it) => ({ ...it(), items: [{ variant: newId(), quantity: '1' }] }), ['items.0.quantity']],
    ['an endless quantity', (it) => ({ ...it(), items: [{ variant: newId(), quantity: 1e300 }] }), ['items.0.quantity']],
    ['an id that is none', (it) => ({ ...it(), items: [{ variant: '../x', quantity: 1 }] }), ['items.0.variant']],
    ['an id that is an operator', (it) => ({ ...it(), items: [{ variant: { $ne: null }, quantity: 1 }] }), ['items.0.variant']],
    ['no e-mail address', (it) => ({ ...it(), email: 'nobody' }), ['email']],
    ['a million characters', (it) => ({ ...it(), email: `${'a'.repeat(1_000_000)}@b.test` }), ['email']],
    ['no phone number', (it) => ({ ...it(), phone: '12' }), ['phone']],
    ['a price of one’s own', (it) => ({ ...it(), total: 1 }), ['total']],
    ['a status', (it) => ({ ...it(), status: 'paid' }), ['status']],
    ['a price in a line', (it) => ({ ...it(), items: [{ variant: newId(), quantity: 1, unitPrice: 1 }] }), ['items.0.unitPrice']],
    [
      'half an address',
      (it) => ({ ...it(), shipping: { name: 'A', country: 'Tanzania' } }),
      ['shipping.line1', 'shipping.city', 'shipping.country'],
    ],
    ['both ways at once', (it) => ({ ...it(), pickup: newId() }), ['pickup']],
    ['neither way', (it) => ({ ...it(), shipping: undefined }), ['shipping']],
    [
      'several faults',
      () => ({ items: [{ variant: 'x', quantity: 0 }], email: 1, phone: 'x' }),
      ['items.0.variant', 'items.0.quantity', 'email', 'phone'],
    ],
  ]

  test.each(cases)('%s', async (_, make, paths) => {
    const answer = await it.guest.post('/orders/checkout', make(good))
    expect([answer.status, codeOf(answer), [...new Set(pathsOf(answer))].sort()]).toEqual([400, 'VALIDATION', [...paths].sort()])
  })

  test('a place to pick up that does not exist', async () => {
    const answer = await it.guest.post('/orders/checkout', { ...good(), shipping: undefined, pickup: newId() })
    expect([answer.status, codeOf(answer), pathsOf(answer)]).toEqual([404, 'UNKNOWN_LOCATION', ['pickup']])
  })
})

describe('a repeated request', () => {
  const key = () => ({ 'idempotency-key': newId() })

  test('with the same key and body gets the same answer and orders once', async () => {
    const goods = await it.goods(5)
    const headers = key()
    const items = [{ variant: goods.variant.id, quantity: 1 }]
    const first = await it.checkout(items, {}, it.guest, headers)
    const again = await it.checkout(items, {}, it.guest, headers)
    expect(again.status).toBe(201)
    expect(again.body).toEqual(first.body)
    expect(await it.level(goods)).toMatchObject({ reserved: 1 })
  })

  test('with the same key and another body is refused', async () => {
    const headers = key()
    await it.checkout([{ variant: lamp.variant.id, quantity: 1 }], {}, it.guest, headers)
    const other = await it.checkout([{ variant: lamp.variant.id, quantity: 2 }], {}, it.guest, headers)
    expect([other.status, codeOf(other)]).toEqual([409, 'IDEMPOTENCY_KEY_REUSED'])
  })

  test('needs a key of at most 255 characters', async () => {
    const items = [{ variant: lamp.variant.id, quantity: 1 }]
    expect((await it.checkout(items, {}, it.guest, { 'idempotency-key': 'k'.repeat(255) })).status).toBe(201)
    const long = await it.checkout(items, {}, it.guest, { 'idempotency-key': 'k'.repeat(256) })
    expect([long.status, codeOf(long)]).toEqual([400, 'IDEMPOTENCY_KEY_INVALID'])
  })

  test('while the first is still at work orders once too', async () => {
    const goods = await it.goods(50)
    const headers = key()
    const answers = await it.race(10, () => it.checkout([{ variant: goods.variant.id, quantity: 1 }], {}, it.guest, headers))
    expect(tally(answers)).toEqual({ 201: 10 })
    expect(new Set(answers.map(({ body }) => body.order.id)).size).toBe(1)
    expect(await it.level(goods)).toMatchObject({ reserved: 1 })
  })

  test('after a refusal may succeed', async () => {
    const goods = await it.goods(1)
    const headers = key()
    const items = [{ variant: goods.variant.id, quantity: 2 }]
    expect((await it.checkout(items, {}, it.guest, headers)).status).toBe(409)
    await it.as('sales').post(`/stock-levels/${goods.level}/receive`, { quantity: 1, reason: 'Delivery' })
    expect((await it.checkout(items, {}, it.guest, headers)).status).toBe(201)
  })
})
