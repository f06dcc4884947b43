import { beforeAll, describe, expect, test } from 'vitest'
import { withRequest } from '../../platform/transaction.ts'
import { type Platform, platform } from '../support/platform.ts'

let site: Platform

const collections = ['pages', 'posts', 'post-categories', 'authors', 'faqs', 'media', 'redirects'] as const

const counts = async () => {
  const found: Record<string, number> = {}
  for (const collection of collections) found[collection] = (await site.payload.count({ collection })).totalDocs
  return found
}

const plant = async () => {
  const { contentSeed } = await import('../../collections/samples/seed.ts')
  await withRequest(site.payload, 'content', (req) => contentSeed.run(req, {}))
}

// biome-ignore lint/suspicious/noExplicitAny: tests look into documents of every shape.
const everything = async (collection: (typeof collections)[number]): Promise<any[]> =>
  (await site.payload.find({ collection, pagination: false, depth: 0, locale: 'all' as 'en' })).docs

beforeAll(async () => {
  site = await platform()
  await plant()
})

describe('the sample content', () => {
  test('has the pages that the house wants, posts with pictures, and questions for every audience', async () => {
    expect((await everything('pages')).map(({ slug }) => slug).sort()).toEqual(['about', 'contact', 'faq', 'home', 'services'])
    const posts = await everything('posts')
    expect(posts.length).toBeGreaterThanOrEqual(6)
    expect(
      posts.every(
        ({ cover, authors, categories, publishedAt, _status }) =>
          cover && authors.length && categories.length && publishedAt && _status === 'published',
      ),
    ).toBe(true)
    const byAudience = Map.groupBy(await everything('faqs'), ({ audience }) => audience)
    expect([...byAudience].map(([audience, list]) => [audience, list.length]).sort()).toEqual([
      ['client', 5],
      ['general', 5],
      ['project', 5],
      ['student', 5],
    ])
  })

  test('is written in English and Swahili, down to the last row', async () => {
    const texts = (value: unknown, path = ''): [path: string, text: Record<string, unknown>][] => {
      if (Array.isArray(value)) return value.flatMap((item, at) => texts(item, `${path}[${at}]`))
      if (typeof value !== 'object' || value === null) return []
      if ('en' in value) return value.en ? [[path, value as Record<string, unknown>]] : []
      return Object.entries(value).flatMap(([name, inner]) => texts(inner, `${path}.${name}`))
    }
    const settings = await site.payload.findGlobal({ slug: 'settings', depth: 0, locale: 'all' as 'en' })
    const found = [
      ...(
        await Promise.all(
          ['pages', 'posts', 'post-categories', 'authors', 'faqs', 'media'].map(async (name) =>
            texts(await everything(name as 'pages'), name),
          ),
        )
      ).flat(),
      ...texts(settings.navigation, 'menus'),
    ]
    expect(found.length).toBeGreaterThan(150)
    const untranslated = found.filter(
      ([, { en, sw }]) => !sw || (JSON.stringify(en) === JSON.stringify(sw) && JSON.stringify(en).length > 12),
    )
    expect(untranslated.map(([path]) => path)).toEqual([])
  })

  test('leads nowhere that is not there', async () => {
    const known = new Set(['/', '/shop', '/blog', '/account/orders'])
    for (const { slug } of await everything('pages')) known.add(slug === 'home' ? '/' : `/${slug}`)
    const whole = JSON.stringify([
      await everything('pages'),
      await everything('posts'),
      await everything('faqs'),
      await site.payload.findGlobal({ slug: 'settings', depth: 0 }),
    ])
    const hrefs = [...whole.matchAll(/"(?:href|url)":"(\/[^"#?]*)/g)].map(([, href = '']) => href)
    expect(hrefs.length).toBeGreaterThan(20)
    expect(hrefs.filter((href) => !known.has(href) && !href.startsWith('/api/media/'))).toEqual([])
  })

  test('is read by everybody, at once and in the order of its age', async () => {
    const { body } = await site.guest.get('/posts?sort=-publishedAt&depth=1&locale=sw')
    expect(body.docs[0]).toMatchObject({ slug: 'how-paying-from-your-phone-works', title: 'Jinsi kulipa kwa simu kunavyofanya kazi hapa' })
    expect(body.docs[0].authors[0].name).toBe('Rudo Chikwanha')
    expect(body.docs[0].cover.sizes.card.url).toContain('/api/media/file/')
  })

  test('is planted once', async () => {
    const before = await counts()
    await plant()
    expect(await counts()).toEqual(before)
  })
})
