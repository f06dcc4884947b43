import type { CollectionConfig } from 'payload'
import { idField } from '../platform/ids.ts'
import { localeCodes } from '../platform/locales.ts'
import { hiddenExceptFrom } from '../platform/roles.ts'
import { slugField } from '../platform/slug.ts'
import { pageBlocks } from './blocks/page-blocks.ts'
import { editorial, withDrafts } from './content/drafts.ts'
import { seoField } from './content/seo.ts'

/** First parts of addresses that lead somewhere else than to a page of editors. */
export const reserved: readonly string[] = [
  ...localeCodes,
  ...['404', '500', '_astro', '_next', 'account', 'admin', 'api', 'blog', 'cart', 'checkout', 'data-saver', 'feed', 'files'],
  ...['forgot-password', 'health', 'icons', 'manifest', 'metrics', 'offline', 'og', 'orders', 'reset-password', 'sandbox', 'search'],
  ...['shop', 'sign-in', 'sign-out', 'sign-up', 'sitemaps', 'theme', 'verify-email'],
]

const address = '/{slug}'

/** The pages of the site that editors put together from blocks. */
export const pages: CollectionConfig = {
  slug: 'pages',
  labels: { singular: 'Page', plural: 'Pages' },
  admin: {
    group: 'Content',
    hidden: hiddenExceptFrom('marketing', 'designer', 'support'),
    useAsTitle: 'title',
    defaultColumns: ['title', 'slug', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'slug'],
    description: 'What stands at /about, /contact and the like. The page with the address “home” is the start of the site.',
  },
  access: editorial,
  versions: withDrafts,
  defaultSort: 'title',
  defaultPopulate: { title: true, slug: true },
  custom: { address },
  fields: [
    idField(),
    { name: 'title', type: 'text', required: true, localized: true, maxLength: 120 },
    slugField('title', { reserved }),
    {
      name: 'summary',
      type: 'textarea',
      localized: true,
      maxLength: 300,
      admin: { description: 'One or two sentences for search engines and share cards; not shown on the page.' },
    },
    {
      name: 'blocks',
      type: 'blocks',
      required: true,
      minRows: 1,
      maxRows: 40,
      labels: { singular: 'Block', plural: 'Blocks' },
      // Plugins add theirs.
      custom: { open: true },
      blocks: pageBlocks,
    },
    seoField({ title: 'title', description: 'summary', address }),
  ],
}
