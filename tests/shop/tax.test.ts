import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Answer, Client } from '../support/platform.ts'
import { address, codeOf, type Goods, pathsOf, type Shop, shop } from './world.ts'

let it: Shop
let treasury: Client
let home: string
let standard: string

const made = (answer: Answer) => {
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return answer.body.doc.id as string
}

const zone = async (data: object) => made(await treasury.post('/tax-zones', { taxName: 'VAT', pricesIncludeTax: true, ...data }))
const taxClass = async (data: object) => made(await treasury.post('/tax-classes', data))
const rate = (data: object) => treasury.post('/tax-rates', { zone: home, class: standard, ...data })

/** A zone in use, with a rate for all that is sold. */
async function openZone(data: { name: string; countries: string[]; pricesIncludeTax?: boolean }, rateBp: number): Promise<string> {
  const id = await zone(data)
  for (const each of (await it.guest.get('/tax-classes?where[kind][equals]=rated')).body.docs)
    made(await rate({ zone: id, class: each.id, rateBp, validFrom: '2020-01-01' }))
  expect((await treasury.patch(`/tax-zones/${id}`, { active: true })).status).toBe(200)
  return id
}

const cartOf = async (goods: Goods, quantity = 1) => {
  const { cart, secret } = (await it.guest.post('/carts', {})).body
  const headers = { 'x-cart-secret': secret }
  await it.guest.put(`/carts/${cart.id}/items`, { items: [{ variant: goods.variant.id, quantity }] }, headers)
  return async (country?: string) => (await it.guest.get(`/carts/${cart.id}${country ? `?country=${country}` : ''}`, headers)).body.cart
}

beforeAll(async () => {
  it = await shop()
  treasury = it.as('treasury')
  home = (await it.guest.get('/tax-zones?where[default][equals]=true')).body.docs[0].id
  standard = (await it.guest.get('/tax-classes?where[default][equals]=true')).body.docs[0].id
})

afterEach(() => it.clock.reset())

test('a new installation has a zone, a class and a rate, which everybody may read', async () => {
  expect((await it.guest.get('/tax')).body).toEqual({
    zone: 'Tanzania',
    name: 'VAT',
    pricesIncludeTax: true,
    classes: [{ id: standard, name: 'Standard', kind: 'rated', rateBp: 1800, default: true }],
  })
})

