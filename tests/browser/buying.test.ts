import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { platform } from '../support/platform.ts'
import { order, stock } from '../support/shopping.ts'
import { faultsOf, fillCheckout, goOn, guest, mailTo, next, press, promptOn, situation, toCart } from './visit.ts'

const site = await platform({ storefront: true, jobs: true })
const browser = await openBrowser(site.url)
const phone = '+255754111222'

const minutes = (count: number) => count * 60_000

beforeAll(async () => {
  await stock(site, { title: 'Router hAP', price: 15_000_000, quantity: 50 })
  await stock(site, { title: 'Last lamp', price: 2_500_000, quantity: 1 })
})

afterAll(() => {
  expect(browser.foreign, 'addresses on other hosts').toEqual([])
  expect(browser.faults, 'script errors').toEqual([])
})

/** A guest comes as far as the order that waits for a phone. */
async function ordered(slug = 'router-hap', quantity = 1) {
  const page = await browser.page()
  await toCart(page, slug, quantity)
  await goOn(page, /\/checkout/)
  await fillCheckout(page)
  await goOn(page, /\/pay$/)
  await goOn(page, /\/orders\/[\w-]+$/)
  await situation(page, 'prompted')
  return page
}

describe('a guest', () => {
  test('buys by a prompt on the phone and sees the money arrive without touching the page', async () => {
    const page = await ordered('router-hap', 2)
    await page.getByText('A prompt over TSh 305,000 is on its way to +255 754 111 222.').waitFor()
    await press(site, await promptOn(site, phone), 'approve')
    await situation(page, 'paid')
    await page.getByRole('heading', { name: 'Thank you, we have your money' }).waitFor()
    // Ordered and paid, each with its time.
    expect(await page.locator('li time').count()).toBe(2)
    await page.goto('/cart')
    await page.getByRole('heading', { name: 'Your cart is empty' }).waitFor()
  })

  test('declines, and pays at the second try', async () => {
    const page = await ordered()
    await press(site, await promptOn(site, phone), 'decline')
    await situation(page, 'failed')
    await page.getByRole('link', { name: 'Pay again' }).click()
    await page.waitForURL(/\/pay$/)
    await goOn(page, /\/orders\/[\w-]+$/)
    await press(site, await promptOn(site, phone), 'approve')
    await situation(page, 'paid')
  })

  test('pays in another way instead, over the counter', async () => {
    const page = await ordered()
    await page.getByRole('button', { name: 'Pay in another way' }).click()
    await page.waitForURL(/\/pay$/)
    await page.getByText('Cash', { exact: true }).click()
    expect(await page.getByLabel('Mobile money number').isVisible()).toBe(false)
    await goOn(page, /\/orders\/[\w-]+$/)
    await situation(page, 'atCounter')
  })

  test('cancels the order after being asked', async () => {
    const page = await ordered()
    await page.locator('summary', { hasText: 'Cancel the order' }).click()
    await page.getByRole('button', { name: 'Yes, cancel it' }).click()
    await situation(page, 'canceled')
  })

  test('opens the order again from the mail, on a device that has never been here', async () => {
    const page = await browser.page()
    await toCart(page, 'router-hap')
    await goOn(page, /\/checkout/)
    await fillCheckout(page, { ...guest, email: 'mail@example.com' })
    await goOn(page, /\/pay$/)
    const { links } = await mailTo(site, 'mail@example.com', /Your order/)
    const link = links.find((each) => each.includes('secret='))
    const elsewhere = await browser.page()
    await elsewhere.goto(new URL(link ?? '').pathname)
    await elsewhere.getByRole('heading', { name: 'This order is not open to you' }).waitFor()
    await elsewhere.goto(link ?? '')
    await situation(elsewhere, 'unpaid')
    expect(elsewhere.url()).not.toContain('secret')
  })

  test('who fills the cart on another tab meanwhile finds it there after ordering', async () => {
    const page = await browser.page()
    await toCart(page, 'router-hap')
    await goOn(page, /\/checkout/)
    await fillCheckout(page)
    const other = await page.context().newPage()
    await toCart(other, 'last-lamp')
    await goOn(page, /\/pay$/)
    await other.reload()
    expect(await other.locator('[data-cart-line]').allInnerTexts()).toEqual([expect.stringContaining('Last lamp')])
  })

  test('who is too slow is told what is gone, and led to the cart', async () => {
    const rare = await stock(site, { title: 'Rare lamp', price: 2_500_000, quantity: 1 })
    const page = await browser.page()
    await toCart(page, 'rare-lamp')
    await goOn(page, /\/checkout/)
    await fillCheckout(page)
    await order(site, rare)
    await next(page).click()
    await page.getByText('Somebody was faster').waitFor()
    await page.locator('.handover-sum').getByText('Out of stock').waitFor()
    await page.getByRole('alert').getByRole('link', { name: 'To the cart' }).click()
    await page.waitForURL(/\/cart/)
  })

  test('chooses the network by typing the number, and half a number is found before it is sent', async () => {
    const page = await browser.page()
    await toCart(page, 'router-hap')
    await goOn(page, /\/checkout/)
    await fillCheckout(page, { ...guest, phone: '' })
    await goOn(page, /\/pay$/)
    await page.getByLabel('Mobile money number').fill('0688')
    await next(page).click()
    await page
      .getByRole('alert')
      .getByRole('link', { name: /^Give a mobile number/ })
      .waitFor()
    expect(await page.getByLabel('Airtel Money').isChecked()).toBe(true)
    await page.getByLabel('Mobile money number').fill('0688 111 222')
    await goOn(page, /\/orders\/[\w-]+$/)
    await situation(page, 'prompted')
  })

  test('who goes back from paying is led to the order that waits', async () => {
    const page = await browser.page()
    await toCart(page, 'router-hap')
    await goOn(page, /\/checkout/)
    await fillCheckout(page)
    await goOn(page, /\/pay$/)
    await page.goBack()
    await page.getByText('Your cart is empty').waitFor()
    await page.getByRole('link', { name: /^See order V-/ }).click()
    await situation(page, 'unpaid')
  })

  test('who presses twice orders once', async () => {
    const page = await browser.page({ javaScriptEnabled: false })
    await page.goto('/shop/router-hap')
    await next(page).click()
    await page.waitForURL(/\/cart/)
    await goOn(page, /\/checkout/)
    await fillCheckout(page, { ...guest, email: 'twice@example.com' })
    const form = await page
      .locator('form#checkout')
      .evaluate((form: HTMLFormElement) => [...new FormData(form)].map(([name, value]) => [name, String(value)]))
    const answers = await Promise.all(
      [1, 2].map(() => page.request.post('/checkout', { form: Object.fromEntries(form), headers: { origin: site.url }, maxRedirects: 0 })),
    )
    expect(new Set(answers.map((answer) => answer.headers().location)).size).toBe(1)
    const { body } = await site.as('sales').get('/orders?where[email][equals]=twice@example.com')
    expect(body.totalDocs).toBe(1)
  })

  test('is told what is wrong beside the field and loses nothing', async () => {
    const page = await browser.page()
    await toCart(page, 'router-hap')
    await goOn(page, /\/checkout/)
    await page.getByLabel('Town').fill('Moshi')
    await page.getByLabel('E-mail').fill('not an address')
    await next(page).click()
    const problems = page.getByRole('alert')
    await problems.getByRole('link', { name: /^Give an e-mail address/ }).click()
    await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('field-email')
    await page.getByLabel('E-mail').fill('asha@example.com')
    expect(await page.getByLabel('E-mail').getAttribute('aria-invalid')).toBeNull()
    expect(await page.getByLabel('Town').inputValue()).toBe('Moshi')
  })
})

