import type { CollectionConfig, CollectionSlug, Endpoint } from 'payload'
import { z } from 'zod'
import { now } from '../../platform/clock.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { fail } from '../../platform/errors.ts'
import { isId } from '../../platform/ids.ts'
import { staffRoles } from '../../platform/roles.ts'
import { derivedSecret, equalTexts } from '../../platform/secrets.ts'
import { pathOf } from './address.ts'

const hour = 3_600_000

const signature = (collection: string, id: string, until: string) => derivedSecret(`preview ${collection} ${id} ${until}`)

/** What opens the draft of one document for one to two hours; the same all through an hour, so that a preview is not loaded anew with every key. */
function previewToken(collection: string, id: string): string {
  const until = String(Math.floor(now().getTime() / hour) + 2)
  return `${id}.${until}.${signature(collection, id, until)}`
}

/** The document that a token opens; undefined when it was made up, has ended, or belongs to another collection. */
export function previewed(collection: string, token: string): string | undefined {
  const [id = '', until = '', signed = ''] = token.split('.')
  const isOurs = isId(id) && equalTexts(signed, signature(collection, id, until))
  return isOurs && now().getTime() < Number(until) * hour ? id : undefined
}

type Draft = { id?: string; slug?: string | null }

const addressWithToken = (collection: string, pattern: string, { id, slug }: Draft, locale: string | undefined): string | null => {
  if (!id || !slug) return null
  const path = pathOf(pattern, slug)
  const prefix = locale && locale !== 'en' && locale !== 'all' ? `/${locale}` : ''
  return `${prefix}${path === '/' && prefix ? '' : path}?preview=${previewToken(collection, id)}`
}

/** The buttons of the admin that show a draft as its page: beside the form, and in a window of its own. */
export const previewButtons = (slug: string, pattern: string): Pick<NonNullable<CollectionConfig['admin']>, 'livePreview' | 'preview'> => ({
  preview: (doc, { locale }) => addressWithToken(slug, pattern, doc as Draft, locale),
  livePreview: {
    url: ({ data, locale }) => addressWithToken(slug, pattern, data as Draft, locale?.code),
    breakpoints: [
      { name: 'phone', label: 'Phone', width: 360, height: 740 },
      { name: 'tablet', label: 'Tablet', width: 768, height: 1024 },
      { name: 'desktop', label: 'Desktop', width: 1280, height: 800 },
    ],
  },
})

/** `GET /api/<collection>/preview/:token`: the latest version of a document, published or not, for staff who have its preview's address. */
export const previewEndpoint = (slug: CollectionSlug): Endpoint =>
  endpoint({
    method: 'get',
    path: '/preview/:token',
    summary: 'Read the draft that a preview shows',
    access: staffRoles,
    returns: z.record(z.string(), z.unknown()),
    handler: async (req, { params }) => {
      const id = previewed(slug, params.token ?? '')
      if (!id) return fail('INVALID_TOKEN')
      const draft = await req.payload.findByID({
        collection: slug,
        id,
        req,
        draft: true,
        depth: 2,
        overrideAccess: false,
        disableErrors: true,
      })
      return (draft as Record<string, unknown> | null) ?? fail('NOT_FOUND')
    },
  })
