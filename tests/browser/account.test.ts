import { createECDH, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { eventually, openBrowser } from '../support/browser.ts'
import { password, platform } from '../support/platform.ts'
import { stock } from '../support/shopping.ts'
import { faultsOf, goOn, mailTo, next, press, promptOn, situation, toCart } from './visit.ts'

const site = await platform({ storefront: true, jobs: true })
const browser = await openBrowser(site.url)
const { newId } = await import('../../platform/ids.ts')

beforeAll(async () => {
  await stock(site, { title: 'Router hAP', price: 15_000_000, quantity: 50 })
  await stock(site, { title: 'Desk lamp', price: 2_500_000, quantity: 50 })
})

afterAll(() => {
  expect(browser.foreign, 'addresses on other hosts').toEqual([])
  expect(browser.faults, 'script errors').toEqual([])
})

async function signIn(page: Page, email: string, secret = password) {
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password').fill(secret)
  await next(page).click()
}

describe('an account', () => {
  test('is made, confirmed from the mail and opened, in the language of its owner', async () => {
    const page = await browser.page({ viewport: { width: 360, height: 740 } })
    await page.goto('/sw/sign-up')
    await page.getByLabel('Jina').fill('Neema Mushi')
    await page.getByLabel('Barua pepe').fill('neema@example.com')
    await page.getByLabel('Nenosiri jipya').fill('fupi')
    await next(page).click()
    await page.getByText('Tumia herufi 10 hadi 200.').first().waitFor()
    await page.getByLabel('Nenosiri jipya').fill('paka mweupe juu ya paa')
    await goOn(page, /sign-up\?sent/)

    await page.goto('/sw/sign-in')
    await page.getByLabel('Barua pepe').fill('neema@example.com')
    await page.getByLabel('Nenosiri').fill('paka mweupe juu ya paa')
    await next(page).click()
    await page.getByText('Thibitisha barua pepe yako kwanza').waitFor()

    const { links } = await mailTo(site, 'neema@example.com', /Thibitisha/)
    await page.goto(links.find((link) => link.includes('/sw/verify-email')) ?? '')
    await goOn(page, /\/sw\/sign-in/)
    await page.getByLabel('Barua pepe').fill('neema@example.com')
    await page.getByLabel('Nenosiri').fill('paka mweupe juu ya paa')
    await goOn(page, /\/sw\/account/)
    await page.getByRole('heading', { name: 'Habari, Neema Mushi' }).waitFor()
  })

  test('that exists is not made again, and says so beside the address', async () => {
    const page = await browser.page()
    await page.goto('/sign-up')
    await page.getByLabel('Name').fill('Somebody')
    await page.getByLabel('E-mail').fill('customer@test.test')
    await page.getByLabel('New password').fill('long enough to pass')
    await next(page).click()
    await page.getByText('There is an account with this address already.').first().waitFor()
    expect(await page.getByLabel('Name').inputValue()).toBe('Somebody')
    expect(await page.getByLabel('New password').inputValue()).toBe('')
  })

  test('gets a new password by mail, and the link works once', async () => {
    const page = await browser.page()
    await page.goto('/forgot-password')
    await page.getByLabel('E-mail').fill('learner@test.test')
    await next(page).click()
    await page.getByText('a link is on its way').waitFor()
    const { links } = await mailTo(site, 'learner@test.test', /password/)
    const link = links.find((each) => each.includes('/reset-password')) ?? ''
    await page.goto(link)
    await page.getByLabel('New password').fill('another long password')
    await goOn(page, /\/account/)
    const later = await browser.page()
    await later.goto(link)
    await later.getByLabel('New password').fill('yet another password')
    await next(later).click()
    await later.getByText('This link does not work any more.').waitFor()
  })

  test('shows the password that is typed when it is asked to, and sends it as a password', async () => {
    const page = await browser.page({ viewport: { width: 360, height: 740 } })
    await page.goto('/sign-in')
    const [field, peek] = [page.getByLabel('Password', { exact: true }), page.getByRole('button', { name: 'Show what is typed' })]
    await field.fill('demo-vior-2026')
    expect(await field.getAttribute('type')).toBe('password')
    await peek.click()
    expect([await field.getAttribute('type'), await peek.getAttribute('aria-pressed')]).toEqual(['text', 'true'])
    await page.getByLabel('E-mail').fill(site.as('customer').user.email)
    await page.evaluate(() =>
      addEventListener('submit', () => Object.assign(window, { sentAs: document.querySelector('#field-password')?.getAttribute('type') })),
    )
    await page.evaluate(() => document.querySelector('form[data-checked]')?.addEventListener('submit', (event) => event.preventDefault()))
    await field.press('Enter')
    expect(await page.evaluate('window.sentAs')).toBe('password')
  })

  test('is closed to a wrong password, and does not lead to other sites', async () => {
    const page = await browser.page()
    await page.goto('/sign-in?next=https://evil.test/')
    await signIn(page, 'student@test.test', 'not the password')
    await page.getByText('E-mail or password is wrong.').waitFor()
    await signIn(page, 'student@test.test')
    await page.waitForURL(`${site.url}/account`)
  })
})

describe('a customer', () => {
  test('takes the cart along when signing in, buys, and finds the order again', async () => {
    const page = await browser.page()
    await toCart(page, 'router-hap')
    await goOn(page, /\/checkout/)
    await page.getByRole('link', { name: 'Or sign in.' }).click()
    await signIn(page, 'customer@test.test')
    await page.waitForURL(/\/checkout/)
    expect(await page.getByLabel('E-mail').inputValue()).toBe('customer@test.test')
    await page.getByText('Pick-up', { exact: true }).first().click()
    await goOn(page, /\/pay$/)
    await page.getByLabel('Mobile money number').fill('0754 222 333')
    await page.getByText('M-Pesa').click()
    await goOn(page, /\/orders\/[\w-]+$/)
    await press(site, await promptOn(site, '+255754222333'), 'approve')
    await situation(page, 'paid')
    const number = (await page.getByRole('heading', { level: 1 }).innerText()).replace('Order ', '')

    await page.goto('/account/orders')
    await page.getByRole('searchbox', { name: 'Order number or product' }).fill(number)
    await page.getByRole('searchbox', { name: 'Order number or product' }).press('Enter')
    await page.getByText('1 order', { exact: true }).waitFor()
    await page.getByRole('link', { name: number }).click()
    await situation(page, 'paid')
    await page.goto('/account/orders?q=nothing-like-this')
    await page.getByRole('heading', { name: 'No such order' }).waitFor()
  })

  test('finds the cart again on another device, and nobody finds it on the first one after signing out', async () => {
    const [first, second] = [await browser.page(), await browser.page()]
    await first.goto('/sign-in')
    await signIn(first, 'supplier@test.test')
    await first.waitForURL(/\/account/)
    await toCart(first, 'desk-lamp', 2)
    await toCart(second, 'router-hap')
    await second.goto('/sign-in?next=/cart')
    await signIn(second, 'supplier@test.test')
    await second.waitForURL(/\/cart/)
    await second.getByText('3 items').waitFor()
    await first.goto('/cart')
    await first.getByText('3 items').waitFor()
    await first.goto('/account')
    await first.getByRole('button', { name: 'Sign out' }).click()
    await first.waitForURL('/')
    await first.goto('/cart')
    await first.getByRole('heading', { name: 'Your cart is empty' }).waitFor()
    await second.reload()
    await second.getByText('3 items').waitFor()
  })

  test('sees only the own orders', async () => {
    const page = await browser.page()
    await page.goto('/sign-in')
    await signIn(page, 'trader@test.test')
    await page.waitForURL(/\/account/)
    await page.getByRole('heading', { name: 'No orders yet' }).waitFor()
  })

  test('changes name, number and language, and signs out', async () => {
    const page = await browser.page()
    await page.goto('/sign-in')
    await signIn(page, 'client@test.test')
    await page.waitForURL(/\/account/)
    await page.getByLabel('Name').fill('Juma & Sons')
    await page.getByLabel('Mobile number').fill('0654 000 111')
    await page.getByLabel('Language of our mails').selectOption('nd')
    await goOn(page, /saved/)
    await page.getByRole('heading', { name: 'Hello, Juma & Sons' }).waitFor()
    expect(await page.getByLabel('Mobile number').inputValue()).toBe('+255 654 000 111')
    await page.getByRole('button', { name: 'Sign out' }).click()
    await page.waitForURL(`${site.url}/`)
    await page.goto('/account')
    await page.waitForURL(/\/sign-in/)
  })
})

/** Tells somebody of so many payments that failed, without anybody having paid. */
async function tell(role: 'customer' | 'student' | 'trader', count: number): Promise<void> {
  const { user } = site.as(role)
  for (let number = 1; number <= count; number++)
    await site.payload.db.create({
      collection: 'notifications',
      data: {
        id: newId(),
        user: user.id,
        kind: 'payments.failed',
        aboutCollection: 'orders',
        aboutId: newId(),
        params: { title: `thing ${number}` },
        listed: true,
        key: newId(),
        createdAt: new Date(Date.now() - (count - number) * 1000).toISOString(),
        updatedAt: new Date().toISOString(),
      },
    })
}

describe('what somebody is told', () => {
  const bell = (page: Page) => page.locator('header [data-bell]')
  const badge = (page: Page) => bell(page).locator('[data-unread]')
  const number = (page: Page) => badge(page).locator('[data-count]').textContent()

  test('rings the bell on the page that is open, leads to the thing and is read by that', async () => {
    const page = await browser.page()
    await page.goto('/sign-in')
    const first = page.waitForEvent('websocket')
    await signIn(page, 'supplier@test.test')
    await page.waitForURL(/\/account/)
    await first
    const opened = page.waitForEvent('websocket')
    const counted = page.waitForResponse(/\/api\/notifications\/unread/)
    await page.goto('/shop')
    await bell(page).waitFor()
    expect(await badge(page).isVisible()).toBe(false)
    const socket = await opened
    await counted
    // The server closes the connection when rights change, and the page makes another.
    const closed = socket.waitForEvent('close')
    await site.as('admin').patch(`/users/${site.as('supplier').user.id}`, { roles: ['supplier', 'customer'] })
    await closed
    const supplier = site.api('supplier')
    const [variant] = (await supplier.find('variants', { limit: 1, depth: 0 })).docs
    const { order } = await supplier.call('POST /orders/checkout', {
      body: {
        items: [{ variant: variant?.id ?? '', quantity: 1 }],
        email: 'supplier@test.test',
        shipping: { name: 'Supplier', line1: 'Street 1', city: 'Dodoma', country: 'TZ' },
      },
    })
    const subject = { relationTo: 'orders', value: order.id }
    await supplier.call('POST /initiate-payment', {
      body: { subject, provider: 'azampay', phone: '+255754222334', operator: 'mpesa' },
    })
    await press(site, await promptOn(site, '+255754222334'), 'approve')
    await eventually(() => number(page)).toBe('1')
    await bell(page).click()
    await page.waitForURL('/account/notifications')
    await page.getByRole('link', { name: `Order ${order.number}` }).click()
    await page.waitForURL(`/orders/${order.id}`)
    expect(await badge(page).isVisible()).toBe(false)
  })

  test('is read, filtered, paged and chosen without scripts, in the language of the page', async () => {
    await tell('student', 25)
    const page = await browser.page({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false })
    await page.goto('/sw/sign-in?next=/sw/account/notifications')
    await page.locator('[name=email]').fill('student@test.test')
    await page.locator('[name=password]').fill(password)
    await page.locator('form:has([name=password]) button.button-primary').click()
    await page.waitForURL('/sw/account/notifications')
    expect(await number(page)).toBe('25')
    const items = page.locator('[data-inbox] li')
    expect(await items.count()).toBe(20)
    await page.getByRole('link', { name: 'Mbele' }).click()
    expect(await items.count()).toBe(5)
    await page.getByRole('button', { name: 'Weka kuwa imesomwa: Malipo ya thing 5' }).click()
    await page.waitForURL('/sw/account/notifications?page=2')
    expect(await number(page)).toBe('24')
    await page.getByRole('link', { name: 'Ambazo hazijasomwa (24)' }).click()
    await page.getByRole('button', { name: 'Weka zote kuwa zimesomwa' }).click()
    await page.getByRole('heading', { name: 'Zote zimesomwa' }).waitFor()
    expect(await badge(page).isVisible()).toBe(false)

    const daily = page.getByRole('group', { name: 'Malipo yaliyoshindikana' }).getByLabel('Katika barua pepe moja kwa siku')
    expect(await daily.isChecked()).toBe(false)
    await daily.check()
    await page.getByRole('button', { name: 'Hifadhi uchaguzi' }).click()
    await page.getByText('Uchaguzi wako umehifadhiwa.').waitFor()
    expect(await daily.isChecked()).toBe(true)
    expect(await page.getByText('Oda mpya').count()).toBe(0)
  })

  test.for([
    [360, 'light'],
    [1280, 'dark'],
  ] as const)('is shown without barriers, %i wide, %s', async ([width, colorScheme]) => {
    await tell('trader', 2)
    const page = await browser.page({ viewport: { width, height: 740 }, colorScheme })
    await page.goto('/sign-in?next=/account/notifications')
    await signIn(page, 'trader@test.test')
    await page.waitForURL('/account/notifications')
    await page.getByText('thing 2').first().waitFor()
    expect(await faultsOf(page)).toEqual([])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width)
  })

  test('is nothing of a guest: no bell, and no script of it', async () => {
    const page = await browser.page()
    const sockets: string[] = []
    page.on('websocket', (socket) => sockets.push(socket.url()))
    await page.goto('/shop', { waitUntil: 'networkidle' })
    expect(await page.locator('[data-bell]').count()).toBe(0)
    expect(await page.content()).not.toMatch(/bell/i)
    expect(sockets).toEqual([])
    await page.goto('/account/notifications')
    await page.waitForURL(/sign-in\?next/)
  })
})