describe('taxes', () => {
  test('are shown with their rate, and another country with other taxes is asked about before anything is ordered', async () => {
    const treasury = site.as('treasury')
    const { id: taxClass } = (await site.guest.get('/tax')).body.classes[0]
    const { body } = await treasury.post('/tax-zones', { name: 'Kenya', countries: ['KE'], taxName: 'VAT', pricesIncludeTax: false })
    await treasury.post('/tax-rates', { zone: body.doc.id, class: taxClass, rateBp: 1600, validFrom: '2024-01-01' })
    await treasury.patch(`/tax-zones/${body.doc.id}`, { active: true })

    const page = await browser.page()
    await page.goto('/shop/router-hap')
    await page.getByText('VAT is included.').waitFor()
    await toCart(page, 'router-hap', 1)
    await goOn(page, /\/checkout/)
    await page.getByText('Of which VAT 18%').first().waitFor()
    await fillCheckout(page)
    await page.getByLabel('Country').selectOption('KE')
    await next(page).click()
    await page.getByText('The total has changed: it is now TSh 179,800 instead of TSh 155,000.').waitFor()
    await page.getByText('VAT 16%').first().waitFor()
    await page.getByText('TSh 179,800').first().waitFor()
    expect(await page.getByLabel('Country').inputValue()).toBe('KE')
    await goOn(page, /\/pay$/)
    await page.goto(page.url().replace(/\/pay$/, ''))
    await page.getByText('VAT 16%', { exact: true }).waitFor()
    expect(await page.getByText('Of which').count()).toBe(0)
  })
})