describe('the zone', () => {
  test('follows from where the order is sent, or where it is picked up, and is the default one where nobody knows', async () => {
    await openZone({ name: 'Zimbabwe', countries: ['zw', 'ZW'] }, 1500)
    const goods = await it.goods(20, { price: 1_150_000 })
    const placed = async (more: object) => (await it.stored(await it.order(goods, 1, more as Record<string, unknown>))) as never
    const shipped = (country: string) => placed({ shipping: { ...address, country } })
    const taxedIn = (name: string, rateBp: number) => ({ taxZone: name, items: [{ taxRateBp: rateBp }] })
    expect(await shipped('ZW')).toMatchObject({
      ...taxedIn('Zimbabwe', 1500),
      items: [{ net: 1_000_000, taxAmount: 150_000, total: 1_150_000 }],
    })
    expect(await shipped('TZ')).toMatchObject(taxedIn('Tanzania', 1800))
    expect(await shipped('KE')).toMatchObject(taxedIn('Tanzania', 1800))
    expect(await placed({ shipping: undefined, pickup: it.store })).toMatchObject(taxedIn('Tanzania', 1800))
    await it.as('sales').patch(`/locations/${it.store}`, { country: 'ZW' })
    expect(await placed({ shipping: undefined, pickup: it.store })).toMatchObject(taxedIn('Zimbabwe', 1500))
    await it.as('sales').patch(`/locations/${it.store}`, { country: null })
    const service = await it.goods(0, { kind: 'service' })
    expect(await it.stored(await it.order(service, 1, { shipping: undefined }))).toMatchObject(taxedIn('Tanzania', 1800))
  })

  test('says whether prices include the tax: a cart is worked out for each country as the checkout will, which takes no other total', async () => {
    await openZone({ name: 'Kenya', countries: ['KE'], pricesIncludeTax: false }, 1600)
    const goods = await it.goods(9, { price: 1_000_000 })
    const cart = await cartOf(goods, 2)
    const here = await cart()
    expect(here.sums).toMatchObject({
      pricesIncludeTax: true,
      delivery: { total: 2_500_000 },
      pickup: { total: 2_000_000, shippingTotal: 0 },
    })
    const abroad = (await cart('KE')).sums
    expect(abroad).toMatchObject({
      pricesIncludeTax: false,
      delivery: { subtotal: 2_000_000, shippingTotal: 500_000, taxTotal: 400_000, total: 2_900_000 },
    })
    const items = [{ variant: goods.variant.id, quantity: 2 }]
    const shipping = { ...address, country: 'KE' }
    const refused = await it.checkout(items, { shipping, expectedTotal: here.sums.delivery.total })
    expect(refused.body.errors[0].data).toMatchObject({ code: 'PRICE_CHANGED', total: 2_900_000 })
    const { status, body } = await it.checkout(items, { shipping, expectedTotal: abroad.delivery.total })
    expect(status).toBe(201)
    expect(await it.stored(body.order)).toMatchObject({ ...abroad.delivery, pricesIncludeTax: false })
  })

  test('holds each country at most once, and only countries', async () => {
    const twice = await treasury.post('/tax-zones', { name: 'Another', taxName: 'VAT', countries: ['UG', 'TZ'] })
    expect([twice.status, pathsOf(twice)]).toEqual([400, ['countries']])
    for (const countries of [['Tanzania'], ['ZZ'], ['T1'], [''], [5], [{}]])
      expect((await treasury.post('/tax-zones', { name: 'Wrong', taxName: 'VAT', countries })).status).toBe(400)
  })
})

