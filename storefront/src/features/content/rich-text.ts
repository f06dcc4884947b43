import { convertLexicalToHTML, type HTMLConvertersFunction, LinkHTMLConverter } from '@payloadcms/richtext-lexical/html'
import type { ButtonBlock, Media, NoteBlock } from '../../../../payload-types.ts'
import { hrefIn } from '../../lib/links.ts'
import { fileHref } from '../../lib/media.ts'
import { type Locale, type Paths, pathsFor } from '../../lib/paths.ts'

/** What a rich text must know of the page that shows it. */
export type Place = {
  locale: Locale
  publicUrl: string
  /** Whether pictures wait until they are asked for, and what the way to them says. */
  saver?: { show: string }
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => entities[sign] as string)

/** The page of a document that a text links to, by its collection. */
const pageOf: Record<string, (paths: Paths, slug: string) => string> = {
  pages: (paths, slug) => paths.page(slug),
  posts: (paths, slug) => paths.post(slug),
  'post-categories': (paths, slug) => paths.blogCategory(slug),
  authors: (paths, slug) => paths.blogAuthor(slug),
  products: (paths, slug) => paths.product(slug),
}

type Linked = { fields: { linkType?: string; url?: string; doc?: { relationTo: string; value?: unknown } | null } }

/** Where a link leads; undefined when what it points at is not there for this reader. */
function goalOf({ fields: { linkType, url, doc } }: Linked, { locale }: Place): string | undefined {
  if (linkType !== 'internal') return url ? hrefIn(locale, url) : undefined
  const { slug } = (doc?.value ?? {}) as { slug?: string }
  return slug && doc ? pageOf[doc.relationTo]?.(pathsFor(locale), slug) : undefined
}

const sizesOf = ({ sizes }: Media, publicUrl: string) =>
  (['thumb', 'card', 'full'] as const).flatMap((name) => {
    const size = sizes?.[name]
    return size?.url && size.width ? [{ url: fileHref(size.url, publicUrl), width: size.width }] : []
  })

function figure(media: Media, caption: string | undefined, { publicUrl, saver }: Place): string {
  if (!media.url) return ''
  const url = fileHref(media.url, publicUrl)
  if (!media.mimeType?.startsWith('image/')) return `<p><a href="${escaped(url)}">${escaped(media.alt || media.filename || '')}</a></p>`
  const steps = sizesOf(media, publicUrl)
  const source = steps.at(-1)?.url ?? url
  const srcset = steps.map((step) => `${step.url} ${step.width}w`).join(', ')
  const measure = media.width && media.height ? ` width="${media.width}" height="${media.height}"` : ''
  const image = `<img src="${escaped(source)}" srcset="${escaped(srcset)}" sizes="(min-width: 48rem) 42rem, 92vw" alt="${escaped(media.alt)}"${measure} loading="lazy" decoding="async">`
  const asked = saver
    ? `<a href="${escaped(source)}" data-picture aria-label="${escaped(`${saver.show}: ${media.alt}`)}">${escaped(saver.show)}: ${escaped(media.alt)}</a><template>${image}</template>`
    : image
  return `<figure>${asked}${caption ? `<figcaption>${escaped(caption)}</figcaption>` : ''}</figure>`
}

type Block<Fields> = { node: { fields: Fields } }

const converters =
  (place: Place): HTMLConvertersFunction =>
  ({ defaultConverters }) => {
    const links = LinkHTMLConverter({ internalDocToHref: ({ linkNode }) => goalOf(linkNode as Linked, place) ?? '#' })
    const link: typeof links.link = (args) => {
      const goal = goalOf(args.node as Linked, place)
      if (!goal) return args.nodesToHTML({ nodes: args.node.children }).join('')
      const node = { ...args.node, fields: { ...args.node.fields, linkType: 'custom' as const, url: goal } }
      return typeof links.link === 'function' ? links.link({ ...args, node }) : ''
    }
    return {
      ...defaultConverters,
      ...links,
      link,
      upload: ({ node }) => {
        const { value, fields } = node as unknown as { value: unknown; fields?: { caption?: string } }
        return typeof value === 'object' && value !== null ? figure(value as Media, fields?.caption, place) : ''
      },
      blocks: {
        note: ({ node }: Block<NoteBlock>) =>
          `<aside class="notice" data-tone="${escaped(node.fields.tone)}"><p>${escaped(node.fields.text)}</p></aside>`,
        button: ({ node }: Block<ButtonBlock>) =>
          `<p><a class="button button-primary" href="${escaped(hrefIn(place.locale, node.fields.href))}">${escaped(node.fields.label)}</a></p>`,
      },
      // What a feature that is gone has left behind.
      unknown: () => '',
    } as ReturnType<HTMLConvertersFunction>
  }

/** A rich text as HTML; empty when there is nothing to read. */
export const richText = (data: unknown, place: Place): string =>
  data
    ? convertLexicalToHTML({
        data: data as never,
        converters: converters(place),
        disableContainer: true,
        disableIndent: true,
        disableTextAlign: true,
      })
    : ''

/** The words of a rich text, for feeds, search engines and counting. */
export const plainText = (html: string): string =>
  html
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ({ amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" })[name] ?? ' ')
    .replace(/\s+/g, ' ')
    .trim()

/** How many minutes a text takes to read, at least one. */
export const minutesToRead = (html: string): number => Math.max(1, Math.round(plainText(html).split(' ').length / 200))
