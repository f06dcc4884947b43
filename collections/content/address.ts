import type { CollectionConfig } from 'payload'

/** The slug of the page that stands at the root of the site. */
const homeSlug = 'home'

/** Where the page of a document stands, without language: the collection's pattern, such as `/blog/{slug}`, with its slug put in. */
export const pathOf = (pattern: string, slug: string): string =>
  pattern === '/{slug}' && slug === homeSlug ? '/' : pattern.replace('{slug}', encodeURIComponent(slug))

/** The pattern under which the storefront shows the documents of a collection: whoever has pages puts it into `custom.address`. */
export const addressOf = ({ custom }: Pick<CollectionConfig, 'custom'>): string | undefined => custom?.address

/** Whether a text is an address that editors may point at: a path of this site, or a whole address of another. */
export const isTarget = (value: unknown): value is string =>
  typeof value === 'string' &&
  value.length <= 500 &&
  (/^\/(?![/\\])\S*$/.test(value) || /^#[\w-]+$/.test(value) || /^(mailto|tel):\S+$/.test(value) || isWebAddress(value))

/** Whether a text is the whole address of a web page. */
export const isWebAddress = (value: unknown): value is string =>
  typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value)
