import type { CollectionSlug, PayloadRequest } from 'payload'
import { localeCodes } from '../../platform/locales.ts'
import type { Seed } from '../../platform/seed.ts'
import { sampleFaqs } from './faqs.ts'
import { type Pictures, sampleHours, sampleMenus, samplePages, sampleTagline } from './pages.ts'
import { sampleAuthors, sampleCategories, samplePosts } from './posts.ts'
import { written } from './rich-text.ts'
import { inEnglish, inSwahili, withIdsOf } from './say.ts'
import { drawn, type PaletteName, type SceneName } from './scenes.ts'

const idBy = async (req: PayloadRequest, collection: CollectionSlug, field: string, value: string): Promise<string | undefined> =>
  (await req.payload.db.findOne<{ id: string }>({ collection, req, where: { [field]: { equals: value } }, select: { [field]: true } }))?.id

type Data = Record<string, unknown>

/** Makes a document in both languages, unless there is one with this slug; answers its id. */
async function planted(req: PayloadRequest, collection: CollectionSlug, english: Data & { slug?: string }, swahili: Data): Promise<string> {
  const known = english.slug && (await idBy(req, collection, 'slug', english.slug))
  if (known) return known
  const made = await req.payload.create({ collection, req, locale: 'en', data: english as never })
  const translation = withIdsOf(made, swahili)
  await req.payload.update({ collection, id: made.id, req, locale: 'sw', data: translation as never })
  return String(made.id)
}

async function picture(req: PayloadRequest, name: string, scene: SceneName, palette: PaletteName, alt: { en: string; sw: string }) {
  const filename = `sample-${name}.webp`
  const known = await idBy(req, 'media', 'filename', filename)
  if (known) return known
  const { default: sharp } = await import('sharp')
  const data = await sharp(Buffer.from(drawn(scene, palette)))
    .webp({ quality: 84 })
    .toBuffer()
  const file = { data, mimetype: 'image/webp', name: filename, size: data.length }
  const { id } = await req.payload.create({ collection: 'media', req, locale: 'en', data: { alt: alt.en }, file })
  await req.payload.update({ collection: 'media', id, req, locale: 'sw', data: { alt: alt.sw } })
  return id
}

async function blog(req: PayloadRequest): Promise<void> {
  const ids: Record<string, string> = {}
  for (const [collection, sample] of [
    ['post-categories', sampleCategories],
    ['authors', sampleAuthors],
  ] as const)
    for (const [at, english] of sample(inEnglish).entries())
      ids[english.slug] = await planted(req, collection, english, sample(inSwahili)[at] as Data)
  const swahili = samplePosts(inSwahili)
  for (const [at, { category, author, scene, palette, alt, body, ...post }] of samplePosts(inEnglish).entries()) {
    const translated = swahili[at]
    if (!translated || (await idBy(req, 'posts', 'slug', post.slug))) continue
    const cover = await picture(req, post.slug, scene, palette, { en: alt, sw: translated.alt })
    const data = { ...post, _status: 'published', cover, body: written(body), categories: [ids[category]], authors: [ids[author]] }
    const { title, excerpt } = translated
    await planted(req, 'posts', data, { title, excerpt, body: written(translated.body), _status: 'published' })
  }
}

async function questions(req: PayloadRequest): Promise<void> {
  if ((await req.payload.count({ collection: 'faqs', req })).totalDocs > 0) return
  const swahili = sampleFaqs(inSwahili)
  for (const [at, { question, answer, audience }] of sampleFaqs(inEnglish).entries()) {
    const translated = swahili[at]
    await planted(
      req,
      'faqs',
      { question, answer: written(answer), audience, order: at + 1 },
      { question: translated?.question, answer: written(translated?.answer ?? []) },
    )
  }
}

async function pages(req: PayloadRequest): Promise<void> {
  const pictures: Pictures = {
    team: await picture(req, 'team', 'team', 'morning', { en: 'Three colleagues at one table', sw: 'Wenzetu watatu kwenye meza moja' }),
    market: await picture(req, 'market', 'market', 'lagoon', { en: 'Our first stall', sw: 'Kibanda chetu cha kwanza' }),
    build: await picture(req, 'build', 'build', 'leaf', { en: 'A program that passed its test', sw: 'Programu iliyofaulu jaribio' }),
  }
  for (const page of samplePages(pictures))
    await planted(req, 'pages', { ...page(inEnglish), _status: 'published' }, { ...page(inSwahili), _status: 'published' })
}

async function menus(req: PayloadRequest): Promise<void> {
  const { payload } = req
  const before = await payload.findGlobal({ slug: 'settings', req, depth: 0 })
  if (before.navigation?.header?.length) return
  const inLanguage = (code: (typeof localeCodes)[number]) => {
    const linked = (links: (typeof sampleMenus)['header']) => links.map(({ label, href }) => ({ label: label[code], href }))
    return { header: linked(sampleMenus.header), footer: linked(sampleMenus.footer) }
  }
  const words = (code: (typeof localeCodes)[number]) => ({
    navigation: inLanguage(code),
    contacts: { hours: sampleHours[code] },
    brand: { tagline: sampleTagline[code] },
  })
  const made = await payload.updateGlobal({ slug: 'settings', req, locale: 'en', data: words('en') })
  for (const code of localeCodes.filter((each) => each !== 'en'))
    await payload.updateGlobal({ slug: 'settings', req, locale: code, data: withIdsOf(made, words(code)) })
}

/** Pages, posts, questions and menus in English and Swahili, with pictures that we draw ourselves. */
export const contentSeed: Seed = {
  name: 'content',
  run: async (req) => {
    await blog(req)
    await questions(req)
    await pages(req)
    await menus(req)
  },
}
