import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { newId } from '../../platform/ids.ts'
import type { Role } from '../../platform/roles.ts'
import type { Client } from '../support/platform.ts'
import { codeOf, type Goods, pathsOf, type Shop, shop } from './world.ts'

let it: Shop

type Cart = { id: string; secret: string }

beforeAll(async () => {
  it = await shop()
})

afterEach(() => it.clock.reset())

const open = async (by: Client = it.guest): Promise<Cart> => {
  const { status, body } = await by.post('/carts')
  expect(status).toBe(201)
  return { id: body.cart.id, secret: body.secret }
}
const withSecret = ({ secret }: Cart) => ({ 'x-cart-secret': secret })
const put = (cart: Cart, items: unknown, by: Client = it.guest) => by.put(`/carts/${cart.id}/items`, { items }, withSecret(cart))
const read = (cart: Cart, by: Client = it.guest) => by.get(`/carts/${cart.id}`, withSecret(cart))
const line = ({ variant }: Goods, quantity = 1) => ({ variant: variant.id, quantity })

const nothing = { subtotal: 0, shippingTotal: 0, shippingTax: 0, taxTotal: 0, total: 0, taxes: [] }

test('a guest opens an empty cart, whose secret is answered once', async () => {
  const { status, body } = await it.guest.post('/carts')
  const sums = { pricesIncludeTax: true, delivery: nothing, pickup: nothing }
  expect([status, body]).toEqual([
    201,
    {
      cart: { id: expect.any(String), lines: [], count: 0, total: 0, currency: 'TZS', notices: [], sums },
      secret: expect.stringMatching(/^[\w-]{27}$/),
    },
  ])
  const again = await read({ id: body.cart.id, secret: body.secret })
  expect(again.body).toEqual({ cart: body.cart })
})

test('a cart shows what is in it with today’s price, in the language of the page', async () => {
  const goods = await it.goods(5, { title: 'Solar lamp', price: 1_500_000 }, { title: 'white' })
  await it.as('marketing').patch(`/products/${goods.product.id}?locale=sw`, { title: 'Taa ya jua' })
  const cart = await open()
  const { body } = await put(cart, [line(goods, 2)])
  expect(body.cart).toEqual({
    id: cart.id,
    lines: [
      {
        variant: goods.variant.id,
        product: goods.product.id,
        title: 'Solar lamp',
        variantTitle: 'white',
        slug: goods.product.slug,
        sku: goods.variant.sku,
        image: null,
        quantity: 2,
        unitPrice: 1_500_000,
        total: 3_000_000,
        inStock: true,
        kind: 'physical',
      },
    ],
    count: 2,
    total: 3_000_000,
    currency: 'TZS',
    notices: [],
    sums: {
      pricesIncludeTax: true,
      delivery: expect.objectContaining({ shippingTotal: 423_729, taxTotal: 533_898, total: 3_500_000 }),
      pickup: expect.objectContaining({ shippingTotal: 0, taxTotal: 457_627, total: 3_000_000 }),
    },
  })
  await it.as('sales').patch(`/products/${goods.product.id}`, { price: 1_600_000 })
  const swahili = await it.guest.get(`/carts/${cart.id}?locale=sw`, withSecret(cart))
  expect(swahili.body.cart).toMatchObject({ lines: [{ title: 'Taa ya jua', unitPrice: 1_600_000 }], total: 3_200_000 })
})

describe('a cart holds no more than can be had', () => {
  test('and says what was cut', async () => {
    const [few, none] = [await it.goods(3), await it.goods(0)]
    const { body } = await put(await open(), [line(few, 2), line(few, 5), line(none)])
    expect(body.cart.lines.map(({ variant, quantity }: { variant: string; quantity: number }) => [variant, quantity])).toEqual([
      [few.variant.id, 3],
    ])
    expect(body.cart.notices).toEqual([
      { variant: few.variant.id, code: 'CAPPED', quantity: 3 },
      { variant: none.variant.id, code: 'OUT_OF_STOCK', quantity: 0 },
    ])
  })

  test('and says what was sold or taken off since', async () => {
    const [goods, other] = [await it.goods(2), await it.goods(2)]
    const cart = await open()
    await put(cart, [line(goods, 2), line(other)])
    await it.order(goods, 1)
    await it.as('sales').patch(`/products/${other.product.id}`, { published: false })
    const { body } = await read(cart)
    expect(body.cart.notices).toEqual([
      { variant: goods.variant.id, code: 'CAPPED', quantity: 1 },
      { variant: other.variant.id, code: 'NOT_FOR_SALE', quantity: 0 },
    ])
    expect(body.cart.lines).toMatchObject([{ variant: goods.variant.id, quantity: 2 }])
  })

  test('but as much as one likes of what is not counted', async () => {
    const service = await it.goods(0, { kind: 'service' })
    const { body } = await put(await open(), [line(service, 500)])
    expect(body.cart).toMatchObject({ lines: [{ quantity: 500, inStock: true }], notices: [] })
  })

  test('and nothing that is not on sale', async () => {
    const hidden = await it.goods(5, { published: false, title: 'Unreleased' })
    const { body } = await put(await open(), [line(hidden), { variant: newId(), quantity: 1 }])
    expect(body.cart.lines).toEqual([])
    expect(body.cart.notices.map(({ code }: { code: string }) => code)).toEqual(['NOT_FOR_SALE', 'NOT_FOR_SALE'])
    expect(JSON.stringify(body)).not.toContain('Unreleased')
  })
})

