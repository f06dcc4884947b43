import type { Endpoint } from 'payload'
import { z } from 'zod'
import type { File } from '../../payload-types.ts'
import { demand, type Grant } from '../../platform/access.ts'
import { endpoint } from '../../platform/endpoint.ts'
import { fail } from '../../platform/errors.ts'
import { isId } from '../../platform/ids.ts'
import { answerWith } from '../../platform/storage/answer.ts'
import { storeOf } from '../../platform/storage/open.ts'
import { fileLink, mayOpen } from '../../platform/storage/signed.ts'
import { fileKey } from './key.ts'

/** `POST /api/files/:id/link`: a link to the file for whoever may see its document. */
export const linkEndpoint = (readers: readonly Grant[]): Endpoint =>
  endpoint({
    method: 'post',
    path: '/:id/link',
    summary: 'Get a link that opens a private file for ten minutes',
    access: readers,
    lateAccess: true,
    returns: z.object({ url: z.url(), expiresAt: z.iso.datetime() }),
    handler: async (req, { params: { id = '' } }) => {
      if (!req.user) return fail('UNAUTHENTICATED')
      if (!isId(id)) return fail('NOT_FOUND')
      await demand(req, readers, { collection: 'files', id })
      return fileLink(id, { user: String(req.user.id) })
    },
  })

/** A name as browsers take it, also one with letters that headers do not know. */
const disposition = (filename: string) =>
  `attachment; filename="${filename.replace(/[^\x20-\x7e]|["\\%]/g, '_')}"; filename*=UTF-8''${encodeURIComponent(filename).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)}`

/** `GET /api/files/:id/content`: the bytes, for whoever holds a link that was made for them; never shown, always saved. */
export const contentEndpoint: Endpoint = {
  method: 'get',
  path: '/:id/content',
  handler: async (req) => {
    const id = String(req.routeParams?.id ?? '')
    // A link that has ended, was made for somebody else or was made up does not say whether there is such a file.
    if (!isId(id) || !mayOpen(req, id)) return fail('NOT_FOUND')
    const doc = await req.payload.db.findOne<File>({ collection: 'files', req, where: { id: { equals: id } } })
    const key = doc && fileKey(doc)
    if (!key) return fail('NOT_FOUND')
    return answerWith(storeOf(req.payload), key, req.headers, {
      'Content-Type': doc.mimeType ?? 'application/octet-stream',
      'Content-Disposition': disposition(doc.filename ?? 'file'),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Cache-Control': 'private, no-store',
    })
  },
}

/** Payload's own way to the bytes stays closed. */
export const closedEndpoint: Endpoint = { method: 'get', path: '/file/:filename', handler: () => fail('NOT_FOUND') }
