import { fileTypeFromBuffer } from 'file-type'

/** A kind of file that may be kept: what its bytes are called, and how its name ends. */
export type Kind = { mime: string; extension: string }

const archive = 'application/zip'
const office = 'application/vnd.openxmlformats-officedocument.'

/** The kinds of private files, by the end of the name. What browsers run or show as a page of ours is not among them. */
const kinds: Record<string, string> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  zip: archive,
  docx: `${office}wordprocessingml.document`,
  xlsx: `${office}spreadsheetml.sheet`,
  pptx: `${office}presentationml.presentation`,
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  mp3: 'audio/mpeg',
  mp4: 'video/mp4',
  txt: 'text/plain',
  csv: 'text/csv',
}

/** What the file picker offers. */
export const mimeTypes: string[] = [...new Set(Object.values(kinds))]

/** Kinds that are archives inside. */
export const isArchive = ({ mime }: Kind): boolean =>
  mime === archive || mime.startsWith(office) || mime.startsWith('application/vnd.oasis.')

/** Whether bytes are a text: valid UTF-8 without what no text holds. */
function isText(bytes: Uint8Array): boolean {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are not allowed
    return !/[\u0000-\u0008\u000e-\u001f]/.test(text)
  } catch {
    return false
  }
}

/** What a file is by its bytes; undefined unless that is a kind that may be kept and its name says the same. */
export async function kindOf(bytes: Uint8Array, name: string): Promise<Kind | undefined> {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(name)?.[1]?.toLowerCase() ?? ''
  const mime = kinds[extension]
  if (!mime) return undefined
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined)
  if (mime.startsWith('text/')) return !found && isText(bytes) ? { mime, extension } : undefined
  return found?.mime === mime ? { mime, extension } : undefined
}
