import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { barriers } from '../support/axe.ts'
import { eventually, openBrowser } from '../support/browser.ts'
import { password, platform } from '../support/platform.ts'
import { stock } from '../support/shopping.ts'
import { faultsOf, fillCheckout, goOn, next, press, promptOn, situation, toCart } from './visit.ts'

const site = await platform({ storefront: true, jobs: true })
const browser = await openBrowser(site.url)

const sizes = [
  { width: 360, height: 740 },
  { width: 1280, height: 900 },
]

beforeAll(async () => {
  const { body } = await site.as('admin').post('/categories', { title: 'Network' })
  const { product } = await stock(site, { title: 'Router hAP', price: 15_000_000, quantity: 50 })
  await site.as('admin').patch(`/products/${product}`, { category: body.doc.id })
  await site.as('admin').patch(`/products/${product}?locale=sw`, { title: 'Ruta hAP' })
  // However long a word is, the page is no wider than the phone.
  await site.as('admin').patch(`/products/${product}?locale=nd`, { title: 'Irutha'.repeat(15) })
  await stock(site, { title: 'Sold out lamp', price: 2_500_000, quantity: 1 })
  for (let number = 1; number <= 14; number++) await stock(site, { title: `Cable ${number}`, price: 100_000 * number, quantity: 9 })
})

afterAll(() => {
  expect(browser.foreign, 'addresses on other hosts').toEqual([])
  expect(browser.faults, 'script errors').toEqual([])
})

/** Looks at the page on a phone and on a desk, in light and in dark. */
async function inspect(page: Page) {
  for (const size of sizes) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const where = `${new URL(page.url()).pathname} at ${size.width} in ${colorScheme}`
      expect(await faultsOf(page), where).toEqual([])
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(wide, `${where}: scrolls sideways`).toBeLessThanOrEqual(0)
    }
  }
}

describe('axe finds nothing', () => {
  test.for([
    '/',
    '/shop',
    '/shop?category=network&stock=in&min=1000',
    '/shop?q=nothing+like+this',
    '/shop/router-hap',
    '/cart',
    '/sign-in',
    '/sign-up',
    '/sign-up?sent=1',
    '/sign-out',
    '/forgot-password',
    '/reset-password?token=abc',
    '/verify-email?token=abc',
    '/sandbox',
    '/orders/01a1f883-7631-7366-a4fb-d6e3e5c81bc3',
    '/no/such/page',
    '/sw',
    '/sn/shop',
    '/nd/shop/router-hap',
  ])('on %s', async (path) => {
    const page = await browser.page()
    await page.goto(path)
    await inspect(page)
  })

  test('on the way through a purchase, with faults and with what comes of it', async () => {
    const page = await browser.page()
    await toCart(page, 'router-hap')
    await inspect(page)
    await goOn(page, /\/checkout/)
    await inspect(page)
    await next(page).click()
    await page.getByRole('alert').waitFor()
    await inspect(page)
    await fillCheckout(page)
    await goOn(page, /\/pay$/)
    await inspect(page)
    await goOn(page, /\/orders\/[\w-]+$/)
    await situation(page, 'prompted')
    await inspect(page)
    const order = page.url()
    const prompt = await promptOn(site, '+255754111222')
    await page.goto('/sandbox')
    await inspect(page)
    await press(site, prompt, 'approve')
    await page.goto(order)
    await situation(page, 'paid')
    await inspect(page)
  })

  test('in an account', async () => {
    const page = await browser.page()
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill('customer@test.test')
    await page.getByLabel('Password').fill(password)
    await goOn(page, /\/account/)
    await inspect(page)
    await page.goto('/account/orders')
    await inspect(page)
  })
})

describe('the page of a product', () => {
  test('weighs at most 100 kB without pictures, all its files together', async () => {
    const page = await browser.page()
    const session = await page.context().newCDPSession(page)
    await session.send('Network.enable')
    const pictures = new Set<string>()
    let weight = 0
    session.on('Network.responseReceived', ({ requestId, type }) => type === 'Image' && pictures.add(requestId))
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      if (!pictures.has(requestId)) weight += encodedDataLength
    })
    await page.goto('/shop/router-hap', { waitUntil: 'networkidle' })
    expect(weight).toBeGreaterThan(5_000)
    expect(weight).toBeLessThan(100_000)
  })

  test('tells search engines what it is and what it costs', async () => {
    const page = await browser.page()
    await page.goto('/shop/router-hap')
    const described = JSON.parse((await page.locator('script[type="application/ld+json"]').textContent()) ?? '')
    expect(described).toMatchObject({ '@type': 'Product', name: 'Router hAP', offers: [{ price: '150000.00', priceCurrency: 'TZS' }] })
    expect(await page.locator('link[rel=alternate][hreflang=sw]').getAttribute('href')).toBe(`${site.url}/sw/shop/router-hap`)
  })
})

