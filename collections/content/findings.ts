import { type CollectionSlug, createLocalReq, type Field, type Payload, type PayloadRequest } from 'payload'
import { type Locale, localeCodes } from '../../platform/locales.ts'
import { addressOf, pathOf } from './address.ts'
import { type SeoSources, shownLength } from './seo.ts'

/** What is wrong with what search engines show of a page. */
export type Fault = 'title-missing' | 'title-long' | 'title-doubled' | 'description-missing' | 'description-long'

/** A page whose title or description search engines will not show well, in one language. */
export type Finding = { collection: string; id: string; locale: Locale; path: string; fault: Fault; text: string; others?: string[] }

/** How many documents of a collection are looked at. */
const most = 20_000
const batch = 500

type Localized = Partial<Record<Locale, string | null>> | string | null | undefined
type Row = Record<string, unknown> & {
  id: string
  slug: string
  seo?: { title?: Localized; description?: Localized; noindex?: boolean | null }
}

const textIn = (value: Localized, locale: Locale) => ((typeof value === 'object' ? value?.[locale] : value) ?? '').trim()

const sourcesIn = (fields: readonly Field[]): SeoSources | undefined =>
  fields.flatMap((field) => ('name' in field && field.name === 'seo' ? [field.custom?.sources as SeoSources] : []))[0]

/** The collections whose documents search engines show. */
const listed = ({ config }: Payload) =>
  config.collections.flatMap((collection) => {
    const [address, sources] = [addressOf(collection), sourcesIn(collection.fields)]
    return address && sources ? [{ slug: collection.slug as CollectionSlug, address, sources }] : []
  })

async function* shownTo(req: PayloadRequest, collection: CollectionSlug, fields: readonly string[]): AsyncGenerator<Row> {
  const select = Object.fromEntries(['slug', 'seo', ...fields].map((name) => [name, true]))
  for (let page = 1; page <= most / batch; page++) {
    const { docs, hasNextPage } = await req.payload.find({
      collection,
      req,
      overrideAccess: false,
      locale: 'all',
      depth: 0,
      limit: batch,
      page,
      sort: 'id',
      select: select as never,
    })
    yield* docs as unknown as Row[]
    if (!hasNextPage) return
  }
}

type Shown = { collection: string; id: string; locale: Locale; path: string; title: string; description: string }

/** What a document shows in each language in which it was written. */
function* faces(row: Row, collection: string, address: string, { title, description }: SeoSources): Generator<Shown> {
  if (row.seo?.noindex) return
  for (const locale of localeCodes) {
    const own = textIn(row[title] as Localized, locale)
    if (!own && locale !== 'en') continue
    yield {
      collection,
      id: row.id,
      locale,
      path: `${locale === 'en' ? '' : `/${locale}`}${pathOf(address, row.slug)}`,
      title: textIn(row.seo?.title, locale) || own,
      description: textIn(row.seo?.description, locale) || textIn(row[description] as Localized, locale),
    }
  }
}

const faultsOf = ({ title, description }: Shown, twins: readonly Shown[]): [Fault, string][] => [
  ...(title === '' ? ([['title-missing', '']] as [Fault, string][]) : []),
  ...(title.length > shownLength.title ? ([['title-long', title]] as [Fault, string][]) : []),
  ...(title !== '' && twins.length > 1 ? ([['title-doubled', title]] as [Fault, string][]) : []),
  ...(description === '' ? ([['description-missing', '']] as [Fault, string][]) : []),
  ...(description.length > shownLength.description ? ([['description-long', description]] as [Fault, string][]) : []),
]

/** Looks through everything that visitors may see for titles and descriptions that search engines will not show well. */
export async function findings(payload: Payload): Promise<Finding[]> {
  const req = await createLocalReq({}, payload)
  const all: Shown[] = []
  for (const { slug, address, sources } of listed(payload))
    for await (const row of shownTo(req, slug, [sources.title, sources.description])) all.push(...faces(row, slug, address, sources))
  const byTitle = Map.groupBy(all, ({ locale, title }) => `${locale} ${title.toLowerCase()}`)
  return all.flatMap((shown) => {
    const twins = byTitle.get(`${shown.locale} ${shown.title.toLowerCase()}`) ?? []
    return faultsOf(shown, twins).map(([fault, text]): Finding => {
      const { collection, id, locale, path } = shown
      const others = fault === 'title-doubled' ? twins.filter((twin) => twin !== shown).map((twin) => twin.path) : undefined
      return { collection, id, locale, path, fault, text, ...(others && { others: others.slice(0, 5) }) }
    })
  })
}
