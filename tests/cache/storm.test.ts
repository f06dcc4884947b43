import { beforeAll, describe, expect, test } from 'vitest'
import { builtStorefront } from '../support/built.ts'
import { platform } from '../support/platform.ts'
import { buy, type Goods, stock } from '../support/shopping.ts'
import { makeStorm, storm } from '../support/storm.ts'

await builtStorefront()
const site = await platform({ storefront: true })

const figure = async (name: string): Promise<number> => {
  const text = await (await fetch(`${site.url}/metrics`)).text()
  return Number(new RegExp(`^vior_cache_${name} (\\S+)$`, 'm').exec(text)?.[1])
}

const page = async (path: string, headers: Record<string, string> = {}) => {
  const response = await fetch(site.url + path, { headers, redirect: 'manual' })
  return { status: response.status, headers: response.headers, text: await response.text() }
}

/** Whether asking for it made nothing: not the answer, and nothing that it is made of. */
const isKept = async (path: string, headers?: Record<string, string>) => {
  const misses = await figure('misses_total')
  const { headers: told } = await page(path, headers)
  return told.has('etag') && (await figure('misses_total')) === misses
}

describe('a page', () => {
  let goods: Goods
  let category: string

  beforeAll(async () => {
    const made = await site.as('marketing').post('/categories', { title: 'Lamps', slug: 'lamps' })
    category = made.body.doc.id
    goods = await stock(site, { title: 'Lamp', price: 1_500_00, quantity: 100 })
    await site.as('sales').patch(`/products/${goods.product}`, { category })
    await stock(site, { title: 'Torch', price: 1_000_00, quantity: 100 })
  })

  test('is kept, with a strong tag of its bytes in each encoding', async () => {
    const plain = await page('/shop/lamp', { 'accept-encoding': 'identity' })
    expect(plain.headers.get('etag')).toMatch(/^"[\w-]+"$/)
    expect(await isKept('/shop/lamp')).toBe(true)
    const packed = await page('/shop/lamp', { 'accept-encoding': 'br' })
    expect(packed.headers.get('content-encoding')).toBe('br')
    const tag = packed.headers.get('etag') as string
    expect(tag).not.toBe(plain.headers.get('etag'))
    const again = await page('/shop/lamp', { 'accept-encoding': 'br', 'if-none-match': `"other", ${tag}` })
    expect([again.status, again.text, again.headers.get('etag')]).toEqual([304, '', tag])
    expect((await page('/shop/lamp', { 'accept-encoding': 'gzip', 'if-none-match': tag })).status).toBe(200)
  })

  test('depends on what its calls read in memory, also on what they found kept', async () => {
    await page('/shop/lamp')
    // The settings are kept by now, so that this page finds all of them.
    expect((await page('/shop/torch')).text).not.toContain('Lantern House')
    expect(await isKept('/shop/torch')).toBe(true)
    await site.as('admin').post('/globals/settings', { brand: { name: 'Lantern House' } })
    for (const path of ['/shop/torch', '/shop/lamp']) expect((await page(path)).text, path).toContain('Lantern House')
    await site.as('marketing').patch(`/categories/${category}`, { title: 'Lights' })
    expect((await page('/shop/lamp')).text).toContain('Lights')
    await site.as('sales').patch(`/variants/${goods.variant}`, { price: 77_700 })
    expect((await page('/shop/lamp')).text).toContain('777')
  })

  test('that is not there comes up as soon as there is something to show', async () => {
    expect((await page('/shop/lantern')).status).toBe(404)
    await stock(site, { title: 'Lantern', price: 100_00, quantity: 1 })
    expect((await page('/shop/lantern')).status).toBe(200)
  })

  test('made for a guest with a cart is kept for nobody, and theirs shows nothing of the cart to others', async () => {
    const added = await fetch(`${site.url}/shop/lamp`, {
      method: 'POST',
      headers: { origin: site.url, 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ variant: goods.variant, quantity: '3' }),
      redirect: 'manual',
    })
    const cookie = added.headers
      .getSetCookie()
      .map((each) => each.split(';', 1)[0])
      .join('; ')
    expect(cookie).toMatch(/cart=/)
    await site.as('marketing').patch(`/categories/${category}`, { title: 'Lamps again' })
    const entries = await figure('entries')
    const theirs = await page('/shop/lamp', { cookie })
    expect([theirs.status, theirs.headers.get('etag')]).toEqual([200, null])
    // Its calls are answers to anybody; it itself is not kept.
    expect(await figure('misses_total').then(() => isKept('/shop/lamp'))).toBe(false)
    expect(entries).toBeGreaterThan(0)
    const cart = await page('/cart', { cookie })
    expect(cart.text).toContain('Lamp')
    expect([cart.headers.get('etag'), cart.headers.get('cache-control')]).toEqual([null, 'no-store'])
    expect((await page('/cart')).text).not.toContain('SKU')
  })

  test('shown to somebody signed in is theirs alone', async () => {
    const cookie = `payload-token=${site.as('customer').token}`
    const account = await page('/account', { cookie })
    expect(account.status).toBe(200)
    expect([account.headers.get('etag'), account.headers.get('cache-control')]).toEqual([null, 'no-store'])
    const theirs = await page('/shop/lamp', { cookie })
    expect(theirs.headers.get('etag')).toBeNull()
    expect((await page('/account')).status).not.toBe(200)
    const { text } = await page('/shop/lamp')
    expect(text).not.toContain(site.as('customer').user.email)
  })

  test('and everything else of the catalogue outlasts a sale that leaves something on the shelf', async () => {
    const catalogue = [
      '/shop',
      '/shop/lamp',
      '/sw/shop/torch',
      '/api/products?limit=10',
      `/api/products/${goods.product}?depth=1`,
      `/api/variants?where[product][equals]=${goods.product}&depth=0`,
      '/api/globals/settings',
      '/api/v1/products',
      `/api/graphql?query=${encodeURIComponent('{ Products { docs { title inStock variants { docs { sku inStock } } } } }')}`,
    ]
    // On MongoDB a process hears of its own writes, too, a moment later, and then drops what it kept.
    const areKept = async () => {
      for (const path of catalogue) if (!(await isKept(path))) return false
      return true
    }
    await expect.poll(async () => (await areKept()) && areKept()).toBe(true)
    const outdated = await figure('outdated_total')
    const { id, secret } = await buy(site, goods, 2)
    await expect
      .poll(async () => (await site.guest.get(`/orders/${id}`, { 'x-order-secret': secret })).body.status, { timeout: 10_000 })
      .toBe('paid')
    for (const path of catalogue) expect(await isKept(path), path).toBe(true)
    expect(await figure('outdated_total')).toBe(outdated)
  })
})

/** How long the storm lasts, in seconds. */
const seconds = Number(process.env.STORM_SECONDS ?? 30)

describe('twenty writers and fifty readers', () => {
  test('no read that starts after a write was answered sees the older state, and nobody sees what is for staff', {
    timeout: 120_000,
  }, async () => {
    const world = await makeStorm(site, { pages: true, sales: true })
    const hits = await figure('hits_total')
    let looking = true
    const staff = async () => {
      while (looking)
        for (const { path } of world.places) {
          const { headers, text } = await page(path, { authorization: `JWT ${site.as('sales').token}` })
          expect(headers.has('etag'), path).toBe(false)
          if (path.startsWith('/api/products?limit')) expect(text).toContain(world.hidden)
        }
    }
    const [{ wrong, reads, writes }] = await Promise.all([
      storm(world, { url: site.url, readers: 50, seconds }).finally(() => {
        looking = false
      }),
      staff(),
    ])
    expect(wrong).toEqual([])
    const unmoved = [...world.cells.values()].filter(({ answered }) => answered.length < 2).map(({ name }) => name)
    expect(unmoved).toEqual([])
    expect([reads > 50, writes > 20]).toEqual([true, true])
    expect(await figure('hits_total')).toBeGreaterThan(hits)
  })
})
