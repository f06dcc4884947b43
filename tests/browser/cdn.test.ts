import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eventually, openBrowser } from '../support/browser.ts'
import { platform } from '../support/platform.ts'
import { stock } from '../support/shopping.ts'

/** What a CDN does: it hands out under its own name what it fetched from the site, and keeps what may be kept; some let no other site read pictures. */
const cdnIs = { closed: false }
const asked: { path: string; kept: string }[] = []
let origin = ''

const cdn = createServer(async (request, response) => {
  const answer = await fetch(origin + request.url, { headers: { accept: request.headers.accept ?? '*/*' } })
  asked.push({ path: request.url ?? '', kept: answer.headers.get('cache-control') ?? '' })
  const headers = new Headers(answer.headers)
  const dropped = [
    'content-encoding',
    'content-length',
    ...(cdnIs.closed && request.url?.includes('/media/') ? ['access-control-allow-origin'] : []),
  ]
  for (const name of dropped) headers.delete(name)
  response.writeHead(answer.status, Object.fromEntries(headers)).end(new Uint8Array(await answer.arrayBuffer()))
})
await new Promise<void>((resolve) => cdn.listen(0, '127.0.0.1', resolve))
const assetUrl = `http://127.0.0.1:${(cdn.address() as AddressInfo).port}`

const site = await platform({ storefront: true, admin: true, env: { ASSET_URL: `${assetUrl}/` } })
origin = site.url
const browser = await openBrowser(site.url)

beforeAll(async () => {
  const bytes = await sharp({ create: { width: 1400, height: 900, channels: 3, background: '#2e75b6' } })
    .png()
    .toBuffer()
  const form = new FormData()
  form.set('file', new File([new Uint8Array(bytes)], 'lamp.png', { type: 'image/png' }))
  form.set('_payload', JSON.stringify({ alt: 'A lamp' }))
  const { body } = await site.as('marketing').post('/media', form)
  const { product } = await stock(site, { title: 'Solar lamp', price: 5_000_000, quantity: 5 })
  await site.as('sales').patch(`/products/${product}`, { images: [body.doc.id] })
})

afterAll(() => {
  cdn.close()
  expect(browser.faults, 'what the content security policy stopped').toEqual([])
})

test('styles, scripts and pictures come from the CDN, may be kept for good, and the page is whole', async () => {
  const page = await browser.page()
  const own: string[] = []
  page.on('request', (request) => {
    if (request.url().startsWith(site.url)) own.push(new URL(request.url()).pathname)
  })
  await page.goto('/shop/solar-lamp')
  const picture = page.getByRole('img', { name: 'A lamp' }).first()
  await picture.waitFor()
  expect(await picture.evaluate((image: HTMLImageElement) => image.decode().then(() => image.currentSrc))).toMatch(
    new RegExp(`^${assetUrl}/api/media/file/`),
  )
  expect(await page.evaluate(() => getComputedStyle(document.body).display)).toBe('flex')
  // Scripts run: the count beside the cart is theirs.
  await page.locator('button.button-primary:visible').last().click()
  await page.getByRole('link', { name: 'To the cart' }).waitFor()
  expect(own.filter((path) => /^\/(_astro|api\/media)\//.test(path))).toEqual([])
  expect(asked.map(({ path }) => path)).toEqual(
    expect.arrayContaining([expect.stringMatching(/\.css$/), expect.stringMatching(/\.js$/), expect.stringContaining('lamp')]),
  )
  for (const { path, kept } of asked) expect(kept, path).toContain('immutable')
  expect(browser.foreign.filter((address) => !address.startsWith(assetUrl))).toEqual([])
})

test('the admin shows pictures that the CDN hands out', async () => {
  const page = await browser.page()
  await page.context().addCookies([{ name: 'payload-token', value: site.as('marketing').token, url: site.url }])
  await page.goto('/admin/collections/media')
  const thumbnail = page.locator('tbody img').first()
  await thumbnail.waitFor()
  expect(await thumbnail.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBeGreaterThan(0)
})

/** The pictures that the device keeps, with whether scripts could read them. */
const keptPictures = (page: Page) =>
  page.evaluate(async () => {
    const store = await caches.open('pictures')
    const requests = await store.keys()
    return Promise.all(requests.map(async ({ url }) => `${(await store.match(url, { ignoreVary: true }))?.type} ${url}`))
  })

/** Whether the first picture of the page is really there. */
const isShown = (page: Page) =>
  page
    .locator('main img')
    .first()
    .evaluate((image: HTMLImageElement) =>
      image.decode().then(
        () => image.naturalWidth > 0,
        () => false,
      ),
    )

/** Opens the product as the first page of a new visitor and waits until a worker looks after it. */
async function visited(): Promise<Page> {
  const page = await browser.page()
  await page.goto('/shop/solar-lamp')
  expect(await isShown(page)).toBe(true)
  await page.evaluate(() => navigator.serviceWorker.ready)
  await eventually(() => page.evaluate(async () => (await (await caches.open('pages')).keys()).length)).toBe(1)
  return page
}

test('without a network a page that was visited is whole, the very first one too, with styles and pictures of the CDN', async () => {
  const page = await visited()
  await eventually(() => keptPictures(page)).toEqual([expect.stringMatching(new RegExp(`^cors ${assetUrl}/api/media/file/lamp`))])
  await page.goto('/shop')
  expect(await isShown(page)).toBe(true)
  await page.context().setOffline(true)
  for (const path of ['/shop', '/shop/solar-lamp']) {
    await page.goto(path)
    await page.getByText('You are offline.').waitFor()
    expect(await page.evaluate(() => getComputedStyle(document.body).display), path).toBe('flex')
    expect(await isShown(page), path).toBe(true)
  }
})

test('pictures of a CDN that lets nobody read them are shown but not kept, where they would count for megabytes', async () => {
  cdnIs.closed = true
  const page = await visited()
  await page.goto('/shop')
  expect(await isShown(page)).toBe(true)
  expect(await keptPictures(page)).toEqual([])
  await page.context().setOffline(true)
  await page.goto('/shop/solar-lamp')
  expect(await page.evaluate(() => getComputedStyle(document.body).display)).toBe('flex')
  expect(await page.locator('h1').innerText()).toBe('Solar lamp')
})
