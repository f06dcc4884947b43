import { readdirSync } from 'node:fs'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { reserved } from '../../collections/pages.ts'
import { article, breadcrumbs, faqPage, jsonLd } from '../../storefront/src/features/content/json-ld.ts'
import { pageNumber } from '../../storefront/src/features/content/page-number.ts'
import { shareCard } from '../../storefront/src/features/share/card.ts'
import { fitting, linesOf, widthOf } from '../../storefront/src/features/share/lettering.ts'
import { securityTxt } from '../../storefront/src/features/share/security-txt.ts'
import { sitemap, sitemapIndex } from '../../storefront/src/features/share/sitemap.ts'
import { xml } from '../../storefront/src/features/share/xml.ts'
import { inLanguage, langOf, withEnglish } from '../../storefront/src/lib/fallback.ts'
import { hrefIn } from '../../storefront/src/lib/links.ts'

describe('what is not translated', () => {
  const english = {
    id: '1',
    title: 'Title',
    text: 'Text',
    order: 3,
    body: { root: { children: [1] } },
    rows: [
      { id: 'a', label: 'One' },
      { id: 'b', label: 'Two' },
    ],
  }

  test('is shown in English and says so, field by field', () => {
    const own = {
      id: '1',
      title: 'Kichwa',
      text: null,
      order: 3,
      body: null,
      rows: [
        { id: 'a', label: 'Moja' },
        { id: 'b', label: '' },
      ],
    }
    const shown = withEnglish(own as never, english)
    expect(shown).toEqual({
      ...english,
      title: 'Kichwa',
      rows: [
        { id: 'a', label: 'Moja' },
        { id: 'b', label: 'Two' },
      ],
    })
    expect([langOf(shown, 'title'), langOf(shown, 'text'), langOf(shown, 'body')]).toEqual([undefined, 'en', 'en'])
    expect(shown.rows.map((row) => langOf(row, 'label'))).toEqual([undefined, 'en'])
  })

  test('says nothing where nobody wrote anything, and takes a text as a whole', () => {
    const shown = withEnglish({ text: null, body: { root: { children: [2] } } } as { text: null; body: object }, {
      text: null,
      body: { root: { children: [1] } },
    })
    expect(shown).toEqual({ text: null, body: { root: { children: [2] } } })
    expect(langOf(shown, 'text')).toBeUndefined()
  })

  test('costs no second reading in English', async () => {
    const asked: string[] = []
    const read = async (locale: string) => {
      asked.push(locale)
      return { title: locale }
    }
    await inLanguage('en', read)
    await inLanguage('sn', read)
    expect(asked).toEqual(['en', 'sn', 'en'])
  })
})

test('addresses that editors wrote keep the language of the reader', () => {
  expect([
    hrefIn('sw', '/contact'),
    hrefIn('sw', '/'),
    hrefIn('en', '/shop'),
    hrefIn('sw', '#how'),
    hrefIn('sw', 'https://a.test/x'),
    hrefIn('sw', '//a.test'),
  ]).toEqual(['/sw/contact', '/sw', '/shop', '#how', 'https://a.test/x', '//a.test'])
})

