import { afterAll, beforeAll, expect, test } from 'vitest'
import { plant } from '../../platform/seed.ts'
import { eventually, openBrowser } from '../support/browser.ts'
import { password, platform } from '../support/platform.ts'
import { fillCheckout, goOn, situation, toCart } from './visit.ts'

const site = await platform({ storefront: true })
const browser = await openBrowser(site.url)

let product = ''

beforeAll(async () => {
  await plant(site.payload, {})
  const { body } = await site.guest.get('/products?where[inStock][equals]=true&where[kind][equals]=physical&sort=createdAt&limit=1&depth=0')
  product = body.docs[0].slug
})

afterAll(() => {
  expect(browser.faults, 'script errors').toEqual([])
})

/** Takes from the browser what not every browser has, before any script of the page runs. */
const without = (features: string[]) => `for (const path of ${JSON.stringify(features)}) {
  const parts = path.split('.')
  const name = parts.pop()
  const holder = parts.reduce((object, part) => object && object[part], globalThis)
  if (!holder) continue
  try { Object.defineProperty(holder, name, { value: undefined, configurable: true }) } catch { delete holder[name] }
}`

test.for([
  ['service workers and stores', ['Navigator.prototype.serviceWorker', 'caches', 'CacheStorage']],
  ['push and notifications', ['PushManager', 'Notification', 'Navigator.prototype.permissions']],
  ['sockets', ['WebSocket', 'WebTransport']],
  ['storage that scripts can read', ['localStorage', 'sessionStorage', 'indexedDB']],
  [
    'bluetooth, USB, barcode detection and sharing',
    ['Navigator.prototype.bluetooth', 'Navigator.prototype.usb', 'BarcodeDetector', 'Navigator.prototype.share'],
  ],
  ['watching what is in sight', ['IntersectionObserver', 'ResizeObserver', 'requestIdleCallback']],
] as const)('buying goes on without %s', async ([, features]) => {
  const page = await browser.page({ viewport: { width: 360, height: 740 } })
  await page.addInitScript(without([...features]))
  await page.goto('/')
  await page.goto('/shop')
  await toCart(page, product)
  await goOn(page, /\/checkout/)
  await fillCheckout(page)
  await goOn(page, /\/pay$/)
  await goOn(page, /\/orders\/[\w-]+$/)
  await situation(page, 'prompted')
})

test('who can neither be pushed to nor hold a socket is told so, chooses other ways, and the bell counts on the next page', async () => {
  const page = await browser.page({ viewport: { width: 360, height: 740 } })
  await page.addInitScript(without(['PushManager', 'Notification', 'Navigator.prototype.serviceWorker', 'WebSocket', 'WebTransport']))
  const data = { email: site.as('sales').user.email, password }
  await page.request.post('/api/users/login', { data, headers: { origin: site.url } })
  await page.goto('/account/notifications')
  await page.getByText('This browser cannot do it, or scripts are off.').waitFor()
  expect(await page.locator('[data-push-switch]:visible').count()).toBe(0)
  const daily = page.getByLabel('In one e-mail a day').first()
  await daily.check()
  await page.getByRole('button', { name: 'Save the choice' }).click()
  await page.getByText('Your choice is saved.').waitFor()
  expect(await daily.isChecked()).toBe(true)

  const [lamp] = (await site.api().find('products', { where: { slug: { equals: product } }, select: { slug: true } })).docs
  const [variant] = (await site.api().find('variants', { where: { product: { equals: lamp?.id ?? '' } }, limit: 1 })).docs
  const shipping = { name: 'Asha Juma', line1: 'Uhuru Street 4', city: 'Dar es Salaam', country: 'TZ' }
  await site.api().call('POST /orders/checkout', {
    body: { items: [{ variant: variant?.id ?? '', quantity: 1 }], email: 'asha@example.com', shipping },
  })
  await site.job('outbox.deliver')
  await page.goto('/')
  await page.locator('[data-bell] [data-count]').getByText('1').waitFor()
})

test('everything is there without scripts and without styles', async () => {
  const page = await browser.page({ javaScriptEnabled: false })
  await page.route('**/*.css', (route) => route.abort())
  await page.goto('/shop')
  expect(await page.locator('a[hreflang=sw]').count()).toBe(1)
  expect(await page.locator('select[name=category]').count()).toBe(1)
  expect(await page.locator('article a').count()).toBeGreaterThan(5)
})

test('a socket that never opens is made up for by asking', async () => {
  const page = await browser.page()
  await page.route('**/socket.io/**', (route) => route.abort())
  await toCart(page, product)
  await goOn(page, /\/checkout/)
  await fillCheckout(page)
  await goOn(page, /\/pay$/)
  await goOn(page, /\/orders\/[\w-]+$/)
  await situation(page, 'prompted')
  const id = page.url().split('/').at(-1) ?? ''
  const { docs } = await site.payload.find({ collection: 'payments', sort: '-createdAt', limit: 1, depth: 0 })
  await fetch(`${site.url}/sandbox/phone/${docs[0]?.reference}`, {
    method: 'POST',
    headers: { accept: 'application/json', 'content-type': 'application/json' },
    body: JSON.stringify({ action: 'approve' }),
  })
  await eventually(async () => (await site.payload.findByID({ collection: 'orders', id, depth: 0 })).status).toBe('paid')
  await situation(page, 'paid')
})
