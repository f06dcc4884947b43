import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { made, page as pageOf, post, published } from '../content/world.ts'
import { eventually, openBrowser } from '../support/browser.ts'
import { platform } from '../support/platform.ts'
import { faultsOf, mailTo } from './visit.ts'

const site = await platform({ storefront: true, jobs: true })
const browser = await openBrowser(site.url)

const read = async (path: string, headers: Record<string, string> = {}) => {
  const answer = await fetch(site.url + path, { redirect: 'manual', headers })
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}

beforeAll(async () => {
  const { contentSeed } = await import('../../collections/samples/seed.ts')
  const { withRequest } = await import('../../platform/transaction.ts')
  expect((await read('/')).status, 'the start without any page').toBe(200)
  expect((await read('/about')).status).toBe(404)
  await withRequest(site.payload, 'content', (req) => contentSeed.run(req, {}))
})

afterAll(() => {
  expect(browser.foreign, 'addresses on other hosts').toEqual([])
  expect(browser.faults, 'script errors').toEqual([])
})

/** Looks at the page on a phone and on a desk, in light and in dark. */
async function inspect(page: Page) {
  for (const size of [
    { width: 360, height: 740 },
    { width: 768, height: 900 },
    { width: 1280, height: 900 },
  ]) {
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const where = `${new URL(page.url()).pathname} at ${size.width} in ${colorScheme}`
      expect(await faultsOf(page), where).toEqual([])
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
        `${where}: scrolls sideways`,
      ).toBeLessThanOrEqual(0)
    }
  }
}

describe('axe finds nothing', () => {
  test.for([
    '/',
    '/about',
    '/services',
    '/contact',
    '/contact?sent=1',
    '/faq',
    '/blog',
    '/blog/how-paying-from-your-phone-works',
    '/blog/category/advice',
    '/blog/author/farai-dube',
    '/sw',
    '/sw/blog/choosing-a-final-year-project',
    '/sn/about',
  ])('on %s', async (path) => {
    const page = await browser.page()
    await page.goto(path)
    await inspect(page)
  })
})

describe('a page of editors', () => {
  test('has its own heading, the menu says where the visitor is, and the language stays', async () => {
    const page = await browser.page()
    await page.goto('/sw')
    await page
      .getByRole('navigation', { name: 'Kuu' })
      .or(page.getByRole('navigation').first())
      .getByRole('link', { name: 'Huduma' })
      .first()
      .click()
    await page.waitForURL(`${site.url}/sw/services`)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Kutoka wazo')
    expect(await page.locator('header a[aria-current="page"]').first().textContent()).toBe('Huduma')
    await page.getByRole('link', { name: 'Omba ofa' }).click()
    await page.waitForURL(`${site.url}/sw/contact`)
  })

  test('stands in English, and says so, where nobody has translated it', async () => {
    const page = await browser.page()
    await page.goto('/sn/about')
    expect(await page.locator('html').getAttribute('lang')).toBe('sn')
    const heading = page.getByRole('heading', { level: 1 })
    expect([await heading.textContent(), await heading.getAttribute('lang')]).toEqual(['A small house with its door open', 'en'])
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(`${site.url}/about`)
    const languages = await page.locator('link[hreflang]').evaluateAll((links) => links.map((link) => link.getAttribute('hreflang')))
    expect(languages).toEqual(['en', 'sw', 'x-default'])
    await page.goto('/sw/about/')
    expect(await page.getByRole('heading', { level: 1 }).getAttribute('lang')).toBeNull()
    expect(await page.locator('link[rel=canonical]').getAttribute('href')).toBe(`${site.url}/sw/about`)
  })

  test('is seen by everybody as soon as it is published, changed and taken back', async () => {
    const { id } = await made(site, 'pages', pageOf('Opening hours', { _status: 'draft' }))
    for (let look = 0; look < 3; look++) expect((await read('/opening-hours')).status).toBe(404)
    await site.as('marketing').patch(`/pages/${id}`, { _status: 'published' })
    for (let look = 0; look < 3; look++) expect((await read('/opening-hours')).text).toContain('Opening hours in words.')
    await site.as('marketing').patch(`/pages/${id}`, { title: 'When we open', _status: 'published' })
    expect((await read('/opening-hours')).text).toContain('When we open')
    await site.as('marketing').patch(`/pages/${id}`, { _status: 'draft' })
    expect((await read('/opening-hours')).status).toBe(404)
  })

  test('leads from its old address to the new one, in the language and with the question it was asked', async () => {
    const { id } = await published(site, 'pages', pageOf('Team'))
    await site.as('marketing').patch(`/pages/${id}`, { slug: 'people', _status: 'published' })
    for (const [from, to] of [
      ['/team', '/people'],
      ['/team/', '/people'],
      ['/sw/team?ref=mail', '/sw/people?ref=mail'],
    ] as const) {
      const { status, headers } = await read(from)
      expect([status, headers.get('location')], from).toEqual([308, to])
    }
    const page = await browser.page()
    await page.goto('/team')
    expect(page.url()).toBe(`${site.url}/people`)
  })
})

