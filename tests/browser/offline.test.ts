import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, test } from 'vitest'
import { post, published } from '../content/world.ts'
import { eventually, openBrowser } from '../support/browser.ts'
import { platform } from '../support/platform.ts'
import { stock } from '../support/shopping.ts'
import { faultsOf, fillCheckout, goOn, guest, next, toCart } from './visit.ts'

const site = await platform({ storefront: true })
const browser = await openBrowser(site.url)

beforeAll(async () => {
  for (const title of ['Solar lamp', 'Solar panel']) await stock(site, { title, price: 2_500_000, quantity: 5 })
  await published(site, 'posts', post('Living with the sun'))
})

/** Everything that the device keeps, by its path. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const paths: string[] = []
    for (const name of await caches.keys()) for (const { url } of await (await caches.open(name)).keys()) paths.push(new URL(url).pathname)
    return paths
  })

/** Opens the site and waits until its worker looks after the page. */
async function installed(path = '/'): Promise<Page> {
  const page = await browser.page()
  await page.goto(path)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await eventually(() => page.evaluate(() => Boolean(navigator.serviceWorker.controller))).toBe(true)
  await eventually(() => kept(page)).toContain('/offline')
  return page
}

describe('the site on a home screen', () => {
  test('says its name and shows icons of the sizes that it promises', async () => {
    const page = await browser.page()
    await page.goto('/sw/shop')
    const address = await page.locator('link[rel=manifest]').getAttribute('href')
    const manifest = await (await page.request.get(address ?? '')).json()
    expect(manifest).toMatchObject({ name: 'PRITECH VIOR', start_url: '/sw', scope: '/', display: 'standalone', lang: 'sw' })
    for (const { src, sizes } of manifest.icons) {
      const answer = await page.request.get(src)
      expect(answer.headers()['content-type']).toBe('image/png')
      const bytes = await answer.body()
      expect(`${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`).toBe(sizes)
    }
    expect((await page.request.get('/icons/999.png')).status()).toBe(404)
  })

  test('Chromium would install it', async () => {
    const page = await installed()
    const session = await page.context().newCDPSession(page)
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors')
    expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([])
  })
})

