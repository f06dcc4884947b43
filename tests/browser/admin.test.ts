import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { barriers } from '../support/axe.ts'
import { eventually, openBrowser } from '../support/browser.ts'
import { platform } from '../support/platform.ts'
import { type Bought, buy, type Goods, order, stock } from '../support/shopping.ts'

const site = await platform({ admin: true, env: { SEED: 'demo' } })
const browser = await openBrowser(site.url)

let goods: Goods
let scarce: Goods
let paid: Bought

/** Signs in as a demo account with the button above the form. */
async function signIn(role: string, width = 1280, colorScheme: 'light' | 'dark' = 'light'): Promise<Page> {
  const page = await browser.page({ viewport: { width, height: 900 }, colorScheme })
  await page.goto('/admin')
  await page.getByRole('button', { name: role, exact: true }).click()
  await page.waitForURL(`${site.url}/admin`)
  await page.locator('.modular-dashboard').waitFor()
  return page
}

const state = (page: Page, label: string) => page.locator('.state-actions .state', { hasText: label }).waitFor()

const press = (page: Page, label: string) => page.locator('.state-actions').getByRole('button', { name: label, exact: true }).click()

beforeAll(async () => {
  const { accountsSeed } = await import('../../collections/seed.ts')
  const { withRequest } = await import('../../platform/transaction.ts')
  await withRequest(site.payload, 'accounts', (req) => accountsSeed.run(req, {}))
  goods = await stock(site, { title: 'Router hAP', price: 15_000_000, quantity: 50 })
  scarce = await stock(site, { title: 'USB cable', price: 850_000, quantity: 4 })
  await site.as('sales').patch(`/stock-levels/${scarce.level}`, { lowStockAt: 5 })
  await order(site, goods)
  paid = await buy(site, goods, 2)
})

afterAll(() => {
  expect(browser.foreign, 'addresses on other hosts').toEqual([])
  expect(browser.faults, 'script errors').toEqual([])
})

describe('signing in', () => {
  test('with a name and a password works like everywhere else', async () => {
    const page = await browser.page()
    await page.goto('/admin/login')
    await page.getByLabel('Email').fill('sales@demo.test')
    await page.getByLabel('Password').fill('demo-vior-2026')
    await page.getByRole('button', { name: 'Login' }).click()
    await page.waitForURL(`${site.url}/admin`)
  })

  test('leads a customer to a closed door', async () => {
    const page = await browser.page()
    await page.goto('/admin/login')
    await page.getByLabel('Email').fill('customer@demo.test')
    await page.getByLabel('Password').fill('demo-vior-2026')
    await page.getByRole('button', { name: 'Login' }).click()
    await page.getByText('not allowed').first().waitFor()
    expect(await page.locator('.modular-dashboard').count()).toBe(0)
  })
})

describe('the first page', () => {
  const expected = {
    Treasury: { tiles: ['Money to confirm', 'Orders by state', 'Money in, last 30 days'], groups: ['Shop', 'Money'] },
    Sales: { tiles: ['Paid, but out of stock', 'Low stock', 'Orders by state'], groups: ['Shop', 'Money', 'People'] },
    Delivery: { tiles: ['To pack', 'To ship or hand over', 'Orders by state'], groups: ['Shop'] },
    Developer: { tiles: ['Messages that were given up', 'Mails that failed', 'Jobs that failed'], groups: ['System'] },
  }
  const foreignTiles = { Treasury: 'To pack', Sales: 'Money to confirm', Delivery: 'Money in, last 30 days', Developer: 'Orders by state' }

  test.for(Object.entries(expected))('of %s shows the own tasks and groups', async ([role, { tiles, groups }]) => {
    const page = await signIn(role)
    // Some say beside their name that they show test data.
    const shown = (await page.locator('.tile > h2').allInnerTexts()).map((text) => text.split('\n')[0]?.trim())
    expect(shown).toEqual(expect.arrayContaining(tiles))
    expect(shown).not.toContain(foreignTiles[role as keyof typeof foreignTiles])
    const headings = await page.locator('.collections__label').allInnerTexts()
    expect(headings).toEqual(expect.arrayContaining(groups))
    if (role === 'Delivery' || role === 'Developer') {
      expect(headings).not.toContain('Money')
      // What every visitor reads means work only for those who write it.
      expect(headings).not.toContain('Content')
    }
  })

  test('tells treasury what came in, as a chart and as a table', async () => {
    const page = await signIn('Treasury')
    const tile = page.getByRole('region', { name: 'Money in, last 30 days' })
    await tile.getByRole('img', { name: /^Money in, last 30 days, TZS: TZS/ }).waitFor()
    await tile.getByText('As a table').click()
    await tile.getByRole('cell', { name: /^TZS/ }).first().waitFor()
  })

  test('leads sales to what runs low', async () => {
    const page = await signIn('Sales')
    const tile = page.getByRole('region', { name: 'Low stock' })
    await eventually(() => tile.textContent()).toContain('4 left')
    await tile.getByRole('link', { name: 'As a list' }).click()
    await page.getByRole('link', { name: 'USB-CABLE' }).waitFor()
    expect(await page.getByRole('link', { name: 'ROUTER-HAP' }).count()).toBe(0)
  })

  test('fits a phone', async () => {
    const page = await signIn('Treasury', 390)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  })
})