describe('the contact form', () => {
  const fill = async (page: Page, words: string) => {
    await page.getByLabel('Name', { exact: true }).fill('Asha Juma')
    await page.getByLabel('E-mail', { exact: true }).fill('asha@example.com')
    await page.getByLabel('Subject').fill(words)
    await page.getByLabel('Message', { exact: true }).fill('Do you repair phones, and how long does it take?')
    site.clock.advance(4_000)
  }

  test.for([true, false])('takes a message; scripts: %s', async (javaScriptEnabled) => {
    const subject = `Repair, scripts ${javaScriptEnabled}`
    const page = await browser.page({ javaScriptEnabled })
    await page.goto('/contact')
    await fill(page, subject)
    await page.getByRole('button', { name: 'Send the message' }).click()
    await page.getByText('Your message is with us').waitFor()
    expect(page.url()).toContain('/contact?sent=1')
    const mail = await mailTo(site, 'hello@demo.test', new RegExp(subject))
    expect(mail.subject).toBe(`${subject} – Asha Juma`)
    const { body } = await site.as('support').get(`/contact-messages?where[subject][equals]=${subject}`)
    expect(body.docs).toMatchObject([{ status: 'new', name: 'Asha Juma', locale: 'en' }])
  })

  test('says beside each field what is wrong and keeps what was typed; without scripts too', async () => {
    const page = await browser.page({ javaScriptEnabled: false })
    await page.goto('/sw/contact')
    await page.locator('form[data-checked]').evaluate((form: HTMLFormElement) => {
      form.noValidate = true
    })
    await page.locator('#field-name').fill('Asha')
    await page.locator('#field-email').fill('not an address')
    await page.locator('#field-message').fill('?')
    site.clock.advance(4_000)
    await page.locator('form[data-checked] button').click()
    await page.getByRole('alert').waitFor()
    expect(await page.locator('[aria-invalid="true"]').evaluateAll((fields) => fields.map(({ id }) => id))).toEqual([
      'field-email',
      'field-message',
    ])
    expect(await page.locator('#field-name').inputValue()).toBe('Asha')
    await page.locator('#field-email').fill('asha@example.com')
    await page.locator('#field-message').fill('Mnatengeneza simu?')
    await page.locator('form[data-checked] button').click()
    await page.getByText('Ujumbe wako umetufikia').waitFor()
  })

  test('asks for patience when it is sent faster than anybody types, and can then be sent again', async () => {
    const page = await browser.page()
    await page.goto('/contact')
    await fill(page, 'Too fast')
    site.clock.advance(-4_000)
    await page.getByRole('button', { name: 'Send the message' }).click()
    await page.getByText('Wait a moment and send it again').waitFor()
    expect(await page.getByLabel('Subject').inputValue()).toBe('Too fast')
    site.clock.advance(4_000)
    await page.getByRole('button', { name: 'Send the message' }).click()
    await page.getByText('Your message is with us').waitFor()
  })

  test('gives every visitor a ticket of their own, and is in nobody’s cache', async () => {
    const tickets = await Promise.all([1, 2, 3].map(async () => /name="ticket" value="([^"]+)"/.exec((await read('/contact')).text)?.[1]))
    expect(new Set(tickets).size).toBe(3)
    expect((await read('/contact')).headers.get('cache-control')).toBe('no-store')
  })
})

test('a shop that sells nothing yet says so, and does not speak of filters', async () => {
  const page = await browser.page()
  await page.goto('/shop')
  await page.getByRole('heading', { name: 'Nothing is on offer yet' }).waitFor()
  await page.goto('/shop?stock=in')
  await page.getByRole('heading', { name: 'Nothing matches' }).waitFor()
})

