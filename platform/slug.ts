import type { CollectionSlug, FieldHook, PayloadRequest, TextField, TextFieldSingleValidation, Where } from 'payload'
import { text } from 'payload/shared'
import { newId } from './ids.ts'

/** A text as a part of an address: small letters, digits and single dashes, at most 80 characters. */
export const slugify = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80)
    .replace(/^-+|-+$/g, '')

/** `wanted`, or with a number behind it when another document of the collection has that. */
async function freeSlug(req: PayloadRequest, collection: CollectionSlug, wanted: string, reserved: readonly string[]): Promise<string> {
  for (let number = 1; number <= 50; number++) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`
    if (reserved.includes(slug)) continue
    const where: Where = { slug: { equals: slug } }
    if ((await req.payload.db.count({ collection, req, where })).totalDocs === 0) return slug
  }
  return `${wanted}-${newId().slice(-12)}`
}

const fillSlug =
  (from: string, reserved: readonly string[]): FieldHook =>
  async ({ value, data, originalDoc, collection, req }) => {
    if (typeof value === 'string' && slugify(value)) return slugify(value)
    if (originalDoc?.slug) return originalDoc.slug
    const source = data?.[from]
    if (!collection || typeof source !== 'string') return value
    return freeSlug(req, collection.slug as CollectionSlug, slugify(source) || newId().slice(-12), reserved)
  }

const isFree =
  (from: string, reserved: readonly string[]): TextFieldSingleValidation =>
  (value, options) => {
    // While somebody types it may be empty: saving fills it in, and where there is nothing to make it from, that is what is missing.
    if (!value && (options.event === 'onChange' || !(options.siblingData as Record<string, unknown>)[from])) return true
    return value && reserved.includes(value)
      ? 'This address leads somewhere else already. Choose another.'
      : text(value as never, options as never)
  }

/** The part of a document's address that names it: made from the field `from` when nobody gives one, and kept when that changes. */
export const slugField = (from: string, { reserved = [] }: { reserved?: readonly string[] } = {}): TextField => ({
  name: 'slug',
  type: 'text',
  required: true,
  unique: true,
  index: true,
  maxLength: 100,
  admin: { position: 'sidebar', description: 'Part of the address of its page. Left empty, it is made from the name.' },
  hooks: { beforeValidate: [fillSlug(from, reserved)] },
  validate: isFree(from, reserved),
})
