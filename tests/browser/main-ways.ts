import { expect, test } from 'vitest'
import { type Platform, password } from '../support/platform.ts'
import type { Visitor } from '../support/visitor.ts'
import { press, promptOn } from './visit.ts'

/** The main ways through the site, for browsers besides the one in which everything is tried. There is a "Solar lamp" on the shelf. */
export function mainWays(site: Platform, open: () => Promise<Visitor>, widths: readonly number[]): void {
  test('a visitor reads in two languages, and nothing is wider than the screen', async () => {
    const page = await open()
    await page.goto('/')
    await page.press('Language')
    await page.press('Kiswahili')
    await page.at(/\/sw$/)
    await page.goto('/sw/shop?q=solar')
    await page.shows('Bidhaa 1')
    for (const width of widths) {
      await page.width(width)
      for (const address of ['/', '/shop', '/shop/solar-lamp', '/cart', '/sign-in']) {
        await page.goto(address)
        expect(await page.ask(() => document.documentElement.scrollWidth - innerWidth), `${address} at ${width}`).toBeLessThanOrEqual(0)
      }
    }
  })

  test('a guest buys by a prompt on the phone and sees the money arrive', async () => {
    const page = await open()
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
    const page = await open()
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
}