describe('without a network', () => {
  test('a page that was visited can be read, also the very first one, and a banner says how things are', async () => {
    const page = await installed('/shop/solar-lamp')
    await eventually(() => kept(page)).toContain('/shop/solar-lamp')
    await page.goto('/shop')
    await page.context().setOffline(true)
    await page.getByText('You are offline.').waitFor()
    await page.goto('/shop/solar-lamp')
    expect(await page.locator('h1').innerText()).toBe('Solar lamp')
    expect(await page.evaluate(() => getComputedStyle(document.body).display)).toBe('flex')
    await page.goto('/shop')
    await page.getByText('2 products').waitFor()
    await page.getByText('You are offline.').waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.context().setOffline(false)
    await eventually(() => page.getByText('You are offline.').isVisible()).toBe(false)
  })

  test('a page that was not visited says so in the language of its address, and what can be read instead', async () => {
    const page = await installed()
    await page.goto('/shop')
    await page.context().setOffline(true)
    await page.goto('/sw/shop/solar-panel')
    await page.getByRole('heading', { name: 'Hakuna mtandao' }).waitFor()
    await page.goto('/shop/solar-panel')
    await page.getByRole('heading', { name: 'No network' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.getByRole('link', { name: /^Shop/ }).last().click()
    await page.waitForURL('/shop')
    await page.getByText('2 products').waitFor()
  })

  test('the page that was asked for comes by itself as soon as the site answers again', async () => {
    const page = await installed()
    await page.context().setOffline(true)
    await page.goto('/shop/solar-panel')
    await page.getByRole('heading', { name: 'No network' }).waitFor()
    await page.context().setOffline(false)
    await page.getByRole('heading', { name: 'Solar panel', level: 1 }).waitFor()
  })

  test('what cannot be sent stays where it was typed, and goes along into another language', async () => {
    const page = await installed()
    const email = page.locator('[name=email]')
    await toCart(page, 'solar-lamp')
    await goOn(page, /\/checkout/)
    await fillCheckout(page)
    await page.context().setOffline(true)
    await next(page).click()
    await page.getByText('No network: nothing was sent').waitFor()
    expect(await email.inputValue()).toBe(guest.email)
    // A network that leads nowhere is found out only by trying.
    await page.evaluate(() => Object.defineProperty(navigator, 'onLine', { value: true }))
    await next(page).click()
    await page.getByRole('heading', { name: 'No network' }).waitFor()
    await page.context().setOffline(false)
    await page.getByRole('heading', { name: 'Check out' }).waitFor()
    expect(await email.inputValue()).toBe(guest.email)
    await page.locator('summary[aria-label^="Language"]').click()
    await page.getByRole('link', { name: 'Kiswahili' }).click()
    await page.waitForURL('/sw/checkout')
    expect(await email.inputValue()).toBe(guest.email)
    await goOn(page, /\/pay$/)
    await toCart(page, 'solar-panel')
    await goOn(page, /\/checkout/)
    expect(await email.inputValue()).toBe('')
  })

  test('nothing personal, nothing of the API and nothing of the sandbox was kept', async () => {
    const page = await installed()
    for (const path of [
      '/cart',
      '/sign-in',
      '/checkout',
      '/sandbox',
      '/orders/01a1f883-7631-7366-a4fb-d6e3e5c81bc3',
      '/shop',
      '/api/products',
    ])
      await page.goto(path)
    const paths = await kept(page)
    expect(paths).toContain('/shop')
    expect(paths.filter((path) => /^\/(cart|sign-in|checkout|sandbox|orders|admin|api\/(?!media\/file\/))/.test(path))).toEqual([])
    await page.context().setOffline(true)
    await page.goto('/cart')
    await page.getByRole('heading', { name: 'No network' }).waitFor()
  })

  test('pages of somebody who is signed in are not kept', async () => {
    const page = await installed()
    const { email } = site.as('customer').user
    await page.request.post('/api/users/login', { data: { email, password: 'demo-vior-2026' }, headers: { origin: site.url } })
    await page.goto('/shop/solar-panel')
    expect(await kept(page)).not.toContain('/shop/solar-panel')
  })
})

test('a new worker takes over without loading any page again', async () => {
  const page = await installed()
  let loads = 0
  page.on('load', () => {
    loads += 1
  })
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    await registration?.update()
    await registration?.unregister()
    await navigator.serviceWorker.register('/service-worker.js')
    await navigator.serviceWorker.ready
  })
  await eventually(() => kept(page)).toContain('/offline')
  expect(loads).toBe(0)
})

describe('the page of the search', () => {
  test('shows what was found by kind, forgives mistakes, and finds nothing wrong with itself', async () => {
    const page = await browser.page()
    await page.goto('/shop')
    await page.getByRole('searchbox', { name: 'Search the site' }).fill('soler')
    await page.getByRole('searchbox', { name: 'Search the site' }).press('Enter')
    await page.waitForURL('/search?q=soler')
    await page.getByRole('heading', { name: 'Products' }).waitFor()
    expect(await page.locator('article h3').allInnerTexts()).toEqual(expect.arrayContaining(['Solar lamp', 'Solar panel']))
    expect(await faultsOf(page)).toEqual([])
    await page.goto('/search?q=living')
    await page.getByRole('link', { name: 'Living with the sun' }).waitFor()
    await page.goto('/search?q=zzzzzz')
    await page.getByRole('heading', { name: 'Nothing matches' }).waitFor()
    expect(await faultsOf(page)).toEqual([])
    await page.goto('/sw/search')
    expect(await faultsOf(page)).toEqual([])
  })

  test('lends its index to the list of the shop, which shows the best first', async () => {
    const page = await browser.page()
    await page.goto('/shop?q=soler+lamp')
    await page.getByText('1 product').waitFor()
    await page.getByRole('heading', { name: 'Solar lamp' }).waitFor()
    expect(await page.locator('select[name=sort] option:checked').textContent()).toBe('Best match')
    await page.goto('/shop?q=solar&sort=name&max=1')
    await page.getByRole('heading', { name: 'Nothing matches' }).waitFor()
  })

  test('works without scripts', async () => {
    const page = await browser.page({ javaScriptEnabled: false })
    await page.goto('/search')
    await page.getByRole('searchbox', { name: 'Search everything' }).fill('solar')
    await page.getByRole('button', { name: 'Search' }).last().click()
    await page.getByText('2 results').waitFor()
  })
})