test('putting lines into a cart replaces what was there; an empty list empties it', async () => {
  const [one, two] = [await it.goods(5), await it.goods(5)]
  const cart = await open()
  await put(cart, [line(one, 2)])
  expect((await put(cart, [line(two)])).body.cart.lines).toMatchObject([{ variant: two.variant.id, quantity: 1 }])
  expect((await put(cart, [])).body.cart).toMatchObject({ lines: [], total: 0 })
})

describe('nobody else reaches a cart', () => {
  test('without its secret', async () => {
    const cart = await open()
    for (const headers of [{}, { 'x-cart-secret': 'wrong' }, { 'x-cart-secret': '' }, withSecret(await open())] as Record<
      string,
      string
    >[]) {
      expect((await it.guest.get(`/carts/${cart.id}`, headers)).status).toBe(404)
      expect((await it.guest.put(`/carts/${cart.id}/items`, { items: [] }, headers)).status).toBe(404)
    }
  })

  test('as another customer, nor through lists, counts and GraphQL', async () => {
    const cart = await open(it.as('customer'))
    expect((await it.as('customer').get(`/carts/${cart.id}`)).status).toBe(200)
    expect((await it.as('student').get(`/carts/${cart.id}`)).status).toBe(404)
    for (const role of ['student', 'sales'] as Role[]) {
      expect((await it.as(role).get('/carts')).status).toBe(403)
      expect((await it.as(role).get('/carts/count')).status).toBe(404)
    }
    const { body } = await it.gql('query { Carts { docs { id } } }')
    expect(body.errors).toBeDefined()
  })
})

describe('after signing in', () => {
  test('a guest’s cart becomes one’s own', async () => {
    const goods = await it.goods(9)
    const cart = await open()
    await put(cart, [line(goods, 2)])
    const merged = await it.as('learner').post(`/carts/${cart.id}/merge`, undefined, withSecret(cart))
    expect(merged.body.cart).toMatchObject({ id: cart.id, lines: [{ quantity: 2 }] })
    expect((await it.as('learner').get(`/carts/${cart.id}`)).body.cart.count).toBe(2)
  })

  test('two carts become one, quantities are added up to what there is, and the guest’s is gone', async () => {
    const [shared, own, fresh] = [await it.goods(5), await it.goods(9), await it.goods(9)]
    const trader = it.as('trader')
    const earlier = await open(trader)
    await put(earlier, [line(shared, 3), line(own, 1)], trader)
    const guest = await open()
    await put(guest, [line(shared, 4), line(fresh, 2)])
    const { body } = await trader.post(`/carts/${guest.id}/merge`, undefined, withSecret(guest))
    expect(body.cart.id).toBe(earlier.id)
    expect(body.cart.lines.map(({ variant, quantity }: { variant: string; quantity: number }) => [variant, quantity])).toEqual([
      [shared.variant.id, 5],
      [own.variant.id, 1],
      [fresh.variant.id, 2],
    ])
    expect(body.cart.notices).toEqual([{ variant: shared.variant.id, code: 'CAPPED', quantity: 5 }])
    expect((await read(guest)).status).toBe(404)
    const again = await trader.post(`/carts/${guest.id}/merge`, undefined, withSecret(guest))
    expect(again.status).toBe(404)
  })

  test('one’s own cart is found again without knowing its id, and nobody else’s is', async () => {
    const marketing = it.as('marketing')
    expect((await marketing.get('/carts/mine')).body).toEqual({ cart: null })
    const goods = await it.goods(9)
    const cart = await open()
    await put(cart, [line(goods, 2)])
    await marketing.post(`/carts/${cart.id}/merge`, undefined, withSecret(cart))
    expect((await marketing.get('/carts/mine')).body.cart).toMatchObject({
      id: cart.id,
      lines: [{ variant: goods.variant.id, quantity: 2 }],
    })
    expect((await it.as('instructor').get('/carts/mine')).body).toEqual({ cart: null })
    const answer = await it.guest.get('/carts/mine', withSecret(cart))
    expect([answer.status, codeOf(answer)]).toEqual([401, 'UNAUTHENTICATED'])
  })

  test('a cart of somebody else cannot be taken over, and a guest has nothing to merge into', async () => {
    const cart = await open(it.as('customer'))
    expect((await it.as('student').post(`/carts/${cart.id}/merge`, undefined, withSecret(cart))).status).toBe(404)
    const mine = await open()
    const answer = await it.guest.post(`/carts/${mine.id}/merge`, undefined, withSecret(mine))
    expect([answer.status, codeOf(answer)]).toEqual([401, 'UNAUTHENTICATED'])
  })
})

test.each([
  [undefined, ['']],
  [{}, ['items']],
  [{ items: [{ variant: 'x', quantity: 0 }] }, ['items.0.variant', 'items.0.quantity']],
  [{ items: [], total: 1 }, ['total']],
  [{ items: Array(101).fill({ variant: newId(), quantity: 1 }) }, ['items']],
])('%j is no content of a cart', async (body, paths) => {
  const cart = await open()
  const answer = await it.guest.put(`/carts/${cart.id}/items`, body, withSecret(cart))
  expect([answer.status, codeOf(answer), pathsOf(answer)]).toEqual([400, 'VALIDATION', paths])
})

test('carts that nobody touches for a month are thrown away', async () => {
  const [old, fresh] = [await open(), await open()]
  it.clock.advance(29 * 86_400_000)
  await put(fresh, [])
  it.clock.advance(2 * 86_400_000)
  await it.job('shop.expire-carts')
  expect((await read(old)).status).toBe(404)
  expect((await read(fresh)).status).toBe(200)
})