describe('a product with options', () => {
  const options = [
    { name: 'Size', values: [{ label: 'Small' }, { label: 'Large' }] },
    { name: 'Colour', values: [{ label: 'Blue' }, { label: 'Red' }] },
  ]

  beforeAll(async () => {
    const [admin, sales] = [site.as('admin'), site.as('sales')]
    const shirt = { title: 'Shirt', price: 2_000_000, currency: 'TZS', published: true, options }
    const { id } = (await admin.post('/products', shirt)).body.doc
    await sales.post(`/products/${id}/generate-variants`)
    const { docs } = (await sales.get(`/variants?where[product][equals]=${id}&sort=position&depth=0`)).body
    // Small and blue, small and red, large and blue: there is no large red one.
    for (const [index, variant] of docs.slice(0, 3).entries()) {
      await sales.patch(`/variants/${variant.id}`, { price: 2_000_000 + index * 500_000 })
      const levels = await sales.get(`/stock-levels?where[variant][equals]=${variant.id}`)
      await sales.post(`/stock-levels/${levels.body.docs[0].id}/receive`, { quantity: 5, reason: 'First delivery' })
    }
  })

  test('is chosen value by value, and says which combination is out of stock', async () => {
    const page = await browser.page({ viewport: { width: 360, height: 740 } })
    await page.goto('/shop/shirt')
    const [size, colour] = [page.getByRole('group', { name: 'Size' }), page.getByRole('group', { name: 'Colour' })]
    expect(await page.getByRole('group', { name: 'Choose one' }).isVisible()).toBe(false)
    expect(await size.getByRole('radio', { name: 'Small' }).isChecked()).toBe(true)
    await size.getByText('Large').click()
    await page.locator('[data-shown-price]').first().getByText('TSh 30,000').waitFor()
    await colour.locator('label', { hasText: 'Red' }).getByText('Out of stock').waitFor()
    await colour.getByText('Red').click()
    await page.getByRole('status').getByText('This combination is out of stock.').waitFor()
    expect(await next(page).isDisabled()).toBe(true)
    expect(await faultsOf(page)).toEqual([])
    await size.getByText('Small').click()
    expect(await page.getByRole('status').getByText('This combination').count()).toBe(0)
    expect(await faultsOf(page)).toEqual([])
    await next(page).click()
    await page.getByRole('link', { name: 'To the cart' }).click()
    await page.getByText('Small / Red').waitFor()
    await page.getByText('TSh 25,000').first().waitFor()
  })

  test('is chosen from the list of its variants without scripts', async () => {
    const page = await browser.page({ javaScriptEnabled: false })
    await page.goto('/shop/shirt')
    expect(await page.getByRole('group', { name: 'Size' }).count()).toBe(0)
    await page.getByText('Large / Blue').click()
    await next(page).click()
    await page.waitForURL(/\/cart/)
    await page.getByText('Large / Blue').waitFor()
  })
})

describe('a prompt that nobody answers', () => {
  test('expires; the money that comes late still pays for goods that are there', async () => {
    const page = await ordered()
    const prompt = await promptOn(site, phone)
    site.clock.advance(minutes(11))
    await site.job('payments.expire')
    await situation(page, 'expired')
    await press(site, prompt, 'approve')
    await situation(page, 'paid')
    site.clock.reset()
  })

  test('and whose goods are sold meanwhile, ends with an apology and the money back', async () => {
    const page = await ordered('last-lamp')
    const prompt = await promptOn(site, phone)
    site.clock.advance(minutes(40))
    await site.job('payments.expire')
    await site.job('shop.release-reservations')
    await situation(page, 'expired')
    const other = await ordered('last-lamp')
    await press(site, prompt, 'approve')
    await situation(page, 'paid_unfulfillable')
    await situation(other, 'prompted')
    site.clock.reset()
  })
})