describe('a browser that is told when no page is open', () => {
  /** Decrypts as a browser does; it comes with the library that encrypts. */
  const { decrypt } = createRequire(createRequire(import.meta.url).resolve('web-push'))('http_ece') as {
    decrypt: (body: Buffer, options: object) => Buffer
  }

  /** A push service, with the keys of the one browser that it knows: those of the vendors cannot be reached from here. */
  async function pushService() {
    const keys = createECDH('prime256v1')
    keys.generateKeys()
    const auth = randomBytes(16).toString('base64url')
    const arrived: string[] = []
    const server = createServer(async (request, response) => {
      const body = Buffer.concat(await Array.fromAsync(request))
      arrived.push(decrypt(body, { version: 'aes128gcm', privateKey: keys, authSecret: auth }).toString())
      response.writeHead(201).end()
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}/one`
    return { arrived, close: () => server.close(), subscription: { endpoint, keys: { p256dh: keys.getPublicKey('base64url'), auth } } }
  }

  test('subscribes by a button, shows what is pushed, leads to it, and is told no more when switched off', async () => {
    const service = await pushService()
    const page = await browser.page()
    await page.context().grantPermissions(['notifications'], { origin: site.url })
    // Headless Chromium reaches no push service: the rest of the way is as it is.
    await page.addInitScript((subscription) => {
      const key = 'subscribed'
      const made = {
        endpoint: subscription.endpoint,
        toJSON: () => subscription,
        unsubscribe: async () => {
          localStorage.removeItem(key)
          return true
        },
      }
      PushManager.prototype.getSubscription = async () => (localStorage.getItem(key) ? made : null) as PushSubscription | null
      PushManager.prototype.subscribe = async (options) => {
        localStorage.setItem(key, String(options?.applicationServerKey))
        return made as unknown as PushSubscription
      }
    }, service.subscription)
    await page.goto('/sign-in?next=/account/notifications')
    await signIn(page, 'customer@test.test')
    await page.waitForURL('/account/notifications')
    await site.as('customer').post('/notifications/read-all')
    await page.getByRole('button', { name: 'Switch on' }).click()
    await page.getByText('It is on.').waitFor()
    const { publicKey } = (await site.as('customer').get('/push-subscriptions/key')).body
    expect(await page.evaluate(() => localStorage.getItem('subscribed'))).toBe(publicKey)

    const { body } = await site.guest.get('/variants?limit=1&depth=0')
    const { body: bought } = await site.as('customer').post('/orders/checkout', {
      items: [{ variant: body.docs[0].id, quantity: 1 }],
      email: 'customer@test.test',
      shipping: { name: 'Customer', line1: 'Street 1', city: 'Dodoma', country: 'TZ' },
    })
    const paying = {
      subject: { relationTo: 'orders', value: bought.order.id },
      provider: 'azampay',
      phone: '+255754222335',
      operator: 'mpesa',
    }
    await site.as('customer').post('/initiate-payment', paying)
    await press(site, await promptOn(site, '+255754222335'), 'approve')
    await eventually(() => service.arrived.length).toBe(1)

    const session = await page.context().newCDPSession(page)
    const registered = new Promise<string>((resolve) =>
      session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
        const [first] = registrations
        if (first) resolve(first.registrationId)
      }),
    )
    await session.send('ServiceWorker.enable')
    const push = { origin: site.url, registrationId: await registered, data: service.arrived[0] as string }
    await session.send('ServiceWorker.deliverPushMessage', push)
    const shown = () =>
      page.evaluate(async () =>
        (await (await navigator.serviceWorker.ready).getNotifications()).map(({ title, body }) => ({ title, body })),
      )
    await eventually(shown).toEqual([{ title: `Order ${bought.order.number} is paid`, body: expect.any(String) }])
    await session.send('ServiceWorker.deliverPushMessage', push)
    await eventually(shown).toHaveLength(1)

    const [worker] = page.context().serviceWorkers()
    const opened = await worker?.evaluate(async () => {
      const scope = globalThis as unknown as {
        clients: { openWindow: (url: string) => Promise<null> }
        registration: ServiceWorkerRegistration
        NotificationEvent: new (name: string, init: object) => Event
      }
      const goal = new Promise<string>((resolve) => {
        scope.clients.openWindow = async (url) => {
          resolve(url)
          return null
        }
      })
      const [notification] = await scope.registration.getNotifications()
      dispatchEvent(new scope.NotificationEvent('notificationclick', { notification }))
      return goal
    })
    expect(opened).toBe(`${site.url}/orders/${bought.order.id}`)
    await eventually(shown).toEqual([])
    await eventually(async () => (await site.as('customer').get('/notifications/unread')).body.count).toBe(0)

    await page.getByRole('button', { name: 'Switch off' }).click()
    await page.getByRole('button', { name: 'Switch on' }).waitFor()
    expect((await site.as('customer').get('/push-subscriptions')).body.totalDocs).toBe(0)
    service.close()
  })
})
