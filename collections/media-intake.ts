import { fileTypeFromBuffer } from 'file-type'
import type { CollectionBeforeOperationHook } from 'payload'
import sharp, { type Sharp } from 'sharp'

/** How a name ends by what the bytes are; the first is given to names that end otherwise. */
const endings: Record<string, readonly string[]> = {
  'image/avif': ['avif'],
  'image/gif': ['gif'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/png': ['png'],
  'image/svg+xml': ['svg'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
}

/** With the ending of the largest size, as long as any file system lets a name be, whatever its letters. */
const longest = 60

/** Names that some systems keep for devices. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)$/i

/** A name of letters, digits and dashes that ends as its bytes demand: it gets into addresses, folders and archives. */
export function nameFor(given: string, mime: string): string {
  const [, stem = '', ending = ''] = /^(.*?)(?:\.([^.]*))?$/s.exec(given.split(/[/\\]/).at(-1) ?? '') ?? []
  const letters = stem.normalize('NFC').replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
  const short = [...letters]
    .slice(0, longest)
    .join('')
    .replace(/^-+|-+$/g, '')
  const right = endings[mime] ?? []
  const end = right.includes(ending.toLowerCase()) ? ending : right[0]
  return `${short === '' || reserved.test(short) ? `file${short && `-${short}`}` : short}.${end}`
}

/** How a picture is written again. */
const written: Record<string, (picture: Sharp) => Sharp> = {
  'image/avif': (picture) => picture.avif({ quality: 70 }),
  'image/jpeg': (picture) => picture.jpeg({ quality: 92 }),
  'image/png': (picture) => picture.png(),
  'image/webp': (picture) => picture.webp({ quality: 92 }),
}

/** A picture without what cameras and programs note in it, such as where it was taken and with what; as it was when there is nothing of the kind. */
async function withoutTraces(data: Buffer, mime: string): Promise<Buffer> {
  const write = written[mime]
  // What cannot be read is refused in a moment by whoever makes the sizes.
  const facts =
    write &&
    (await sharp(data)
      .metadata()
      .catch(() => undefined))
  if (!facts || (facts.pages ?? 1) > 1 || !(facts.exif || facts.xmp || facts.iptc)) return data
  return write(sharp(data).autoOrient().keepIccProfile()).toBuffer()
}

/** Takes a public file in as what its bytes are, under a name that can be shown everywhere, without traces of who made it where. */
export const takeIn: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { file } = req
  if ((operation !== 'create' && operation !== 'update') || !file?.data.length) return args
  const found = await fileTypeFromBuffer(file.data).catch(() => undefined)
  const mime = found && found.mime !== 'application/xml' ? found.mime : file.mimetype
  if (!endings[mime]) return args
  const data = await withoutTraces(file.data, mime)
  req.file = { ...file, data, size: data.length, mimetype: mime, name: nameFor(file.name, mime) }
  return args
}