describe('a class', () => {
  test('sets the rate of each line, and an order keeps what each rate comes to', async () => {
    const books = await taxClass({ name: 'Reduced', kind: 'rated' })
    const seeds = await taxClass({ name: 'Exempt', kind: 'exempt' })
    for (const { id } of (await it.guest.get('/tax-zones?limit=0')).body.docs)
      made(await rate({ zone: id, class: books, rateBp: 500, validFrom: '2024-01-01' }))
    const lamp = await it.goods(5, { price: 1_180_000 })
    const book = await it.goods(5, { price: 105_000, taxClass: books })
    const seed = await it.goods(5, { price: 70_000, taxClass: seeds })
    const items = [lamp, book, seed].map(({ variant }) => ({ variant: variant.id, quantity: 1 }))
    const { body } = await it.checkout(items)
    const order = await it.stored(body.order)
    expect(order.items.map(({ taxClass: name, taxRateBp, net, taxAmount, total }) => [name, taxRateBp, net, taxAmount, total])).toEqual([
      ['Standard', 1800, 1_000_000, 180_000, 1_180_000],
      ['Reduced', 500, 100_000, 5_000, 105_000],
      ['Exempt', 0, 70_000, 0, 70_000],
    ])
    expect(order).toMatchObject({
      subtotal: 1_170_000,
      shippingTotal: 423_729,
      shippingTax: 76_271,
      taxTotal: 261_271,
      total: 1_855_000,
      taxes: [
        { name: 'VAT', kind: 'rated', rateBp: 1800, net: 1_423_729, tax: 256_271, gross: 1_680_000 },
        { name: 'VAT', kind: 'rated', rateBp: 500, net: 100_000, tax: 5_000, gross: 105_000 },
        { name: 'VAT', kind: 'exempt', rateBp: 0, net: 70_000, tax: 0, gross: 70_000 },
      ],
    })
    const shown = (await it.as('sales').get(`/v1/orders/${order.id}`)).body
    expect(shown.data.taxes[1]).toMatchObject({ rateBp: 500, tax: { amount: 5_000, currency: 'TZS' } })
    const { docs: mails } = await it.payload.find({ collection: 'mails', sort: '-createdAt', limit: 1, showHiddenFields: true })
    const { unseal } = await import('../../platform/secrets.ts')
    const { text } = JSON.parse(unseal(String(mails[0]?.body)))
    expect(text).toContain('of which VAT 18%')
    expect(text).toContain('of which VAT 5%')

    await it.as('treasury').post('/globals/settings', { shop: { shippingFee: 500_000, guestCheckout: true, shippingTaxClass: seeds } })
    expect(await it.stored(await it.order(book))).toMatchObject({ shippingTotal: 500_000, shippingTax: 0, taxTotal: 5_000, total: 605_000 })
    await it.as('treasury').post('/globals/settings', { shop: { shippingFee: 500_000, guestCheckout: true, shippingTaxClass: null } })
  })

  test('without a rate in each zone that is used is refused where it is chosen, and so is a zone without a rate for what is sold', async () => {
    const late = await taxClass({ name: 'Tobacco', kind: 'rated' })
    const product = await it.as('sales').post('/products', { title: 'Cigars', price: 100, taxClass: late })
    expect([product.status, pathsOf(product)]).toEqual([400, ['taxClass']])
    expect(product.body.errors[0].data.errors[0].message).toMatch(/Tobacco has no rate yet in .*Tanzania/)
    const settings = await treasury.post('/globals/settings', { shop: { shippingFee: 1, guestCheckout: true, shippingTaxClass: late } })
    expect([settings.status, pathsOf(settings)]).toEqual([400, ['shop.shippingTaxClass']])
    const asDefault = await treasury.patch(`/tax-classes/${late}`, { default: true })
    expect([asDefault.status, codeOf(asDefault)]).toEqual([409, 'TAX_RATE_MISSING'])
    expect((await it.guest.get(`/tax-classes/${standard}`)).body.default).toBe(true)
    const bare = await zone({ name: 'Uganda', countries: ['UG'] })
    const opened = await treasury.patch(`/tax-zones/${bare}`, { active: true })
    expect([opened.status, codeOf(opened)]).toEqual([409, 'TAX_RATE_MISSING'])
    expect(opened.body.errors[0].data.missing).toContainEqual({ zone: 'Uganda', class: 'Standard' })
    // Until it is used its countries belong to the default zone.
    expect((await it.guest.get('/tax?country=UG')).body.zone).toBe('Tanzania')
  })
})

