import { createHash } from 'node:crypto'
import type { CollectionBeforeOperationHook, CollectionBeforeValidateHook } from 'payload'
import { fail } from '../../platform/errors.ts'
import { isArchive, kindOf } from '../../platform/storage/kinds.ts'
import { zipFault } from '../../platform/zip.ts'

/** How large a private file may be, in bytes. */
const largestFile = 20 * 1024 * 1024

const refuse = (code: string, message: string) => fail('VALIDATION', { errors: [{ path: 'file', code, message }] })

/** Lets only files in that are what their names say, of kinds that may be kept, of a sane size, also when they are unpacked. */
export const checkUpload: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  const { file } = req
  if ((operation !== 'create' && operation !== 'update') || !file) return args
  if (file.size === 0) return refuse('EMPTY', 'The file is empty.')
  if (file.size > largestFile) return refuse('TOO_LARGE', `A file has at most ${largestFile / 1024 / 1024} MB.`)
  const kind = await kindOf(file.data, file.name)
  if (!kind) return refuse('KIND_REFUSED', 'Files of this kind are not kept, or the file is not what its name says.')
  const fault = isArchive(kind) ? await zipFault(file.data) : undefined
  if (fault) return refuse(`ARCHIVE_${fault}`, 'This archive cannot be accepted: it is damaged, encrypted, or unpacks to far too much.')
  // What the bytes are counts, not what the caller said.
  file.mimetype = kind.mime
  return args
}

/** Notes whose file it is, and the fingerprint of its bytes. */
export const noteFingerprint: CollectionBeforeValidateHook = ({ data, req, operation }) => {
  if (!req.file || !data) return data
  const sha256 = createHash('sha256').update(req.file.data).digest('hex')
  return { ...data, sha256, ...(operation === 'create' && req.user && !data.owner && { owner: req.user.id }) }
}
