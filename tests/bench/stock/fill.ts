// `node fill.ts <file>`: fills the database of the stock app with the catalogue in the file. In development the stock adapter makes its tables by itself.
import { readFileSync } from 'node:fs'
import type { Catalogue, Row } from '../catalogue.ts'

Object.assign(process.env, { NODE_ENV: 'development', PAYLOAD_DISABLE_DEPENDENCY_CHECKER: 'true' })

const { getPayload } = await import('payload')
const { default: config } = await import('./src/payload.config.ts')

const { account, media, categories, brands, products, variants } = JSON.parse(readFileSync(process.argv[2] as string, 'utf8')) as Catalogue
const payload = await getPayload({ config })
await payload.create({ collection: 'users', data: account as never })

const ids = new Map<unknown, number>()
const known = (id: unknown) => ids.get(id) ?? null
const write = async (collection: string, { id, ...data }: Row) => {
  const row = await payload.db.create({ collection: collection as 'products', data: data as never })
  ids.set(id, Number(row.id))
}

for (const row of media) await write('media', row)
for (const row of categories) await write('categories', row)
for (const row of brands) await write('brands', row)
for (const row of products)
  await write('products', {
    ...row,
    category: known(row.category),
    brand: known(row.brand),
    images: (row.images as unknown[] | null)?.map(known) ?? [],
  })
for (const row of variants) await write('variants', { ...row, product: known(row.product) })
await payload.destroy()
process.exit(0)