describe('a rate', () => {
  test('takes effect by its date alone, at midnight where the site is; orders from before keep theirs', async () => {
    const goods = await it.goods(9, { price: 1_180_000 })
    const cart = await cartOf(goods)
    made(await rate({ rateBp: 2000, validFrom: '2031-07-01' }))
    const shown = () => it.guest.get('/tax')
    const rateNow = async () => (await shown()).body.classes.find((each: { default: boolean }) => each.default).rateBp
    const standings = async () => {
      const { docs } = (await it.guest.get(`/tax-rates?where[class][equals]=${standard}&where[zoneName][equals]=Tanzania&sort=validFrom`))
        .body
      return docs.map(({ rateBp, standing }: { rateBp: number; standing: string }) => `${rateBp} ${standing}`)
    }
    // 1 July begins in Dar es Salaam when it is 9 o'clock in the evening in London.
    it.clock.set(new Date('2031-06-30T20:59:57.000Z'))
    const before = await it.order(goods)
    expect([await rateNow(), (await cart()).sums.delivery.taxes[0].rateBp]).toEqual([1800, 1800])
    expect(await standings()).toEqual(['1800 in_force', '2000 ahead'])
    // What is kept for everybody ends with the rate, though nothing is written then.
    await expect.poll(async () => (await shown()).headers.has('etag')).toBe(true)
    it.clock.set(new Date('2031-06-30T21:00:00.000Z'))
    const after = await it.order(goods)
    expect([await rateNow(), (await cart()).sums.delivery.taxes[0].rateBp]).toEqual([2000, 2000])
    expect(await standings()).toEqual(['1800 replaced', '2000 in_force'])
    expect((await it.stored(before)).items).toMatchObject([{ taxRateBp: 1800, taxAmount: 180_000 }])
    expect((await it.stored(after)).items).toMatchObject([{ taxRateBp: 2000, taxAmount: 196_667 }])
    expect(await it.stored(before)).toMatchObject({ total: 1_680_000, taxes: [{ rateBp: 1800 }] })
  })

  test('begins with a day, however the day is written', async () => {
    const firstOf = async (validFrom: string) => {
      const answer = await rate({ rateBp: 1900, validFrom })
      if (answer.status === 201) await treasury.delete(`/tax-rates/${answer.body.doc.id}`)
      return answer.body.doc?.validFrom
    }
    expect(await firstOf('2032-03-01')).toBe('2032-03-01T12:00:00.000Z')
    expect(await firstOf('2032-03-01T12:00:00.000Z')).toBe('2032-03-01T12:00:00.000Z')
    expect(await firstOf('2032-02-29T21:00:00.000Z')).toBe('2032-03-01T12:00:00.000Z')
    expect(await firstOf('2032-02-29T20:59:59.999Z')).toBe('2032-02-29T12:00:00.000Z')
    expect((await rate({ rateBp: 1900, validFrom: 'soon' })).status).toBe(400)
  })

  test('is there once for a zone, a class and a day, and between nothing and all', async () => {
    made(await rate({ rateBp: 1900, validFrom: '2040-01-01' }))
    const again = await rate({ rateBp: 1700, validFrom: '2040-01-01T09:00:00.000Z' })
    expect([again.status, codeOf(again)]).toEqual([400, 'DUPLICATE'])
    for (const rateBp of [-1, 10_001, 17.5, null, 'many']) expect((await rate({ rateBp, validFrom: '2041-01-01' })).status).toBe(400)
  })

  test('is taken away as the list shows it: in percent, with its day', async () => {
    const { status, body } = await treasury.get('/tax-rates/export?format=csv&columns=zone,class,rateBp,validFrom&sort=validFrom')
    expect([status, body.split('\r\n')[1]]).toEqual([200, 'Tanzania,Standard,18%,2000-01-01'])
  })

  test('can be taken back before it begins, and not later: nothing that is used is left without', async () => {
    const ahead = made(await rate({ rateBp: 2100, validFrom: '2042-01-01' }))
    expect((await treasury.delete(`/tax-rates/${ahead}`)).status).toBe(200)
    const { docs } = (await it.guest.get(`/tax-rates?where[class][equals]=${standard}&where[zone][equals]=${home}&sort=validFrom`)).body
    const begun = await treasury.delete(`/tax-rates/${docs[0].id}`)
    expect([begun.status, codeOf(begun)]).toEqual([409, 'TAX_RATE_IN_FORCE'])
    const moved = await treasury.patch(`/tax-rates/${docs[0].id}`, { validFrom: '2043-01-01' })
    expect([moved.status, codeOf(moved)]).toEqual([409, 'TAX_RATE_MISSING'])
  })

  test('that is corrected changes carts and no order', async () => {
    const goods = await it.goods(9, { price: 1_000_000 })
    const order = await it.order(goods)
    const cart = await cartOf(goods)
    const { docs } = (await it.guest.get(`/tax-rates?where[class][equals]=${standard}&where[zone][equals]=${home}&sort=validFrom`)).body
    const taxNow = async () => (await cart()).sums.pickup.taxTotal
    expect(await taxNow()).toBe(152_542)
    await treasury.patch(`/tax-rates/${docs[0].id}`, { rateBp: 2500 })
    expect(await taxNow()).toBe(200_000)
    await treasury.patch(`/tax-rates/${docs[0].id}`, { rateBp: 1800 })
    expect(await it.stored(order)).toMatchObject({ items: [{ taxAmount: 152_542 }] })
    const { docs: noted } = await it.payload.find({
      collection: 'audit-log',
      where: { action: { equals: 'tax-rates.update' } },
      sort: '-createdAt',
    })
    expect(noted[0]?.details).toMatchObject({ changed: { rateBp: { from: 2500, to: 1800 } } })
  })
})

