import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { page as pageOf, published } from '../content/world.ts'
import { barriers } from '../support/axe.ts'
import { eventually, openBrowser } from '../support/browser.ts'
import { platform } from '../support/platform.ts'

const site = await platform({ storefront: true, admin: true })
const browser = await openBrowser(site.url)

const visitor = async (path: string) => {
  const answer = await fetch(site.url + path)
  return { status: answer.status, text: await answer.text() }
}

/** The admin as somebody from marketing sees it. */
async function marketing(path: string): Promise<Page> {
  const page = await browser.page()
  await page.context().addCookies([{ name: 'payload-token', value: site.as('marketing').token, url: site.url }])
  await page.goto(`/admin${path}`)
  return page
}

const saved = (page: Page) =>
  page
    .getByText(/(successfully|Draft saved)/)
    .first()
    .waitFor()

beforeAll(async () => {
  await published(site, 'pages', pageOf('About us'))
})

afterAll(() => {
  expect(browser.foreign, 'addresses on other hosts').toEqual([])
  expect(browser.faults, 'script errors').toEqual([])
})

test('a page is drafted from blocks, seen beside its form while only staff see it, then published', async () => {
  const page = await marketing('/collections/pages/create')
  await page.locator('#field-title').fill('Summer sale')
  await page.locator('#field-summary').fill('Everything with a plug is cheaper until August.')
  await page.getByRole('button', { name: 'Add Block' }).click()
  await page.getByRole('button', { name: 'Opening', exact: true }).click()
  await page.getByRole('textbox', { name: 'Heading' }).fill('Cheaper until August')
  await page.locator('.block-label', { hasText: 'Opening' }).getByText('Cheaper until August').waitFor()
  await page.getByRole('button', { name: 'Save Draft' }).click()
  await page.waitForURL(/pages\/[0-9a-f-]{36}/)
  expect((await visitor('/summer-sale')).status).toBe(404)

  await page.locator('.live-preview-toggler').click()
  const draft = page.frameLocator('#live-preview-iframe')
  await draft.getByRole('heading', { name: 'Cheaper until August' }).waitFor()
  await draft.getByText('This is a draft.').waitFor()
  await page.getByRole('textbox', { name: 'Heading' }).fill('Cheaper until September')
  await page.getByRole('button', { name: 'Save Draft' }).click()
  await draft.getByRole('heading', { name: 'Cheaper until September' }).waitFor()

  await page.getByRole('button', { name: 'Publish changes' }).click()
  await eventually(async () => (await visitor('/summer-sale')).text).toContain('Cheaper until September')
})

test('what a search engine and a share card will show is seen while it is written', async () => {
  const { id } = await published(site, 'pages', pageOf('Repairs', { summary: 'We mend what others throw away.' }))
  const page = await marketing(`/collections/pages/${id}`)
  const shown = page.getByRole('region', { name: 'Preview' })
  await shown.getByText('/repairs').waitFor()
  await shown.getByText('We mend what others throw away.').waitFor()
  const card = shown.locator('img')
  await card.scrollIntoViewIfNeeded()
  expect(await card.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth))).toBe(1200)
  await page.locator('#field-seo__title').fill('Repairs of phones, radios, lamps and whatever else you bring us in Dar es Salaam')
  await shown.getByText('too long to be shown whole').waitFor()
  await page.locator('#field-seo__title').fill('Repairs in Dar es Salaam')
  await eventually(() => shown.getByText('Repairs in Dar es Salaam').count()).toBe(2)
  expect(await barriers(page, ['.seo-preview'])).toEqual([])
  await page.getByRole('button', { name: 'Publish changes' }).click()
  await eventually(async () => (await visitor('/repairs')).text).toMatch(/<title>Repairs in Dar es Salaam/)
})

test('what search engines will not show well is listed, with the way to mend it', async () => {
  await published(site, 'pages', pageOf('Delivery', { summary: '' }))
  const page = await marketing('/search-findings')
  const row = page.getByRole('row', { name: /\/delivery/ })
  await row.first().waitFor()
  expect(await barriers(page, ['.search-findings'])).toEqual([])
  await row.first().getByRole('link').click()
  await page.locator('#field-summary').fill('How and when your parcel comes.')
  await page.getByRole('button', { name: 'Publish changes' }).click()
  await saved(page)
  await page.goto('/admin/search-findings')
  await page.getByRole('heading', { name: 'In search engines' }).waitFor()
  expect(await page.getByRole('row', { name: /\/delivery/ }).count()).toBe(0)
})

test('a draft is published at the time that was chosen', async () => {
  const { body } = await site.as('marketing').post('/pages?draft=true', pageOf('Open day', { _status: 'draft' }))
  const page = await marketing(`/collections/pages/${body.doc.id}`)
  await page.locator('.doc-controls__controls .popup-button').first().click()
  await page.getByText('Schedule Publish').first().click()
  const drawer = page.getByRole('dialog').last()
  await drawer.getByText('Publish', { exact: true }).click()
  await drawer.getByText('Dar es Salaam, Nairobi, Kampala').waitFor()
  const later = new Date(Date.now() + 2 * 86_400_000)
  await drawer
    .locator('.react-datepicker__input-container input')
    .fill(later.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' }) + ', 08:00')
  await page.keyboard.press('Enter')
  await drawer.getByRole('button', { name: 'Save' }).click()
  await eventually(async () => (await site.payload.count({ collection: 'payload-jobs' })).totalDocs).toBe(1)
  await drawer.locator('table, .table').getByText('Publish').first().waitFor()
  await site.job('content.publish-scheduled')
  expect((await visitor('/open-day')).status).toBe(404)
  const [waiting] = (await site.payload.find({ collection: 'payload-jobs' })).docs
  expect(String(waiting?.waitUntil)).toBe(`${later.toISOString().slice(0, 10)}T05:00:00.000Z`)
  await site.payload.db.updateMany({
    collection: 'payload-jobs',
    where: {},
    data: { waitUntil: new Date(Date.now() - 1000).toISOString() },
  })
  await site.job('content.publish-scheduled')
  expect((await visitor('/open-day')).status).toBe(200)
})

test('a post gets a note between its paragraphs', async () => {
  const page = await marketing('/collections/posts/create')
  await page.locator('#field-title').fill('How to charge a lamp')
  await page.locator('#field-excerpt').fill('Sun, and some patience.')
  const body = page.locator('.rich-text-lexical [contenteditable=true]').first()
  await body.click()
  await page.keyboard.type('Put it into the sun.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('/note')
  await page.locator('.slash-menu-popup').getByText('Note', { exact: true }).waitFor()
  await page.keyboard.press('Enter')
  await page.locator('.rich-text-lexical textarea').fill('Never behind glass.')
  // The text gets what is typed in its notes a moment later, and a note may not be empty.
  const publish = page.getByRole('button', { name: 'Publish changes' })
  await eventually(async () => {
    await publish.click({ timeout: 1000 }).catch(() => undefined)
    return page.url()
  }).toMatch(/posts\/[0-9a-f-]{36}/)
  const { status, text } = await visitor('/blog/how-to-charge-a-lamp')
  expect(status).toBe(200)
  expect(text).toMatch(/Put it into the sun\.[\s\S]*Never behind glass\./)
})
