import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { password, platform } from '../support/platform.ts'
import { stock } from '../support/shopping.ts'
import { goOn, mailTo, next, press, promptOn, situation, toCart } from './visit.ts'

const site = await platform({ storefront: true, jobs: true })
const browser = await openBrowser(site.url)

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