describe('a preview', () => {
  const addressOf = async (collection: 'pages' | 'posts', doc: { id: string; slug: string }) =>
    (await site.payload.collections[collection].config.admin.preview?.(doc, { locale: 'en', req: {} as never, token: null })) ?? ''

  const staff = async () => {
    const page = await browser.page()
    await page.context().addCookies([{ name: 'payload-token', value: site.as('designer').token, url: site.url }])
    return page
  }

  test('shows a draft to staff who have its address, and to nobody else', async () => {
    const draft = await made(site, 'posts', post('Coming soon', { _status: 'draft' }))
    const address = await addressOf('posts', draft)
    const page = await staff()
    await page.goto(address)
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Coming soon')
    await page.getByText('This is a draft.').waitFor()
    expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex')
    expect((await read(address)).status).toBe(404)
    expect((await read(address, { cookie: `payload-token=${site.as('customer').token}` })).status).toBe(404)
    expect((await page.goto('/blog/coming-soon'))?.status()).toBe(404)
    expect((await page.goto('/blog/coming-soon?preview=made-up'))?.status()).toBe(404)
  })

  test('may be framed by the admin, other pages by nobody', async () => {
    const doc = await published(site, 'pages', pageOf('Framed'))
    expect((await read(await addressOf('pages', doc))).headers.get('content-security-policy')).toContain("frame-ancestors 'self'")
    expect((await read('/framed')).headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
  })

  test('is loaded anew when the admin says that the draft was saved', async () => {
    const doc = await published(site, 'pages', pageOf('Before'))
    const page = await staff()
    await page.goto(await addressOf('pages', doc))
    await site.as('marketing').patch(`/pages/${doc.id}?draft=true`, { ...pageOf('After'), _status: 'draft' })
    await page.evaluate(() => window.postMessage({ type: 'payload-document-event' }, location.origin))
    await eventually(() => page.getByRole('heading', { level: 1 }).textContent()).toBe('After')
    expect((await read('/before')).text).toContain('Before in words.')
  })
})

describe('what machines read', () => {
  test('the sitemap is XML that lists what visitors may see, in every language it was written in', async () => {
    await published(site, 'pages', pageOf('Unlisted', { seo: { noindex: true } }))
    const page = await browser.page()
    await page.goto('/robots.txt')
    const { text } = await read('/sitemap.xml')
    const { fault, places } = await page.evaluate((source) => {
      const document = new DOMParser().parseFromString(source, 'application/xml')
      return {
        fault: document.querySelector('parsererror')?.textContent,
        places: [...document.querySelectorAll('loc')].map((loc) => loc.textContent ?? ''),
      }
    }, text)
    expect(fault).toBeUndefined()
    const paths = places.map((place) => place.replace(site.url, ''))
    expect(paths).toEqual(
      expect.arrayContaining(['/', '/sw', '/about', '/sw/about', '/blog', '/blog/we-deliver-to-eleven-towns', '/sw/blog/category/house']),
    )
    expect(paths.filter((path) => /unlisted|\/sn\/about|cart|coming-soon/.test(path))).toEqual([])
    expect(new Set(paths).size).toBe(paths.length)
    expect((await read('/robots.txt')).text).toContain(`Sitemap: ${site.url}/sitemap.xml`)
  })

  test('who finds a fault in security is told where to write', async () => {
    const { text, headers } = await read('/.well-known/security.txt')
    expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(text).toMatch(/^Contact: mailto:\S+@\S+\n(Contact: tel:\+\d+\n)?Expires: \d{4}-\d\d-\d\dT00:00:00Z\n/)
    expect(text).toContain(`Canonical: ${site.url}/.well-known/security.txt`)
  })

  test('the feed holds the newest posts in the language that is asked for', async () => {
    const page = await browser.page()
    await page.goto('/robots.txt')
    const { text, headers } = await read('/sw/blog/rss.xml')
    expect(headers.get('content-type')).toBe('application/rss+xml; charset=utf-8')
    const items = await page.evaluate((source) => {
      const document = new DOMParser().parseFromString(source, 'application/xml')
      return [...document.querySelectorAll('item')].map((item) => [
        item.querySelector('title')?.textContent,
        item.querySelector('link')?.textContent,
      ])
    }, text)
    expect(items[0]).toEqual(['Jinsi kulipa kwa simu kunavyofanya kazi hapa', `${site.url}/sw/blog/how-paying-from-your-phone-works`])
    expect(items.length).toBeGreaterThanOrEqual(6)
  })

  test.for([
    ['/', ['Organization', 'WebSite']],
    ['/faq', ['Organization', 'BreadcrumbList', 'FAQPage']],
    ['/blog/how-paying-from-your-phone-works', ['Organization', 'BlogPosting', 'BreadcrumbList']],
  ] as const)('the structured data of %s is whole', async ([path, types]) => {
    const { text } = await read(path)
    const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? []
    const described = JSON.parse(json) as { '@graph': { '@type': string }[] }
    expect(described['@graph'].map((entry) => entry['@type'])).toEqual(types)
  })

  test('every page has a picture for sharing that can be fetched', async () => {
    for (const path of [
      '/',
      '/about',
      '/blog',
      '/blog/how-paying-from-your-phone-works',
      '/sw/blog/category/advice',
      '/shop?category=phones',
    ]) {
      const { text } = await read(path)
      const [, image = ''] = /<meta property="og:image" content="([^"]+)"/.exec(text) ?? []
      const answer = await fetch(image.replaceAll('&amp;', '&'))
      expect([answer.status, answer.headers.get('content-type')], path).toEqual([200, 'image/png'])
      expect((await answer.arrayBuffer()).byteLength, path).toBeLessThan(200_000)
    }
    expect((await read('/og/posts/nobody.png')).status).toBe(404)
    expect((await read('/og/users/x.png')).status).toBe(404)
  })

  test('a draft has no picture for strangers either', async () => {
    const { id } = await made(site, 'posts', post('Secret plan', { _status: 'draft' }))
    expect((await read(`/og/posts/${id}.png`)).status).toBe(404)
    expect((await read(`/og/posts/${id}.png`, { cookie: `payload-token=${site.as('designer').token}` })).status).toBe(200)
  })
})
