import type { AstroGlobal } from 'astro'
import { type ContactState, contactForm } from './contact.server.ts'
import { readShown, type Shown } from './content.server.ts'

/** A page of editors with what its form shows; a response when the visitor goes elsewhere; undefined when there is no such page. */
export async function readPage(
  page: AstroGlobal,
  slug: string,
): Promise<{ shown: Shown<'pages'>; contact?: ContactState } | Response | undefined> {
  const shown = await readShown(page, 'pages', slug)
  if (!shown) return undefined
  if (shown.isPreview) page.response.headers.set('Cache-Control', 'no-store')
  const hasForm = shown.doc.blocks.some(({ blockType }) => blockType === 'contact-form')
  const contact = hasForm ? await contactForm(page) : undefined
  return contact instanceof Response ? contact : { shown, contact }
}
