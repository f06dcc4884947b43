import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { lexicalEditor } from '@payloadcms/richtext-lexical'
import { buildConfig } from 'payload'
import sharp from 'sharp'
import { brands } from './collections/brands.ts'
import { categories } from './collections/categories.ts'
import { media } from './collections/media.ts'
import { products } from './collections/products.ts'
import { users } from './collections/users.ts'
import { variants } from './collections/variants.ts'

const dirname = path.dirname(fileURLToPath(import.meta.url))

export default buildConfig({
  admin: { user: users.slug, importMap: { baseDir: path.resolve(dirname) } },
  collections: [users, media, categories, brands, products, variants],
  editor: lexicalEditor(),
  secret: process.env.PAYLOAD_SECRET || '',
  db: sqliteAdapter({ client: { url: process.env.DATABASE_URL || '' } }),
  localization: { locales: ['en', 'sw', 'sn', 'nd'], defaultLocale: 'en', fallback: true },
  sharp,
  telemetry: false,
})
