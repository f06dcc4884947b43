import type { PayloadRequest } from 'payload'
import { now } from '../../../platform/clock.ts'
import { newId } from '../../../platform/ids.ts'
import { inTransaction } from '../../../platform/transaction.ts'
import { idBy } from './catalogue.ts'
import { sampleCategories, sampleProducts } from './goods.ts'

const perTransaction = 200

const qualities = ['Light', 'Strong', 'Compact', 'Classic', 'Smart', 'Plus', 'Mini', 'Family', 'Pro', 'Eco']
const sizes = ['S', 'M', 'L', 'XL', '2026', '2027']

const pick = <Item>(items: readonly Item[], index: number): Item => items[index % items.length] as Item

type Found = { categories: string[]; images: string[]; location: string }

/** Writes one generated product with its variant and its stock straight into the database: there may be tens of thousands. */
async function write(req: PayloadRequest, number: number, { categories, images, location }: Found): Promise<void> {
  const { db } = req.payload
  const sample = pick(sampleProducts, number * 7)
  const name = `${pick(qualities, number)} ${pick(sizes, Math.floor(number / 3))} no. ${number}`
  // A moment apart, so that sorting by age has something to sort.
  const at = new Date(now().getTime() - number * 60_000).toISOString()
  const stamps = { createdAt: at, updatedAt: at }
  const [product, variant] = [newId(), newId()]
  const stock = (number * 13) % 50
  const code = String(number).padStart(6, '0')
  const create = (collection: 'products' | 'variants' | 'stock-levels' | 'stock-moves', data: object) =>
    db.create({ collection, req, returning: false, data: { ...data, ...stamps } })
  await create('products', {
    id: product,
    slug: `sample-${code}`,
    title: { en: `${sample.title.en} ${name}`, sw: `${sample.title.sw} ${name}` },
    summary: { en: sample.summary.en, sw: sample.summary.sw },
    kind: 'physical',
    source: 'local',
    condition: pick(['new', 'new', 'new', 'refurbished', 'used'] as const, number),
    category: categories[sampleCategories.findIndex(({ slug }) => slug === sample.category)],
    images: [pick(images, number)],
    price: sample.price + (number % 97) * 10_000,
    currency: 'TZS',
    published: true,
    inStock: stock > 0,
    weightGrams: 100 + (number % 900),
  })
  await create('variants', { id: variant, product, sku: `SAMPLE-${code}`, position: 0, published: true, inStock: stock > 0 })
  await create('stock-levels', {
    id: newId(),
    key: `${variant}:${location}`,
    variant,
    location,
    onHand: stock,
    reserved: 0,
    available: stock,
    low: false,
  })
  if (stock > 0) await create('stock-moves', { id: newId(), variant, location, kind: 'receipt', quantity: stock, reason: 'Opening stock' })
}

async function found(req: PayloadRequest): Promise<Found> {
  const categories: string[] = []
  for (const { slug } of sampleCategories) categories.push((await idBy(req, 'categories', 'slug', slug)) as string)
  const media = await req.payload.db.find<{ id: string }>({
    collection: 'media',
    req,
    where: { filename: { like: 'sample-' } },
    sort: 'filename',
    pagination: false,
    select: { filename: true },
  })
  return { categories, images: media.docs.map(({ id }) => id), location: (await idBy(req, 'locations', 'code', 'DAR')) as string }
}

/** Generates products until there are `wanted` of them; those that are there stay. */
export async function generateProducts(req: PayloadRequest, wanted: number): Promise<void> {
  const { totalDocs } = await req.payload.db.count({ collection: 'variants', req, where: { sku: { like: 'SAMPLE-' } } })
  const what = await found(req)
  for (let first = totalDocs + 1; first <= wanted; first += perTransaction) {
    const last = Math.min(wanted, first + perTransaction - 1)
    await inTransaction(req, async () => {
      for (let number = first; number <= last; number++) await write(req, number, what)
    })
    if (last % 5000 === 0) req.payload.logger.info(`Generated ${last} of ${wanted} products.`)
  }
}
