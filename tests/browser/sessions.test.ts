import { expect, test } from 'vitest'
import { barriers } from '../support/axe.ts'
import { eventually, openBrowser } from '../support/browser.ts'
import { password, platform } from '../support/platform.ts'

const site = await platform({ storefront: true })
const browser = await openBrowser(site.url)

test('a customer sees where they are signed in and ends another place, also without scripts', async () => {
  const { user } = site.as('customer')
  const { body } = await site.guest.post(
    '/users/login',
    { email: user.email, password },
    { 'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile' },
  )
  const other = { authorization: `JWT ${body.token}`, 'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile' }
  await site.guest.get('/users/me', other)
  const page = await browser.page({ viewport: { width: 360, height: 740 }, javaScriptEnabled: false })
  await page.goto('/sw/account/sessions')
  await page.locator('[name=email]').fill(user.email)
  await page.locator('[name=password]').fill(password)
  await page.locator('form:has([name=password]) button.button-primary').click()
  await eventually(async () => {
    await page.goto('/account/sessions')
    return page.locator('main').textContent()
  }).toContain('Chrome · Android')
  await page.getByText('Here, now').waitFor()
  await page.locator('li', { hasText: 'Android' }).getByRole('button', { name: 'Sign out there' }).click()
  await page.getByText('Signed out.').waitFor()
  expect(await page.locator('main').textContent()).not.toContain('Android')
  expect((await site.guest.get('/users/me', other)).body.user).toBe(null)
  expect((await site.guest.get('/users/me')).body.user).toBe(null)
})

test('the page of sessions has no barriers', async () => {
  const page = await browser.page()
  await page.goto('/sign-in?next=/account/sessions')
  await page.locator('[name=email]').fill(site.as('customer').user.email)
  await page.locator('[name=password]').fill(password)
  await page.locator('form:has([name=password]) button.button-primary').click()
  await page.waitForURL('**/account/sessions')
  expect(await barriers(page)).toEqual([])
})
