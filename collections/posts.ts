import type { CollectionBeforeChangeHook, CollectionConfig } from 'payload'
import { now } from '../platform/clock.ts'
import { idField } from '../platform/ids.ts'
import { hiddenExceptFrom } from '../platform/roles.ts'
import { slugField } from '../platform/slug.ts'
import { editorial, withDrafts } from './content/drafts.ts'
import { seoField } from './content/seo.ts'

/** A post that is published for the first time gets the day of it, unless somebody chose one. */
const datePublished: CollectionBeforeChangeHook = ({ data }) =>
  data._status === 'published' && !data.publishedAt ? { ...data, publishedAt: now().toISOString() } : data

const address = '/blog/{slug}'

/** The articles of the blog. */
export const posts: CollectionConfig = {
  slug: 'posts',
  labels: { singular: 'Post', plural: 'Posts' },
  admin: {
    group: 'Content',
    hidden: hiddenExceptFrom('marketing', 'designer', 'support'),
    useAsTitle: 'title',
    defaultColumns: ['title', 'authors', 'categories', '_status', 'publishedAt'],
    listSearchableFields: ['title', 'slug', 'excerpt'],
    description: 'News and articles. Visitors see a post once it is published.',
  },
  access: editorial,
  versions: withDrafts,
  defaultSort: '-publishedAt',
  defaultPopulate: { title: true, slug: true, excerpt: true, cover: true, publishedAt: true },
  indexes: [{ fields: ['_status', 'publishedAt'] }],
  custom: { address },
  hooks: { beforeChange: [datePublished] },
  fields: [
    idField(),
    { name: 'title', type: 'text', required: true, localized: true, maxLength: 150 },
    slugField('title'),
    {
      name: 'excerpt',
      type: 'textarea',
      required: true,
      localized: true,
      maxLength: 300,
      admin: { description: 'One or two sentences for lists, feeds and search engines.' },
    },
    { name: 'cover', type: 'upload', relationTo: 'media', admin: { description: 'At best twice as wide as high.' } },
    { name: 'body', type: 'richText', required: true, localized: true },
    seoField({ title: 'title', description: 'excerpt', address }),
    {
      name: 'publishedAt',
      type: 'date',
      index: true,
      label: 'Date',
      admin: { position: 'sidebar', date: { pickerAppearance: 'dayAndTime' }, description: 'Filled in when it is published.' },
    },
    { name: 'categories', type: 'relationship', relationTo: 'post-categories', hasMany: true, index: true, admin: { position: 'sidebar' } },
    { name: 'authors', type: 'relationship', relationTo: 'authors', hasMany: true, index: true, admin: { position: 'sidebar' } },
  ],
}