test('no main page is wider than its screen, from a tablet on', async () => {
  const page = await signIn('Admin')
  const id = async (collection: 'orders' | 'products') => (await site.payload.find({ collection, limit: 1, depth: 0 })).docs[0]?.id
  const paths = ['', '/collections/orders', `/collections/orders/${await id('orders')}`, `/collections/products/${await id('products')}`]
  const wide: string[] = []
  for (const path of [...paths, '/collections/stock-levels', '/collections/jobs', '/collections/outbox', '/globals/settings', '/account']) {
    await page.goto(`/admin${path}`)
    await page.locator('h1, .modular-dashboard').first().waitFor()
    for (const width of [768, 1024, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      // The menu folds in a moment after the window has become narrow.
      await page
        .waitForFunction('document.documentElement.scrollWidth <= innerWidth', undefined, { timeout: 5000 })
        .catch(() => wide.push(`${path} at ${width}`))
    }
  }
  expect(wide).toEqual([])
})

test('nothing on the main pages stands in the way of keys, readers of screens or weak eyes', async () => {
  const page = await signIn('Sales')
  const found: string[] = []
  const documents = [`orders/${paid.id}`, `products/${goods.product}`, `stock-levels/${goods.level}`]
  for (const path of ['', '/collections/orders', ...documents.map((each) => `/collections/${each}`), '/notifications']) {
    await page.goto(`/admin${path}`)
    await page.locator('h1, .modular-dashboard').first().waitFor()
    await page.locator('.field-type, tbody, .tile, .notifications').first().waitFor()
    // Payload gives no name to some controls; ours come a moment after them.
    await page.waitForTimeout(500)
    found.push(...(await barriers(page)).map((barrier) => `${path} ${barrier}`))
  }
  expect(found).toEqual([])
})

describe('an order', () => {
  test('goes from treasury to delivery and to the customer by buttons, each role in its turn', async () => {
    const treasury = await signIn('Treasury')
    await treasury.getByRole('region', { name: 'Money to confirm' }).getByRole('link', { name: paid.number }).click()
    await state(treasury, 'Paid')
    const payments = treasury.getByRole('region', { name: 'Payments' })
    await payments
      .getByRole('row', { name: /Paid.*Mobile money/ })
      .getByRole('link', { name: /^PV-/ })
      .waitFor()
    expect(await treasury.getByRole('button', { name: 'Pack', exact: true }).count()).toBe(0)
    await press(treasury, 'Confirm the money')
    await state(treasury, 'Money confirmed')
    await treasury.locator('.history').getByText('Grace Mwakyusa').waitFor()

    const delivery = await signIn('Delivery')
    await delivery.getByRole('region', { name: 'To pack' }).getByRole('link', { name: paid.number }).click()
    await state(delivery, 'Money confirmed')
    await press(delivery, 'Pack')
    await state(delivery, 'Packed')
    await press(delivery, 'Ship')
    await state(delivery, 'Shipped')
    await press(delivery, 'Hand over')
    await state(delivery, 'Delivered')
    expect((await site.as('sales').get(`/orders/${paid.id}`)).body.status).toBe('delivered')
  })

  test('that somebody else moved meanwhile says so and shows its present state', async () => {
    const { id } = await buy(site, goods)
    const [first, second] = [await signIn('Treasury'), await signIn('Treasury')]
    // The second one hears nothing of what the first one does.
    await second.context().routeWebSocket(/\/socket\.io\//, () => undefined)
    for (const page of [first, second]) {
      await page.goto(`/admin/collections/orders/${id}`)
      await state(page, 'Paid')
    }
    await press(first, 'Confirm the money')
    await state(first, 'Money confirmed')
    await press(second, 'Confirm the money')
    const alert = second.locator('.refusal')
    await eventually(() => alert.textContent()).toContain('Somebody else was faster')
    expect(await alert.textContent()).toContain('ILLEGAL_TRANSITION')
    await state(second, 'Money confirmed')
  })

  test('shows each step to whoever looks at it, but never takes away what they type', async () => {
    const { id } = await buy(site, goods)
    const [treasury, watcher, typist] = [await signIn('Treasury'), await signIn('Sales'), await signIn('Sales')]
    for (const page of [treasury, watcher, typist]) {
      const connected = page.waitForEvent('websocket')
      await page.goto(`/admin/collections/orders/${id}`)
      await state(page, 'Paid')
      await connected
    }
    await typist.getByLabel('Email').fill('better@example.com')
    await press(treasury, 'Confirm the money')
    await state(watcher, 'Money confirmed')
    await typist.getByText('Somebody else took a step meanwhile').waitFor()
    expect(await typist.getByLabel('Email').inputValue()).toBe('better@example.com')
  })

  test('is canceled only after the question why, and the reason stays in its history', async () => {
    const { id } = await order(site, goods)
    const page = await signIn('Sales')
    await page.goto(`/admin/collections/orders/${id}`)
    await press(page, 'Cancel')
    await page.getByRole('dialog').getByRole('button', { name: 'Not now' }).click()
    await state(page, 'Awaiting payment')
    await press(page, 'Cancel')
    await page.getByRole('dialog').getByLabel('Reason').fill('The customer changed their mind')
    await page.getByRole('dialog').getByRole('button', { name: 'Cancel', exact: true }).click()
    await state(page, 'Canceled')
    await page.locator('.history').getByText('The customer changed their mind').waitFor()
  })

  test('is found by its state', async () => {
    const page = await signIn('Sales')
    await page.goto('/admin/collections/orders')
    await page.getByRole('navigation', { name: 'By status' }).getByRole('link', { name: 'Delivered' }).click()
    await page.locator('tbody').getByRole('link', { name: paid.number }).waitFor()
    expect(await page.locator('tbody .state').allInnerTexts()).toEqual(['Delivered'])
  })

  test('shows on a phone what is to be done before what there is to read', async () => {
    const { id } = await buy(site, goods)
    const page = await signIn('Treasury', 390)
    await page.goto(`/admin/collections/orders/${id}`)
    const button = page.getByRole('button', { name: 'Confirm the money' })
    await button.waitFor()
    const box = await button.boundingBox()
    expect(box?.y).toBeLessThan(600)
    expect(box?.height).toBeGreaterThanOrEqual(44)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390)
  })
})

test('an API key is made in a form, shown once, counted by its use and revoked', async () => {
  const page = await signIn('Sales')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/admin/collections/api-keys')
  await page.getByRole('button', { name: 'New API key' }).click()
  const form = page.getByRole('dialog', { name: 'New API key' })
  await form.getByLabel('What it is for').fill('Stock sync')
  await form.getByRole('button', { name: 'Make the key' }).click()
  await form.getByRole('alert').getByText('Choose at least one part').waitFor()
  await form.getByLabel('Catalogue: read').check()
  await form.getByLabel('Good for').selectOption('A year')
  expect(await barriers(page, ['dialog'])).toEqual([])
  await form.getByRole('button', { name: 'Make the key' }).click()
  const shown = page.getByRole('dialog', { name: 'Keep this now' })
  await shown.getByRole('button', { name: 'Copy' }).click()
  await shown.getByText('It is on the clipboard.').waitFor()
  const secret = await page.evaluate<string>('navigator.clipboard.readText()')
  expect(secret).toMatch(/^vior_/)
  await shown.getByRole('button', { name: 'I have it' }).click()

  const use = async (address: string) =>
    (await fetch(`${site.url}/api/v1/${address}`, { headers: { authorization: `Bearer ${secret}` } })).status
  expect([await use('products'), await use('products'), await use('orders')]).toEqual([200, 200, 403])
  const { shared } = await import('../../platform/instance.ts')
  await shared(site.payload).writeUsage?.()

  await page.locator('tbody').getByRole('link', { name: 'Stock sync' }).click()
  expect(await page.content()).not.toContain(secret)
  const uses = page.getByRole('region', { name: 'Use', exact: true })
  await uses.getByRole('img', { name: 'Calls by day: 3 calls in 30 days' }).waitFor()
  expect(await uses.getByRole('row', { name: /GET \/api\/v1\/orders/ }).innerText()).toMatch(/1\s+1\s/)
  expect(await barriers(page, ['.key-usage'])).toEqual([])
  await press(page, 'Revoke')
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
  await state(page, 'Revoked')
  expect(await use('products')).toBe(401)
})

test('a webhook shows its secret once and what it was told, and tells it again', async () => {
  const heard: string[] = []
  const receiver = createServer((request, response) => {
    heard.push(String(request.headers['webhook-id']))
    response.writeHead(heard.length === 1 ? 500 : 204).end()
  })
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void receiver.close())
  const { port } = receiver.address() as AddressInfo

  const page = await signIn('Developer')
  await page.goto('/admin/collections/webhooks/create')
  await page.getByLabel('Name').fill('Books')
  await page.getByLabel('Address').fill(`http://127.0.0.1:${port}/events`)
  await page.locator('#field-events input').fill('orders.placed')
  await page.getByRole('option', { name: 'orders.placed' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await page.waitForURL(/webhooks\/[0-9a-f-]{36}/)
  await state(page, 'Active')
  await page.getByRole('button', { name: 'New secret' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'New secret' }).click()
  const shown = page.getByRole('dialog', { name: 'Keep this now' })
  expect(await shown.getByRole('textbox').inputValue()).toMatch(/^whsec_/)
  await shown.getByRole('button', { name: 'I have it' }).click()

  const told = (times: number) =>
    eventually(async () => {
      await site.job('webhooks.deliver')
      return heard.length
    }).toBe(times)
  await order(site, goods)
  await told(1)
  const log = page.getByRole('region', { name: 'Deliveries' })
  await page.reload()
  await eventually(() => log.locator('tbody tr').allInnerTexts()).toEqual([expect.stringContaining('Failed')])
  await log.getByRole('button', { name: 'Send again' }).click()
  await told(2)
  expect(heard[1]).toBe(heard[0])
  await page.reload()
  await eventually(() => log.locator('tbody .state').allInnerTexts()).toEqual(['Delivered', 'Failed'])
  expect(await barriers(page, ['.deliveries'])).toEqual([])

  await page.goto('/admin/collections/webhook-deliveries')
  await page.locator('tbody tr', { hasText: 'Failed' }).getByRole('link').first().click()
  await page.getByRole('button', { name: 'Send again' }).click()
  await told(3)
})

test.for(['light', 'dark'] as const)('what we add to the admin has no barriers in the %s theme', async (colorScheme) => {
  const { id } = await order(site, goods)
  const page = await signIn('Admin', 1280, colorScheme)
  expect(await barriers(page, ['.tile'])).toEqual([])
  expect(await page.locator('.tile', { hasText: 'Test data' }).count()).toBeGreaterThan(3)
  await page.goto('/admin/collections/orders')
  await page.locator('tbody .state').first().waitFor()
  expect(await barriers(page, ['.state-tabs', 'tbody .state'])).toEqual([])
  await page.goto(`/admin/collections/orders/${id}`)
  await press(page, 'Cancel')
  await page.getByRole('dialog').waitFor()
  expect(await barriers(page, ['dialog'])).toEqual([])
  await page.keyboard.press('Escape')
  expect(await barriers(page, ['.state-actions', '.history', '.rows', '.money-field'])).toEqual([])
})

describe('a list', () => {
  /** The numbers in what the screen says of a column, for each currency. */
  const totals = async (page: Page, label: string) => {
    const column = page.getByRole('region', { name: 'Totals' }).locator('dl > div', { has: page.getByText(label, { exact: true }) })
    return (await column.locator('dd').allInnerTexts()).map((text) => Number(text.replaceAll(/[^\d.-]/g, '')))
  }

  test('says what it adds up to, and is taken away as it is on the screen', async () => {
    const moment = new Date().toISOString()
    const lone = { test: true, subtotal: 0, taxTotal: 0, shippingTotal: 0, status: 'delivered', createdAt: moment, updatedAt: moment }
    const put = (number: string, total: number, currency: string) =>
      site.payload.db.create({
        collection: 'orders',
        returning: false,
        data: { ...lone, id: crypto.randomUUID(), number, total, currency, email: `${number.toLowerCase()}@sums.example` } as never,
      })
    for (const [number, total, currency] of [
      ['SUM-1', 1_000_050, 'TZS'],
      ['SUM-2', 250_000, 'TZS'],
      ['SUM-3', 1999, 'USD'],
      ['OTHER', 7, 'TZS'],
    ] as const)
      await put(number, total, currency)
    const page = await signIn('Treasury')
    await page.goto('/admin/collections/orders?search=sum-&where[or][0][and][0][status][equals]=delivered&sort=-total')
    await page.locator('tbody').getByRole('link', { name: 'SUM-1' }).waitFor()
    await eventually(() => totals(page, 'Total')).toEqual([12_500.5, 19.99])

    const link = page.getByRole('navigation', { name: 'Export' }).getByRole('link', { name: 'CSV' })
    await link.focus()
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')])
    expect(download.suggestedFilename()).toMatch(/^orders-.+\.csv$/)
    const [heads = [], ...rows] = readFileSync(await download.path(), 'utf8')
      .trim()
      .split('\r\n')
      .map((line) => line.split(','))
    expect(heads.map((head) => head.replace('\ufeff', ''))).toEqual(['Number', 'Status', 'Total', 'Currency', 'Email', 'Phone', 'Created'])
    expect(rows.slice(0, 3).map(([number]) => number)).toEqual(['SUM-1', 'SUM-2', 'SUM-3'])
    expect(rows.slice(3).map(([label, , total, currency]) => [label, Number(total), currency])).toEqual([
      ['Total', 12_500.5, 'TZS'],
      ['Total', 19.99, 'USD'],
    ])

    expect(await barriers(page, ['.export', '.list-totals'])).toEqual([])
    await page.goto('/admin/collections/orders?search=nothing-like-this')
    await page.getByText('No Results').first().waitFor()
    expect(await page.getByRole('region', { name: 'Totals' }).count()).toBe(0)
    const empty = await page.getByRole('navigation', { name: 'Export' }).getByRole('link', { name: 'CSV' }).getAttribute('href')
    const file = await page.evaluate(async (address) => (await fetch(address)).text(), empty ?? '')
    expect(file.trim().split('\r\n')).toHaveLength(1)
  })
})

test('what the platform noted as JSON is read without an editor from elsewhere', async () => {
  const { docs } = (await site.as('admin').get(`/outbox?where[event][equals]=orders.paid&limit=1&depth=0`)).body
  const page = await signIn('Admin')
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto(`/admin/collections/outbox/${docs[0].id}`)
  const data = page.getByRole('region', { name: 'Data' })
  await eventually(async () => JSON.parse((await data.locator('pre').textContent()) ?? '')).toEqual(docs[0].data)
  await data.getByRole('button').click()
  await eventually(async () => JSON.parse(await page.evaluate<string>('navigator.clipboard.readText()'))).toEqual(docs[0].data)
  expect(await barriers(page, ['.json'])).toEqual([])

  const raised = await site.as('admin').patch(`/users/${site.as('student').user.id}`, { roles: ['student', 'learner'] })
  expect(raised.status).toBe(200)
  const [entry] = (await site.as('admin').get('/audit-log?limit=1&where[details][exists]=true')).body.docs
  await page.goto(`/admin/collections/audit-log/${entry.id}`)
  await page.getByRole('region', { name: 'Details' }).getByText('learner').waitFor()
  expect(browser.faults.filter((fault) => fault.includes('Content Security Policy'))).toEqual([])
})

test('a wrong count is corrected with its reason', async () => {
  const page = await signIn('Sales')
  await page.goto(`/admin/collections/stock-levels/${scarce.level}`)
  // What cannot be changed is not offered, and what can be chosen is not asked for by its code.
  await page.locator('#field-variant .rs__control--is-disabled').waitFor()
  await page.getByRole('button', { name: 'Move elsewhere' }).click()
  const move = page.getByRole('dialog', { name: 'Move elsewhere' })
  await move.getByLabel('To').selectOption('Main shop')
  await move.getByLabel('Quantity').fill('999')
  await move.getByLabel('Reason').fill('For the weekend')
  await move.getByRole('button', { name: 'Move elsewhere' }).click()
  // What was typed is there to be put right.
  await move.getByRole('alert').waitFor()
  expect(await move.getByLabel('Reason').inputValue()).toBe('For the weekend')
  await move.getByRole('button', { name: 'Not now' }).click()
  await page.getByRole('button', { name: 'Correct the count' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Counted').fill('3')
  await dialog.getByLabel('Reason').fill('One was broken')
  await dialog.getByRole('button', { name: 'Correct the count' }).click()
  await eventually(() => page.getByLabel('On hand').inputValue()).toBe('3')
  const { body } = await site.as('sales').get(`/stock-moves?where[variant][equals]=${scarce.variant}&where[kind][equals]=count`)
  expect(body.docs).toMatchObject([{ quantity: -1, reason: 'One was broken' }])
})

test('staff type prices in whole units and are told what is no amount', async () => {
  const page = await signIn('Sales')
  await page.goto(`/admin/collections/products/${goods.product}`)
  const price = page.getByRole('textbox', { name: 'Price' })
  await eventually(() => price.inputValue()).toBe('150,000')
  await price.fill('15,50')
  await page.getByText('Write an amount such as').waitFor()
  await price.fill('149,999.50')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByText('Updated successfully').waitFor()
  expect((await site.as('sales').get(`/products/${goods.product}`)).body.price).toBe(14_999_950)
})

test('the variants of a product with options are made by a button, and chosen by selects', async () => {
  const options = [
    { name: 'Size', values: [{ label: 'Small' }, { label: 'Large' }] },
    { name: 'Colour', values: [{ label: 'Blue' }] },
  ]
  const { id } = (await site.as('sales').post('/products', { title: 'Shirt', price: 100, options })).body.doc
  const page = await signIn('Sales')
  await page.goto(`/admin/collections/products/${id}`)
  await press(page, 'Make missing variants')
  await page.getByText('Done: Make missing variants').waitFor()
  await page.reload()
  await page.getByText('SHIRT-SMALL-BLUE').waitFor()
  const { docs } = (await site.as('sales').get(`/variants?where[product][equals]=${id}&sort=position&depth=0`)).body
  await site.as('sales').delete(`/variants/${docs[1].id}`)
  await page.goto(`/admin/collections/variants/${docs[0].id}`)
  const size = page.locator('.field-type.choices').locator('.field-type', { hasText: 'Size' })
  await size.getByText('Small').waitFor()
  await size.locator('input').fill('Large')
  await page.getByRole('option', { name: 'Large' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await eventually(async () => (await site.as('sales').get(`/variants/${docs[0].id}?depth=0`)).body.choices).toEqual(
    expect.arrayContaining(docs[1].choices),
  )

  const product = (await site.as('sales').get(`/products/${id}?depth=0`)).body
  await site.as('sales').patch(`/products/${id}`, { options: [...product.options, { name: 'Sleeve', values: [{ label: 'Long' }] }] })
  await page.goto(`/admin/collections/products/${id}`)
  await page
    .getByRole('status')
    .filter({ hasText: `${docs[0].sku}: Sleeve` })
    .waitFor()
  await page.getByRole('status').getByRole('link', { name: docs[0].sku }).click()
  await page.waitForURL(`**/variants/${docs[0].id}`)
})

test('who is at work on a document is told by name, also to those who may not read accounts', async () => {
  const path = `/admin/collections/products/${goods.product}`
  const first = await signIn('Sales')
  await first.goto(path)
  await first.getByLabel('Summary').first().fill('Being written.')
  await eventually(async () => (await site.payload.count({ collection: 'payload-locked-documents' as 'users' })).totalDocs).toBeGreaterThan(
    0,
  )
  const second = await signIn('Marketing')
  await second.goto(path)
  await second.getByText('Juma Bakari is currently editing').waitFor()
})

test('a secret is entered, replaced and taken away without ever being shown', async () => {
  const page = await signIn('Admin')
  const stored = async () => (await site.as('admin').get('/globals/connections')).body.smtp.url
  const field = page.locator('.secret-field', { hasText: 'Address' }).first()
  const save = async () => {
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Updated successfully').first().waitFor()
  }
  await page.goto('/admin/globals/connections')
  await field.getByLabel('Address').fill('ftp://mail.test')
  await page.getByRole('button', { name: 'Save' }).click()
  await field.getByText('Give an address such as').waitFor()
  await field.getByLabel('Address').fill('smtp://user:hunter2@127.0.0.1:9')
  await save()
  await field.getByText('Is set').waitFor()
  expect(await stored()).toEqual({ set: true })
  await page.reload()
  await field.getByText('Is set').waitFor()
  expect(await page.content()).not.toContain('hunter2')
  expect(await barriers(page, ['.secret-field'])).toEqual([])

  await field.getByRole('button', { name: 'Replace' }).click()
  await field.getByLabel('Address').fill('smtp://127.0.0.1:10')
  await field.getByRole('button', { name: 'Keep the old one' }).click()
  await field.getByText('Is set').waitFor()
  await field.getByRole('button', { name: 'Remove' }).click()
  await field.getByText('Taken away when you save').waitFor()
  await save()
  await eventually(stored).toEqual({ set: false })
  await field.getByLabel('Address').waitFor()
  expect(await field.getByLabel('Address').inputValue()).toBe('')
})

describe('the bell', () => {
  const bell = (page: Page) => page.locator('.bell__button')
  const panel = (page: Page) => page.getByRole('dialog', { name: 'Notifications' })
  const count = (page: Page) => eventually(() => bell(page).getAttribute('aria-label'))

  test('rings for an order on the page that is open, shows the latest, leads to it and is read by that', async () => {
    const page = await signIn('Sales')
    await site.job('outbox.deliver')
    await page.evaluate(() => fetch('/api/notifications/read-all', { method: 'POST' }))
    await count(page).toBe('Notifications')
    const { id, number } = await order(site, goods)
    await order(site, goods)
    await site.job('outbox.deliver')
    await count(page).toBe('Notifications, 2 not read')
    await bell(page).click()
    await panel(page).getByText(`New order ${number}`).waitFor()
    expect(await barriers(page, ['.bell'])).toEqual([])
    await page.keyboard.press('Escape')
    await eventually(() => panel(page).isVisible()).toBe(false)
    await bell(page).click()
    await panel(page)
      .getByRole('link', { name: `New order ${number}` })
      .click()
    await page.waitForURL(`**/admin/collections/orders/${id}`)
    await count(page).toBe('Notifications, 1 not read')
    await bell(page).click()
    await panel(page).getByRole('button', { name: 'Mark all as read' }).click()
    await count(page).toBe('Notifications')
  })

  test.for([
    [390, 'light'],
    [1280, 'dark'],
  ] as const)('leads to all of it, by pages and by what is not read, %i wide, %s', async ([width, colorScheme]) => {
    const page = await signIn('Sales', width, colorScheme)
    const numbers: string[] = []
    for (let n = 0; n < 2; n++) numbers.push((await order(site, goods)).number)
    await site.job('outbox.deliver')
    await eventually(async () => (await bell(page).getAttribute('aria-label')) ?? '').toContain('not read')
    await bell(page).click()
    const box = await panel(page).boundingBox()
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 0) <= width).toBe(true)
    await panel(page).getByRole('link', { name: 'All notifications' }).click()
    await page.waitForURL('**/admin/notifications')
    await page.getByRole('button', { name: `Mark as read: New order ${numbers[0]}` }).click()
    await page.getByRole('link', { name: /^Not read/ }).click()
    await page.waitForURL('**/admin/notifications?unread=1')
    await page
      .locator('.notifications')
      .getByRole('link', { name: `New order ${numbers[1]}` })
      .waitFor()
    expect(await page.locator('.notifications').getByText(`New order ${numbers[0]}`).count()).toBe(0)
    expect(await barriers(page, ['.notifications', '.bell'])).toEqual([])
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
    await page.getByRole('button', { name: 'Mark all as read' }).first().click()
    await page.getByText('Everything is read.').waitFor()
  })
})

describe('what failed in the background is set going again by buttons', () => {
  const { payload } = site
  const statusOf = async (collection: 'outbox' | 'mails' | 'webhooks' | 'jobs', id: string) =>
    (await site.as('developer').get(`/${collection}/${id}?depth=0`)).body.status

  const ask = async (page: Page, label: string) => {
    await press(page, label)
    await page.getByRole('dialog').getByRole('button', { name: label, exact: true }).click()
  }

  /** A mail that the mail server refused until the outbox gave it up. */
  async function givenUp(subject: string): Promise<{ mail: string; message: string }> {
    const { sendMail } = await import('../../platform/mail/send-mail.ts')
    const { withRequest } = await import('../../platform/transaction.ts')
    const { id: mail } = await withRequest(payload, 'test', (req) =>
      sendMail(req, { to: 'somebody@example.com', subject, text: 'Text', html: '<p>Text</p>' }),
    )
    const { docs } = await payload.find({
      collection: 'outbox',
      where: { status: { equals: 'pending' }, event: { equals: 'mails.written' } },
    })
    const message = String(docs.find(({ data }) => (data as { id?: string }).id === mail)?.id)
    await payload.db.updateOne({ collection: 'outbox', id: message, data: { status: 'dead', attempts: 12, lastError: 'Refused.' } })
    await payload.db.updateOne({ collection: 'mails', id: mail, data: { status: 'failed', error: 'Refused.' } })
    return { mail, message }
  }

  test('a message that was given up, found from the first page', async () => {
    const { message } = await givenUp('Given up')
    const page = await signIn('Developer')
    const tile = page.getByRole('region', { name: 'Messages that were given up' })
    await tile.getByRole('link', { name: 'mails.written' }).first().click()
    await state(page, 'Given up')
    await page.locator('.json pre').getByText('"id":').waitFor()
    expect(await barriers(page, ['.state-actions', '.history', '.json'])).toEqual([])
    await ask(page, 'Try again')
    await state(page, 'Waiting')
    await page.locator('.history').getByText('Waiting').waitFor()
    await site.job('outbox.deliver')
    await eventually(() => statusOf('outbox', message)).toBe('delivered')
  })

  test('a mail that failed', async () => {
    const { mail } = await givenUp('To be sent again')
    const page = await signIn('Developer')
    await page.getByRole('region', { name: 'Mails that failed' }).getByRole('link', { name: 'To be sent again' }).click()
    await state(page, 'Failed')
    await ask(page, 'Try again')
    await state(page, 'Waiting')
    await site.job('outbox.deliver')
    await eventually(() => statusOf('mails', mail)).toBe('sent')
  })

  test('a job whose last run failed', async () => {
    const { putUp } = await import('../../jobs/board.ts')
    const { jobsOf } = await import('../../jobs/by-hand.ts')
    await putUp(payload, [...jobsOf(payload).values()])
    const name = 'shop.expire-carts'
    await payload.db.updateOne({
      collection: 'jobs',
      where: { name: { equals: name } },
      data: { status: 'failed', lastError: 'The disk was full.', failures: 3, lastRunAt: new Date().toISOString() },
    })
    const page = await signIn('Developer')
    await page.getByRole('region', { name: 'Jobs that failed' }).getByRole('link', { name }).click()
    await eventually(() => page.getByLabel('Last error').inputValue()).toBe('The disk was full.')
    await press(page, 'Run now')
    await page.getByText('Done: Run now').waitFor()
    await eventually(() => page.getByLabel('Failures').inputValue()).toBe('0')
    expect(await page.getByLabel('Last error').inputValue()).toBe('')
    expect(await barriers(page, ['.state-actions'])).toEqual([])
  })

  test('a webhook that was paused', async () => {
    const webhook = { name: 'Bookkeeping', url: 'https://example.com/hear', events: ['orders.paid'] }
    const { id } = (await site.as('developer').post('/webhooks', webhook)).body.doc
    await site.as('developer').post(`/webhooks/${id}/pause`, {})
    const page = await signIn('Developer')
    await page.goto('/admin/collections/webhooks')
    await page.getByRole('link', { name: 'Bookkeeping' }).click()
    await state(page, 'Paused')
    await ask(page, 'Resume')
    await state(page, 'Active')
    expect(await statusOf('webhooks', id)).toBe('active')
  })
})

test('staff see where they are signed in and sign out another place', async () => {
  const headers = { 'user-agent': 'Mozilla/5.0 (Linux; Android 14) Chrome/140.0 Mobile' }
  const { body } = await site.guest.post('/users/login', { email: 'marketing@demo.test', password: 'demo-vior-2026' }, headers)
  const other = { ...headers, authorization: `JWT ${body.token}` }
  await site.guest.get('/users/me', other)
  const page = await signIn('Marketing')
  await page.goto('/admin/account')
  const there = page.locator('.sign-ins li', { hasText: 'Android' })
  await there.waitFor()
  expect(await barriers(page, ['.sign-ins'])).toEqual([])
  await there.getByRole('button', { name: 'Sign out there' }).click()
  await eventually(() => there.count()).toBe(0)
  await page.locator('.sign-ins').getByText('– here').waitFor()
  expect((await site.guest.get('/users/me', other)).body.user).toBe(null)
})
