import type { Platform } from '../support/platform.ts'

/** A text as the editor stores it: one paragraph per line. */
export const lexical = (...lines: string[]) => ({
  root: {
    type: 'root',
    format: '',
    indent: 0,
    version: 1,
    direction: 'ltr',
    children: lines.map((text) => ({
      type: 'paragraph',
      format: '',
      indent: 0,
      version: 1,
      direction: 'ltr',
      textFormat: 0,
      children: [{ type: 'text', text, detail: 0, format: 0, mode: 'normal', style: '', version: 1 }],
    })),
  },
})

/** A page with one text on it. */
export const page = (title: string, data: Record<string, unknown> = {}) => ({
  title,
  blocks: [{ blockType: 'text', title, body: lexical(`${title} in words.`) }],
  ...data,
})

/** A post, complete enough to be published. */
export const post = (title: string, data: Record<string, unknown> = {}) => ({
  title,
  excerpt: `${title} in short.`,
  body: lexical(`${title} at length.`),
  ...data,
})

/** Makes a document as marketing and answers it. */
// biome-ignore lint/suspicious/noExplicitAny: tests look into documents of every shape.
export async function made({ as }: Platform, collection: string, data: Record<string, unknown>): Promise<any> {
  const { status, body } = await as('marketing').post(`/${collection}`, data)
  if (status !== 201) throw new Error(`${collection}: ${status} ${JSON.stringify(body)}`)
  return body.doc
}

/** Makes a document that is published. */
export const published = (site: Platform, collection: string, data: Record<string, unknown>) =>
  made(site, collection, { ...data, _status: 'published' })
