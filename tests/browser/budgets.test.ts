import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { plant } from '../../platform/seed.ts'
import { openBrowser } from '../support/browser.ts'
import { password, platform } from '../support/platform.ts'
import { faultsOf, fillCheckout, goOn, toCart } from './visit.ts'

const site = await platform({ storefront: true })
const browser = await openBrowser(site.url)

const phone = { viewport: { width: 360, height: 740 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }

/** A usual 3G network: 1.6 Mbit/s down, 300 ms there and back. */
const slow = { offline: false, latency: 300, downloadThroughput: (1.6e6 / 8) | 0, uploadThroughput: (768e3 / 8) | 0 }

let product = ''
let second = ''
let article = ''

beforeAll(async () => {
  await plant(site.payload, {})
  const { body } = await site.guest.get('/products?where[inStock][equals]=true&where[kind][equals]=physical&sort=createdAt&limit=2&depth=0')
  ;[product, second] = body.docs.map(({ slug }: { slug: string }) => slug)
  const posts = await site.guest.get('/posts?limit=1&depth=0')
  article = posts.body.docs[0].slug
})

/** From here on the page is a customer's, with a bell and an account in its header. */
const signIn = (page: Page) => {
  const data = { email: site.as('customer').user.email, password }
  return page.request.post('/api/users/login', { data, headers: { origin: site.url } })
}

type Weight = { requests: number; bytes: number; pictures: number }

/** Counts what a page costs from now on. */
async function scales(page: Page): Promise<Weight> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const weight = { requests: 0, bytes: 0, pictures: 0 }
  const images = new Set<string>()
  session.on('Network.responseReceived', ({ requestId, type }) => type === 'Image' && images.add(requestId))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    weight.requests += 1
    if (images.has(requestId)) weight.pictures += encodedDataLength
    else weight.bytes += encodedDataLength
  })
  return weight
}

async function weigh(path: string, options = {}): Promise<Weight> {
  const page = await browser.page({ ...phone, ...options })
  const weight = await scales(page)
  const answer = await page.goto(path, { waitUntil: 'networkidle' })
  expect(answer?.status()).toBe(200)
  return weight
}

/** When the largest part of the page was painted, in milliseconds, on a slow network by somebody who was never here. */
async function largestPaint(path: string): Promise<number> {
  const page = await browser.page(phone)
  // Who comes to the checkout has been on other pages before.
  if (path === '/checkout') await toCart(page, product)
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', slow)
  await page.goto(path, { waitUntil: 'load' })
  expect(new URL(page.url()).pathname).toBe(path)
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().at(-1)?.startTime ?? 0)).observe({
          type: 'largest-contentful-paint',
          buffered: true,
        })
      }),
  )
}

/** What a page may cost at most: requests, bytes without pictures, bytes of pictures. */
const budgets: Record<string, Weight> = {
  '/': { requests: 24, bytes: 60_000, pictures: 250_000 },
  '/shop': { requests: 24, bytes: 60_000, pictures: 250_000 },
  '/search?q=phone': { requests: 24, bytes: 60_000, pictures: 250_000 },
  '/cart': { requests: 12, bytes: 60_000, pictures: 50_000 },
}

describe('what a page costs', () => {
  test.for(Object.entries(budgets))('%s', async ([path, budget]) => {
    const weight = await weigh(path)
    for (const part of ['requests', 'bytes', 'pictures'] as const) expect(weight[part], part).toBeLessThanOrEqual(budget[part])
  })

  test('a product', async () => {
    const weight = await weigh(`/shop/${product}`)
    expect(weight.requests).toBeLessThanOrEqual(20)
    expect(weight.bytes).toBeLessThanOrEqual(60_000)
    expect(weight.pictures).toBeLessThanOrEqual(250_000)
  })

  test('a post of the blog', async () => {
    const weight = await weigh(`/blog/${article}`)
    expect(weight.requests).toBeLessThanOrEqual(20)
    expect(weight.bytes).toBeLessThanOrEqual(60_000)
    expect(weight.pictures).toBeLessThanOrEqual(250_000)
  })

  test('the checkout', async () => {
    const page = await browser.page(phone)
    await toCart(page, product)
    const weight = await scales(page)
    await goOn(page, /\/checkout/)
    await page.waitForLoadState('networkidle')
    expect(weight.requests).toBeLessThanOrEqual(16)
    expect(weight.bytes).toBeLessThanOrEqual(60_000)
  })
})

describe('on a 3G network the largest part is painted within 2.5 seconds', () => {
  test.for(['/', '/shop', 'product', 'post', '/checkout'])('%s', async (name) => {
    const path = { product: `/shop/${product}`, post: `/blog/${article}` }[name] ?? name
    // The best of three tries: the machine may be busy with other things, the page is the same.
    const tries: number[] = []
    while (tries.length < 3 && !(Math.min(...tries) <= 2500)) tries.push(await largestPaint(path))
    expect(Math.min(...tries)).toBeLessThanOrEqual(2500)
  })
})

