import { existsSync } from 'node:fs'
import path from 'node:path'
import type { CollectionConfig } from 'payload'
import { allow } from '../platform/access.ts'
import { environment } from '../platform/environment.ts'
import { fail } from '../platform/errors.ts'
import { idField } from '../platform/ids.ts'

const staticDir = path.join(environment.dataDir, 'media')

/** Public pictures and documents; the kind is decided by the bytes, not by the name. */
export const media: CollectionConfig = {
  slug: 'media',
  labels: { singular: 'File', plural: 'Media' },
  admin: {
    group: 'Content',
    useAsTitle: 'filename',
    defaultColumns: ['filename', 'alt', 'mimeType', 'filesize', 'createdAt'],
    description: 'Pictures and documents that everybody may see.',
  },
  access: allow({
    create: ['designer', 'marketing', 'sales', 'instructor'],
    read: ['anyone'],
    update: ['designer', 'marketing', 'sales', 'instructor'],
    delete: ['designer', 'marketing'],
  }),
  defaultSort: '-createdAt',
  upload: {
    staticDir,
    mimeTypes: ['image/png', 'image/jpeg', 'image/webp', 'image/avif', 'image/gif', 'image/svg+xml', 'application/pdf'],
    focalPoint: true,
    adminThumbnail: 'thumb',
    imageSizes: [
      { name: 'thumb', width: 320, withoutEnlargement: true, formatOptions: { format: 'webp', options: { quality: 70 } } },
      { name: 'card', width: 640, withoutEnlargement: true, formatOptions: { format: 'webp', options: { quality: 72 } } },
      { name: 'full', width: 1280, withoutEnlargement: true, formatOptions: { format: 'webp', options: { quality: 75 } } },
    ],
    // Payload answers 500 for a file that is not there.
    handlers: [(_req, { params }) => (existsSync(path.join(staticDir, path.basename(params.filename))) ? undefined : fail('NOT_FOUND'))],
    modifyResponseHeaders: ({ headers }) => {
      headers.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
      headers.set('X-Content-Type-Options', 'nosniff')
      headers.set('Cache-Control', 'public, max-age=86400')
      return headers
    },
  },
  fields: [
    idField(),
    {
      name: 'alt',
      type: 'text',
      required: true,
      localized: true,
      label: 'Alternative text',
      admin: { description: 'What the picture shows, for those who cannot see it.' },
    },
  ],
}
