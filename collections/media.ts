import type {
  CollectionAfterReadHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  CollectionConfig,
  PayloadRequest,
} from 'payload'
import { allow } from '../platform/access.ts'
import { fail } from '../platform/errors.ts'
import { idField } from '../platform/ids.ts'
import { answerWith } from '../platform/storage/answer.ts'
import { storeOf } from '../platform/storage/open.ts'
import { publicAddress } from '../platform/storage/public-address.ts'
import { bytesOf, isKey } from '../platform/storage/store.ts'
import { type Holder, storedBy } from '../platform/storage/stored.ts'
import { fileSizeField } from './files/size.ts'
import { takeIn } from './media-intake.ts'

const keyOf = (filename: string) => `media/${filename}`

const keysOf = ({ filename, sizes }: Holder) => ({
  own: filename ? keyOf(filename) : undefined,
  sizes: Object.fromEntries(Object.entries(sizes ?? {}).flatMap(([name, size]) => (size?.filename ? [[name, keyOf(size.filename)]] : []))),
})

/** What each kind of public file is called; decided at upload by the bytes, and told here by the name that followed from them. */
const types: Record<string, string> = {
  avif: 'image/avif',
  gif: 'image/gif',
  jpeg: 'image/jpeg',
  jpg: 'image/jpeg',
  pdf: 'application/pdf',
  png: 'image/png',
  svg: 'image/svg+xml',
  webp: 'image/webp',
}

const day = 86_400

async function serve(req: PayloadRequest, filename: string): Promise<Response> {
  const key = keyOf(filename)
  const ending = filename.split('.').at(-1)?.toLowerCase() ?? ''
  const type = Object.hasOwn(types, ending) ? types[ending] : undefined
  if (!isKey(key) || !type) return fail('NOT_FOUND')
  const versioned = new URL(req.url ?? 'http://localhost').searchParams.has('v')
  return answerWith(storeOf(req.payload), key, req.headers, {
    'Content-Type': type,
    'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    'Cache-Control': versioned ? `public, max-age=${365 * day}, immutable` : `public, max-age=${day}`,
    'Cross-Origin-Resource-Policy': 'cross-origin',
    // Everybody may see them, also through a CDN.
    'Access-Control-Allow-Origin': '*',
  })
}

type Edits = { crop?: unknown; focalPoint?: { x?: number; y?: number } }

/** Gives an update that crops a picture, or moves its point of interest, the picture to work on. */
const withPicture: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { uploadEdits } = req.query as { uploadEdits?: Edits }
  const { id } = args as { id?: string }
  if (operation !== 'update' || !id || req.file || !(uploadEdits?.crop || uploadEdits?.focalPoint)) return args
  const doc = await req.payload.db.findOne<Holder & { mimeType: string; focalX?: number; focalY?: number }>({
    collection: 'media',
    req,
    where: { id: { equals: id } },
  })
  const { x, y } = uploadEdits.focalPoint ?? {}
  if (!doc?.filename || (!uploadEdits.crop && Number(x) === doc.focalX && Number(y) === doc.focalY)) return args
  const data = Buffer.from(await bytesOf(storeOf(req.payload), keyOf(doc.filename)))
  req.file = { data, mimetype: doc.mimeType, name: doc.filename, size: data.length }
  return args
}

/** Addresses are made when they are read; nobody writes them. */
const withoutAddresses: CollectionBeforeValidateHook = ({ data }) => {
  if (!data) return data
  const { url: _, thumbnailURL: __, ...rest } = data
  const sizes = Object.entries((rest.sizes ?? {}) as Record<string, Record<string, unknown>>).map(([name, size]) => [
    name,
    size && { ...size, url: undefined },
  ])
  return rest.sizes ? { ...rest, sizes: Object.fromEntries(sizes) } : rest
}

const withAddresses: CollectionAfterReadHook = ({ doc }) => {
  const address = (filename: string) => publicAddress('media', filename, doc.createdAt)
  if (doc.filename && 'url' in doc) doc.url = address(doc.filename)
  for (const size of Object.values((doc.sizes ?? {}) as Record<string, { filename?: string; url?: string }>))
    if (size?.filename) size.url = address(size.filename)
  return doc
}

const files = storedBy(keysOf)

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
  disableDuplicate: true,
  forceSelect: { filename: true, createdAt: true, sizes: true } as never,
  hooks: {
    ...files,
    beforeOperation: [withPicture, takeIn],
    beforeValidate: [withoutAddresses],
    afterRead: [withAddresses],
  },
  upload: {
    disableLocalStorage: true,
    mimeTypes: ['image/png', 'image/jpeg', 'image/webp', 'image/avif', 'image/gif', 'image/svg+xml', 'application/pdf'],
    focalPoint: true,
    adminThumbnail: 'thumb',
    pasteURL: false,
    imageSizes: [
      { name: 'thumb', width: 320, withoutEnlargement: true, formatOptions: { format: 'webp', options: { quality: 70 } } },
      { name: 'card', width: 640, withoutEnlargement: true, formatOptions: { format: 'webp', options: { quality: 72 } } },
      { name: 'full', width: 1280, withoutEnlargement: true, formatOptions: { format: 'webp', options: { quality: 75 } } },
    ],
    handlers: [(req, { params }) => serve(req, params.filename)],
  },
  fields: [
    idField(),
    fileSizeField,
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