describe('the list of products', () => {
  test('is searched, narrowed, sorted and paged, and the address says so', async () => {
    const page = await browser.page()
    await page.goto('/shop')
    await page.getByText('16 products').waitFor()
    await page.getByRole('link', { name: 'Next' }).click()
    await page.getByText('2 of 2').waitFor()
    await page.goto('/shop?q=cable&sort=dearest')
    await page.getByText('14 products').waitFor()
    await page.getByRole('heading', { name: 'Cable 14' }).waitFor()
    expect(await page.locator('article').first().innerText()).toContain('Cable 14')
    await page.getByRole('textbox', { name: 'Up to' }).fill('3,000')
    await page.getByRole('textbox', { name: 'Up to' }).press('Tab')
    await page.getByText('3 products').waitFor()
    expect(page.url()).toContain('max=3%2C000')
    expect(await page.locator('header a[hreflang=sw]').first().getAttribute('href')).toContain('max=3%2C000')
    await page.getByRole('link', { name: 'Remove filter Up to 3,000' }).click()
    await page.getByText('14 products').waitFor()
  })

  test('takes any nonsense in its address for nothing', async () => {
    const page = await browser.page()
    const answer = await page.goto('/shop?page=-1&sort=__proto__&category=%00&min=%F0%9F%98%80&q=%27%22%3Cscript%3E')
    expect(answer?.status()).toBe(200)
    await page.goto('/shop?page=99')
    await page.waitForURL('/shop?page=2')
    await page.getByText('2 of 2').waitFor()
    await page.goto('/search?q=cable&kind=products&page=99')
    await page.waitForURL('/search?q=cable&kind=products&page=2')
  })
})

describe('every page', () => {
  test('changes its language in place', async () => {
    const page = await browser.page()
    await page.goto('/shop?q=router&sort=name')
    await page.locator('summary[aria-label^="Language"]').click()
    await page.getByRole('link', { name: 'Kiswahili' }).click()
    await page.waitForURL(`${site.url}/sw/shop?q=router&sort=name`)
    expect(await page.locator('html').getAttribute('lang')).toBe('sw')
    await page.getByText('Bidhaa 1', { exact: true }).waitFor()
    await page.getByRole('link', { name: 'Ruta hAP' }).click()
    await page.waitForURL(`${site.url}/sw/shop/router-hap`)
  })

  test('turns dark at a press and stays so, with and without scripts', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await browser.page({ javaScriptEnabled, colorScheme: 'light' })
      await page.goto('/shop')
      await page.getByRole('button', { name: 'Use dark colours' }).click()
      await page.getByRole('button', { name: 'Use light colours' }).waitFor()
      await page.goto('/cart')
      expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')
    }
  })

  test('is reached by keyboard: the first stop leads past the header', async () => {
    const page = await browser.page()
    await page.goto('/shop')
    await page.keyboard.press('Tab')
    const skip = page.getByRole('link', { name: 'Skip to the content' })
    expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true)
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
  })

  test('says in words when something breaks, and keeps the status', async () => {
    const page = await browser.page()
    for (const path of ['/nope', '/sw/nope', '/a/b/c/shop', '/shop/no-such-product', '/xx/shop']) {
      const answer = await page.goto(path)
      expect(answer?.status(), path).toBe(404)
      await page.locator('h1').waitFor()
    }
  })

  test('answers nonsense calmly and goes on serving', async () => {
    const { request } = await browser.page()
    const headers = { origin: site.url }
    const huge = 'x'.repeat(400_000)
    const statuses = await Promise.all([
      request.post('/checkout', { headers, data: '{"a":', maxRedirects: 0 }),
      request.post('/sign-in', { headers: { ...headers, 'content-type': 'multipart/form-data; boundary=x' }, data: 'broken' }),
      request.post('/sign-in', { headers: { ...headers, 'content-type': 'application/x-www-form-urlencoded' }, data: huge }),
      request.post('/shop/router-hap', { headers, form: { variant: '../x', quantity: '-1' } }),
      request.post('/orders/nobody', { headers, form: { action: 'constructor' } }),
      request.put('/shop', { headers }),
      request.get('/cart', { headers: { cookie: 'cart=../x.y; orders=~~..~; theme=<x>; payload-token=garbage' } }),
    ])
    expect(statuses.map((answer) => answer.status()).filter((status) => status >= 500)).toEqual([])
    expect((await request.get('/shop')).status()).toBe(200)
  })

  test('takes nothing from a form on another site', async () => {
    const { request } = await browser.page()
    const answer = await request.post('/cart', { headers: { origin: 'https://evil.test' }, form: { remove: 'x' } })
    expect(answer.status()).toBe(403)
  })
})

describe('the page that describes the API', () => {
  test.for([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
  ] as const)('has no barriers in %s at %i, opens an operation and can be searched', async ([colorScheme, width]) => {
    const page = await browser.page({ colorScheme, viewport: { width, height: 844 } })
    await page.goto('/api/docs')
    await page.getByRole('heading', { name: 'Platform API' }).waitFor()
    expect(await page.locator('.errors-wrapper').count()).toBe(0)
    await page.locator('.opblock-tag', { hasText: 'v1' }).click()
    await page.locator('.opblock-summary-control', { hasText: '/products' }).first().click()
    await page.locator('.responses-wrapper').waitFor()
    expect(await barriers(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await page.getByPlaceholder('Filter by tag or path').fill('webhook-deliveries')
    await eventually(() => page.locator('.opblock-tag').count()).toBe(1)
  })
})
