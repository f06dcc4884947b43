import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openFirefox } from '../support/firefox.ts'
import { password, platform } from '../support/platform.ts'
import { stock } from '../support/shopping.ts'
import { press, promptOn } from './visit.ts'

const site = await platform({ storefront: true, jobs: true })
const firefox = await openFirefox(site.url)

beforeAll(async () => {
  await stock(site, { title: 'Solar lamp', price: 2_500_000, quantity: 20 })
})

afterAll(() => {
  expect(firefox.faults, 'script errors').toEqual([])
})

describe('in Firefox', () => {
  test('a visitor reads in two languages, and nothing is wider than the screen', async () => {
    const page = await firefox.page()
    await page.goto('/')
    await page.press('Language')
    await page.press('Kiswahili')
    await page.at(/\/sw$/)
    await page.goto('/sw/shop?q=solar')
    await page.shows('Bidhaa 1')
    for (const address of ['/', '/shop', '/shop/solar-lamp', '/cart', '/sign-in'])
      for (const width of [360, 768, 1440]) {
        await page.goto(address)
        await page.width(width)
        expect(await page.ask(() => document.documentElement.scrollWidth - innerWidth), `${address} at ${width}`).toBeLessThanOrEqual(0)
      }
  })

  test('a guest buys by a prompt on the phone and sees the money arrive', async () => {
    const page = await firefox.page()
    await page.goto('/shop/solar-lamp')
    await page.press('Add to cart')
    await page.press('To the cart')
    await page.at(/\/cart/)
    await page.press('Check out')
    await page.at(/\/checkout/)
    await page.fill('E-mail', 'asha@example.com')
    await page.fill('Mobile number', '0754 333 444')
    await page.fill('Name', 'Asha Juma')
    await page.fill('Street and house', 'Uhuru Street 4')
    await page.fill('Town', 'Dar es Salaam')
    await page.press('Place the order')
    await page.at(/\/pay$/)
    await page.press('Pay TSh')
    await page.at(/\/orders\/[\w-]+$/)
    await page.shows('on its way to +255 754 333 444')
    await press(site, await promptOn(site, '+255754333444'), 'approve')
    await page.shows('Thank you, we have your money')
  })

  test('a customer signs in, after a mistake that is explained, and out again', async () => {
    const page = await firefox.page()
    await page.goto('/account')
    await page.fill('E-mail', 'customer@test.test')
    await page.fill('Password', 'not the password')
    await page.press('Sign in')
    await page.shows('E-mail or password is wrong.')
    await page.fill('Password', password)
    await page.press('Sign in')
    await page.at(/\/account$/)
    await page.shows('No orders yet')
    await page.press('Sign out')
    await page.at(/\/$/)
  })
})
