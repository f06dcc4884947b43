import type { CollectionSlug, PayloadRequest } from 'payload'
import type { Product } from '../../../payload-types.ts'
import { slugify } from '../../../platform/slug.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { openLevel, putIn } from '../stock.ts'
import {
  type SampleProduct,
  type SampleVariant,
  sampleBrands,
  sampleCategories,
  sampleLocations,
  sampleProducts,
  type Text,
} from './goods.ts'
import { rendered } from './pictures.ts'
import { richText } from './rich-text.ts'

type Ids = Record<string, string>

/** The id of the document whose `field` is `value`, if there is one. */
export const idBy = async (req: PayloadRequest, collection: CollectionSlug, field: string, value: string): Promise<string | undefined> =>
  (await req.payload.db.findOne<{ id: string }>({ collection, req, where: { [field]: { equals: value } }, select: { [field]: true } }))?.id

async function categories(req: PayloadRequest): Promise<Ids> {
  const ids: Ids = {}
  for (const [index, { slug, title }] of sampleCategories.entries()) {
    const known = await idBy(req, 'categories', 'slug', slug)
    ids[slug] =
      known ??
      (await req.payload.create({ collection: 'categories', req, locale: 'en', data: { slug, title: title.en, order: index + 1 } })).id
    if (!known) await req.payload.update({ collection: 'categories', id: ids[slug], req, locale: 'sw', data: { title: title.sw } })
  }
  return ids
}

async function brands(req: PayloadRequest): Promise<Ids> {
  const ids: Ids = {}
  for (const name of sampleBrands)
    ids[name] =
      (await idBy(req, 'brands', 'name', name)) ??
      (await req.payload.create({ collection: 'brands', req, locale: 'en', data: { name, slug: name.toLowerCase() } })).id
  return ids
}

async function locations(req: PayloadRequest): Promise<Ids> {
  const ids: Ids = {}
  for (const location of sampleLocations)
    ids[location.code] =
      (await idBy(req, 'locations', 'code', location.code)) ??
      (await req.payload.create({ collection: 'locations', req, locale: 'en', data: location })).id
  return ids
}

async function pictures(req: PayloadRequest, { pictures: drawn, title }: SampleProduct): Promise<string[]> {
  const ids: string[] = []
  for (const [shape, palette] of drawn) {
    const name = `sample-${shape}-${palette}.webp`.toLowerCase()
    const known = await idBy(req, 'media', 'filename', name)
    if (known) {
      ids.push(known)
      continue
    }
    const data = await rendered(shape, palette)
    const file = { data, mimetype: 'image/webp', name, size: data.length }
    const { id } = await req.payload.create({ collection: 'media', req, locale: 'en', data: { alt: title.en }, file })
    await req.payload.update({ collection: 'media', id, req, locale: 'sw', data: { alt: title.sw } })
    ids.push(id)
  }
  return ids
}

/** The options in one language; with the ids of the rows that are there already. */
const optionsIn = (language: keyof Text, options: SampleProduct['options'], rows?: Product['options']) =>
  options?.map(({ name, values }, index) => ({
    id: rows?.[index]?.id,
    name: name[language],
    values: values.map((value, at) => ({ id: rows?.[index]?.values[at]?.id, label: value[language] })),
  }))

const chosen = ({ options }: Product, choices: readonly number[]) =>
  (options ?? []).map(({ id, values }, index) => ({ option: id ?? '', value: values[choices[index] ?? 0]?.id ?? '' }))

async function variant(
  req: PayloadRequest,
  product: Product,
  { title, choices, stock = {}, lowAt, ...sample }: SampleVariant,
  position: number,
  places: Ids,
): Promise<void> {
  const { id } = await req.payload.create({
    collection: 'variants',
    req,
    locale: 'en',
    data: {
      product: product.id,
      position,
      ...sample,
      ...(title && { title: title.en }),
      ...(choices && { choices: chosen(product, choices) }),
    },
  })
  if (title) await req.payload.update({ collection: 'variants', id, req, locale: 'sw', data: { title: title.sw } })
  for (const [code, quantity] of Object.entries(stock)) {
    const place = { variant: id, location: places[code] as string }
    const key = `${place.variant}:${place.location}`
    if (!(await idBy(req, 'stock-levels', 'key', key))) await openLevel(req, place)
    await putIn(req, place, quantity, { kind: 'receipt', reason: 'Opening stock' })
    const level = await idBy(req, 'stock-levels', 'key', key)
    if (level && lowAt) await req.payload.update({ collection: 'stock-levels', id: level, req, locale: 'en', data: { lowStockAt: lowAt } })
  }
}

async function product(req: PayloadRequest, sample: SampleProduct, ids: { categories: Ids; brands: Ids; locations: Ids }): Promise<void> {
  const { title, summary, facts, category, brand, options, pictures: _, variants, ...more } = sample
  const [first] = variants
  if (first && (await idBy(req, 'variants', 'sku', first.sku))) return
  const images = await pictures(req, sample)
  await inTransaction(req, async () => {
    const made = await req.payload.create({
      collection: 'products',
      req,
      locale: 'en',
      data: {
        kind: 'physical',
        source: 'local',
        condition: 'new',
        currency: 'TZS',
        ...more,
        title: title.en,
        options: optionsIn('en', options),
        slug: slugify(title.en),
        summary: summary.en,
        description: richText(facts.en),
        category: ids.categories[category],
        brand: ids.brands[brand],
        images,
        published: true,
      },
    })
    const swahili = {
      title: title.sw,
      summary: summary.sw,
      description: richText(facts.sw),
      options: optionsIn('sw', options, made.options),
    }
    await req.payload.update({ collection: 'products', id: made.id, req, locale: 'sw', data: swahili })
    for (const [position, each] of variants.entries()) await variant(req, made, each, position, ids.locations)
  })
}

/** Fills the shelves with the sample goods that are not there yet. */
export async function fillShelves(req: PayloadRequest): Promise<void> {
  const ids = { categories: await categories(req), brands: await brands(req), locations: await locations(req) }
  // The first ones are made last, so that they are the newest.
  for (const sample of sampleProducts.toReversed()) await product(req, sample, ids)
}