test('no page of editors can take the address of one that is always there', () => {
  const named = ['storefront/src/pages', 'storefront/src/pages/[...locale]', 'storefront/public'].flatMap((folder) => readdirSync(folder))
  const first = named.map((name) => name.replace(/\.(astro|ts)$/, '')).filter((name) => !/[[.]/.test(name) && name !== 'index')
  expect(first.filter((name) => !reserved.includes(name))).toEqual([])
})

test.each(['1', '2', '0', '-1', 'x', '1.5', '99999999'])('page %s of a list is a page', (page) => {
  const number = pageNumber(new URLSearchParams({ page }))
  expect(number).toBe(page === '2' ? 2 : 1)
})

describe('a sitemap', () => {
  test('lists each page in every language that it was written in, with its sisters', () => {
    const text = sitemap('https://site.test', [
      { path: '/about', languages: ['en', 'sw'], changed: '2026-11-20T00:00:00.000Z' },
      { path: '/blog/a&b', languages: ['en'] },
    ])
    expect(text.match(/<loc>[^<]+/g)).toEqual([
      '<loc>https://site.test/about',
      '<loc>https://site.test/sw/about',
      '<loc>https://site.test/blog/a&amp;b',
    ])
    expect(text.match(/hreflang="sw" href="https:\/\/site.test\/sw\/about"/g)).toHaveLength(2)
    expect(text.match(/x-default/g)).toHaveLength(2)
  })

  test('of many pages is a list of sitemaps', () => {
    expect(sitemapIndex('https://site.test', ['/sitemaps/products/1.xml'])).toContain(
      '<sitemap><loc>https://site.test/sitemaps/products/1.xml</loc></sitemap>',
    )
  })

  test('holds nothing that would break it', () => {
    expect(xml('a<b>&"\u0000\u0008c')).toBe('a&lt;b&gt;&amp;&quot;c')
  })
})

describe('what search engines are told', () => {
  test('cannot end the element that it stands in', () => {
    expect(jsonLd({ name: '</script><script>alert(1)' })).not.toContain('</script')
  })

  test('names articles, questions and the way to a page as schema.org wants them', () => {
    const made = article({
      title: 'T',
      url: 'https://s.test/blog/t',
      image: 'https://s.test/og.png',
      locale: 'sw',
      publishedAt: '2026-01-01',
      updatedAt: '2026-01-02',
      authors: [{ name: 'A', url: 'https://s.test/a' }],
      house: 'https://s.test',
    })
    expect(made).toMatchObject({
      '@type': 'BlogPosting',
      headline: 'T',
      datePublished: '2026-01-01',
      author: [{ '@type': 'Person', name: 'A' }],
      publisher: { '@id': 'https://s.test/#organization' },
    })
    expect(faqPage([{ question: 'Q', answer: '<p>A</p>' }]).mainEntity).toEqual([
      { '@type': 'Question', name: 'Q', acceptedAnswer: { '@type': 'Answer', text: '<p>A</p>' } },
    ])
    expect(breadcrumbs([{ name: 'Home', url: 'https://s.test/' }]).itemListElement).toEqual([
      { '@type': 'ListItem', position: 1, name: 'Home', item: 'https://s.test/' },
    ])
  })
})

describe('a share card', () => {
  const card = {
    title: 'Jinsi kulipa kwa simu kunavyofanya kazi',
    eyebrow: 'Ushauri',
    brand: 'PRITECH VIOR',
    host: 'site.test',
    accent: '#f0953f',
  }

  test('is a picture of the size that networks show, small enough to be fetched', async () => {
    const picture = await sharp({ create: { width: 900, height: 300, channels: 3, background: '#c33' } })
      .png()
      .toBuffer()
    for (const one of [
      card,
      { ...card, picture: new Uint8Array(picture) },
      { ...card, picture: new Uint8Array([1, 2, 3]) },
      { ...card, title: '' },
    ]) {
      const made = await shareCard(one)
      const { format, width, height } = await sharp(made).metadata()
      expect([format, width, height]).toEqual(['png', 1200, 630])
      expect(made.length).toBeLessThan(200_000)
    }
  })

  test('is the same each time, whatever fonts the machine has', async () => {
    expect((await shareCard(card)).equals(await shareCard(card))).toBe(true)
  })

  test('breaks long titles, cuts endless ones and draws what it has no letters for as well as it can', async () => {
    expect(linesOf('one two three', 40, widthOf('one two', 40) + 1, 3)).toEqual(['one two', 'three'])
    const { size, lines } = fitting('word '.repeat(60), 600, [
      { size: 60, lines: 2 },
      { size: 40, lines: 3 },
    ])
    expect([size, lines.length, lines.at(-1)?.endsWith('…')]).toEqual([40, 3, true])
    expect(widthOf('Ǹdebele', 50)).toBe(widthOf('Ndebele', 50))
    for (const title of ['x'.repeat(300), '🛒 日本語 عربى', '<&">'])
      expect((await sharp(await shareCard({ ...card, title })).metadata()).width).toBe(1200)
  })
})

describe('who finds a fault in security', () => {
  const at = new Date('2026-11-20T20:00:00Z')

  test('is told where to write, and until when that is to be believed', () => {
    expect(securityTxt({ email: 'hello@demo.test', phone: '+255 712 000 000' }, 'https://shop.test', ['en', 'sw'], at)).toBe(
      [
        'Contact: mailto:hello@demo.test',
        'Contact: tel:+255712000000',
        'Expires: 2027-05-20T00:00:00Z',
        'Preferred-Languages: en, sw',
        'Canonical: https://shop.test/.well-known/security.txt',
        '',
      ].join('\n'),
    )
  })

  test('is told nothing where nobody says how to be reached', () => {
    expect(securityTxt({ phone: 'none' }, 'https://shop.test', ['en'], at)).toBeUndefined()
  })
})