describe('the cart', () => {
  test('is counted up and down where it stands, one request for many presses, and says the new sum', async () => {
    const page = await browser.page({ viewport: { width: 360, height: 740 } })
    await toCart(page, 'router-hap')
    await page.evaluate(() => Object.assign(window, { stays: true }))
    const sent: string[] = []
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.postData() ?? '')
    })
    const [more, less, quantity] = [
      page.getByRole('button', { name: 'One more: Router hAP' }),
      page.getByRole('button', { name: 'One less: Router hAP' }),
      page.getByLabel('How many: Router hAP'),
    ]
    expect(await less.isDisabled()).toBe(true)
    for (let times = 0; times < 3; times++) await more.click()
    await page.locator('[data-cart-said]').getByText('4 items').waitFor({ state: 'attached' })
    expect(sent).toHaveLength(1)
    expect(await quantity.inputValue()).toBe('4')
    expect(await page.locator('[data-cart-total]').textContent()).toContain('600,000')
    expect(await more.evaluate((button) => button === document.activeElement)).toBe(true)
    await page.locator('[data-cart-count]:visible').first().getByText('4').waitFor()
    await quantity.fill('2')
    await quantity.press('Enter')
    await page.locator('[data-cart-said]').getByText('2 items').waitFor({ state: 'attached' })
    await less.click()
    await page.locator('[data-cart-said]').getByText('1 item').waitFor({ state: 'attached' })
    expect(await less.isDisabled()).toBe(true)
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('INPUT')
    expect(await page.evaluate('window.stays')).toBe(true)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    await page.getByRole('button', { name: 'Remove Router hAP' }).click()
    await page.getByRole('heading', { name: 'Your cart is empty' }).waitFor()
    await page.getByRole('navigation').getByText('Home').last().waitFor()
  })

  test('is sent as a form when there is no answer', async () => {
    const page = await browser.page()
    await toCart(page, 'router-hap')
    await page.route('**/cart', (route) => (route.request().resourceType() === 'fetch' ? route.abort() : route.continue()))
    await page.getByRole('button', { name: 'One more: Router hAP' }).click()
    await page.getByText('2 items').waitFor()
    await page.unroute('**/cart')
  })
})

describe('with scripts off', () => {
  test('everything up to the paid order works, on a phone', async () => {
    const page = await browser.page({ javaScriptEnabled: false, viewport: { width: 360, height: 740 } })
    await page.goto('/')
    await page.getByRole('link', { name: 'Look around the shop' }).click()
    await page.getByRole('link', { name: 'Router hAP' }).click()
    await next(page).click()
    await page.waitForURL(/\/cart/)
    await page.getByLabel('How many: Router hAP').fill('3')
    await page.getByRole('button', { name: 'Update the cart' }).click()
    await page.getByText('3 items').waitFor()
    await goOn(page, /\/checkout/)
    await page.getByLabel('E-mail').fill('plain@example.com')
    await page.getByText('Pick-up', { exact: true }).first().click()
    await goOn(page, /\/pay$/)
    await page.getByLabel('Mobile money number').fill('0712 345 678')
    await page.getByText('M-Pesa').click()
    await goOn(page, /\/orders\/[\w-]+$/)
    await situation(page, 'prompted')
    const order = page.url()
    await page.goto('/sandbox?phone=0712345678')
    await page.getByRole('button', { name: 'Enter the PIN and pay' }).click()
    await page.getByText('Paid', { exact: true }).waitFor()
    await page.goto(order)
    await situation(page, 'paid')
  })

  test('the page of an order asks again by itself', async () => {
    const page = await browser.page({ javaScriptEnabled: false })
    await toOrder(page)
    expect(await page.locator('meta[http-equiv="refresh"]').getAttribute('content')).toBe('15')
  })
})

/** Orders without scripts, to be picked up. */
async function toOrder(page: Awaited<ReturnType<typeof browser.page>>) {
  await page.goto('/shop/router-hap')
  await next(page).click()
  await page.waitForURL(/\/cart/)
  await goOn(page, /\/checkout/)
  await page.getByLabel('E-mail').fill('reload@example.com')
  await page.getByText('Pick-up', { exact: true }).first().click()
  await goOn(page, /\/pay$/)
  await page.getByRole('link', { name: 'Pay later and see the order' }).click()
  await situation(page, 'unpaid')
}