test('what is used stays: a zone with rates, a class that is chosen or has rates, and both defaults', async () => {
  const gone = async (path: string) => {
    const answer = await treasury.delete(path)
    return answer.status === 200 ? 200 : codeOf(answer)
  }
  const chosen = await taxClass({ name: 'Zero', kind: 'zero' })
  await it.goods(0, { taxClass: chosen })
  const unused = await taxClass({ name: 'Unused', kind: 'zero' })
  expect(await gone(`/tax-classes/${unused}`)).toBe(200)
  expect(await gone(`/tax-classes/${chosen}`)).toBe('IN_USE')
  expect(await gone(`/tax-classes/${standard}`)).toBe('IN_USE')
  expect(await gone(`/tax-zones/${home}`)).toBe('IN_USE')
  const given = await treasury.patch(`/tax-zones/${home}`, { default: false })
  expect([given.status, pathsOf(given)]).toEqual([400, ['default']])
  const idle = await treasury.patch(`/tax-zones/${home}`, { active: false })
  expect([idle.status, pathsOf(idle)]).toEqual([400, ['active']])
})

test('another default takes the place of the one before', async () => {
  const other = await openZone({ name: 'Malawi', countries: ['MW'] }, 1650)
  expect((await treasury.patch(`/tax-zones/${other}`, { default: true })).status).toBe(200)
  expect((await it.guest.get('/tax')).body.zone).toBe('Malawi')
  await treasury.patch(`/tax-zones/${home}`, { default: true })
  const { docs } = (await it.guest.get('/tax-zones?where[default][equals]=true')).body
  expect(docs.map(({ name }: { name: string }) => name)).toEqual(['Tanzania'])
})

test('an order asks the database nothing about taxes once they are known', async () => {
  const { currentCall } = await import('../../platform/call.ts')
  const goods = await it.goods(9)
  await it.order(goods)
  const asked: string[] = []
  const { db } = it.payload
  const methods = ['find', 'findOne', 'findGlobal', 'count', 'findDistinct'] as const
  const before = methods.map((name) => db[name])
  for (const [index, name] of methods.entries())
    Object.assign(db, {
      [name]: (args: { collection?: string; slug?: string }) => {
        // What orders lead to is told meanwhile, in calls of its own.
        if (currentCall()?.route.endsWith('/checkout')) asked.push(`${name} ${args.collection ?? args.slug}`)
        return (before[index] as (args: unknown) => unknown).call(db, args)
      },
    })
  await it.order(goods)
  const sent = asked.splice(0)
  await it.order(goods, 1, { shipping: undefined, pickup: it.store })
  Object.assign(db, Object.fromEntries(methods.map((name, index) => [name, before[index]])))
  expect(sent).toEqual(['find stock-levels'])
  // The place is looked up for its taxes and that it is one, and once more for the mail.
  expect(asked).toEqual(['findOne locations', 'findOne locations', 'find stock-levels'])
})

test('treasury looks after taxes, and nobody else', async () => {
  for (const role of ['sales', 'marketing', 'support', 'customer'] as const) {
    expect((await it.as(role).post('/tax-classes', { name: `By ${role}`, kind: 'zero' })).status).toBe(403)
    expect((await it.as(role).patch(`/tax-zones/${home}`, { taxName: 'X' })).status).toBe(403)
  }
  expect((await it.guest.post('/tax-rates', {})).status).toBe(403)
})