describe('saving data', () => {
  const paths = () => ['/', '/shop', `/shop/${product}`, '/search?q=phone', '/blog', `/blog/${article}`]

  test('leaves every picture out, whether the visitor pressed the button or the browser asks', async () => {
    for (const path of paths()) {
      const asked = await weigh(path, { extraHTTPHeaders: { 'Save-Data': 'on' } })
      expect(asked.pictures, path).toBeLessThan(2_000)
      expect(asked.bytes, path).toBeLessThan(60_000)
    }
    const page = await browser.page(phone)
    await page.goto('/shop?sort=name')
    await page.getByRole('button', { name: 'Save data' }).click()
    await page.waitForURL('/shop?sort=name')
    expect(await page.locator('main img').count()).toBe(0)
    await page.goto('/sw')
    expect(await page.locator('main img').count()).toBe(0)
    await page.getByRole('button', { name: 'Onyesha picha zote' }).click()
    await page.goto('/shop')
    expect(await page.locator('main img').count()).toBeGreaterThan(0)
  })

  test('shows a picture in its place when it is asked for, and keeps the focus there', async () => {
    const page = await browser.page({ ...phone, extraHTTPHeaders: { 'Save-Data': 'on' } })
    await page.goto(`/shop/${product}`)
    await page
      .getByRole('link', { name: /^Show picture/ })
      .first()
      .click()
    const picture = page.locator('main img').first()
    await picture.waitFor()
    expect(await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBeGreaterThan(100)
    expect(await picture.evaluate((image) => image === document.activeElement)).toBe(true)
    expect(new URL(page.url()).pathname).toBe(`/shop/${product}`)
  })

  test('axe finds nothing on pages without pictures', async () => {
    const page = await browser.page({ ...phone, extraHTTPHeaders: { 'Save-Data': 'on' } })
    for (const path of paths()) {
      await page.goto(path)
      expect(await faultsOf(page), path).toEqual([])
    }
  })

  test('works without scripts: the same link opens the picture', async () => {
    const page = await browser.page({ ...phone, javaScriptEnabled: false, extraHTTPHeaders: { 'Save-Data': 'on' } })
    await page.goto(`/shop/${second}`)
    await page
      .getByRole('link', { name: /^Show picture/ })
      .first()
      .click()
    await page.waitForURL(/\/api\/media\/file\//)
  })

  test('nobody is served the page of somebody who saves', async () => {
    const page = await browser.page(phone)
    const imagesWith = async (headers: Record<string, string>) => {
      const text = await (await page.request.get('/shop', { headers })).text()
      return (text.replaceAll(/<template[\s\S]*?<\/template>/g, '').match(/<img /g) ?? []).length
    }
    for (let round = 0; round < 2; round++) {
      expect(await imagesWith({ 'save-data': 'on' })).toBe(0)
      expect(await imagesWith({})).toBeGreaterThan(0)
      expect(await imagesWith({ cookie: 'data-saver=on' })).toBe(0)
      expect(await imagesWith({ cookie: 'data-saver=off', 'save-data': 'on' })).toBeGreaterThan(0)
    }
    const { headers } = await fetch(`${site.url}/shop`)
    expect(headers.get('vary')).toMatch(/save-data/i)
  })
})

test('no page scrolls sideways, and what is pressed most is large enough for a thumb', async () => {
  const page = await browser.page({ hasTouch: true })
  await toCart(page, product)
  await goOn(page, /\/checkout/)
  await fillCheckout(page)
  await goOn(page, /\/pay$/)
  const pay = new URL(page.url()).pathname
  await toCart(page, product)
  const paths = [
    pay,
    pay.replace(/\/pay$/, ''),
    '/',
    '/shop',
    `/shop/${product}`,
    '/search?q=phone',
    '/search',
    '/cart',
    '/checkout',
    '/sign-in',
    '/sign-up',
    '/sandbox',
    '/offline',
    '/sw/shop',
    '/nd',
    '/forgot-password',
    '/blog',
    `/blog/${article}`,
    '/about',
    '/services',
    '/contact',
    '/faq',
    '/no/such/page',
    '/sw/account',
    '/sw/account/orders',
    '/sw/account/notifications',
    '/sw/account/sessions',
    '/nd/shop',
  ]
  const faults: string[] = []
  for (const path of paths) {
    if (path === '/sw/account') await signIn(page)
    await page.goto(path)
    if (path === '/checkout') await fillCheckout(page)
    for (const width of [360, 768, 1024, 1440]) {
      await page.setViewportSize({ width, height: 800 })
      faults.push(
        ...(
          await page.evaluate(() => {
            const wide = document.documentElement.scrollWidth - innerWidth
            const small = [...document.querySelectorAll('button, .button:not(.skip), .field, .tab, .chip, .choice, summary')].flatMap(
              (each) => {
                const { width: across, height } = each.getBoundingClientRect()
                const isShown = across > 1 && height > 1 && getComputedStyle(each).visibility === 'visible'
                return isShown && Math.min(across, height) < 43.5
                  ? [
                      `${each.textContent?.trim().slice(0, 30) || each.outerHTML.slice(0, 60)} is ${across.toFixed(0)} × ${height.toFixed(0)}`,
                    ]
                  : []
              },
            )
            return [...(wide > 0 ? [`scrolls ${wide} px sideways`] : []), ...small]
          })
        ).map((fault) => `${path} at ${width}: ${fault}`),
      )
    }
  }
  expect([...new Set(faults)]).toEqual([])
})
