import type { CollectionConfig } from 'payload'
import { allow, own, serverOnly } from '../../platform/access.ts'
import { idField } from '../../platform/ids.ts'
import { staffRoles } from '../../platform/roles.ts'
import { mimeTypes } from '../../platform/storage/kinds.ts'
import { storedBy } from '../../platform/storage/stored.ts'
import { checkUpload, noteFingerprint } from './check-upload.ts'
import { closedEndpoint, contentEndpoint, linkEndpoint } from './endpoints.ts'
import { fileKey } from './key.ts'
import { fileSizeField } from './size.ts'

const readers = [own('owner')]

const files = storedBy((doc) => ({ own: fileKey(doc as { id: string; sha256?: string }) }))

/** Private files: nobody sees one but its owner and whom its owner's business shows it to, and only by a link that ends. */
export const privateFiles: CollectionConfig = {
  slug: 'files',
  labels: { singular: 'Private file', plural: 'Private files' },
  admin: {
    group: 'System',
    useAsTitle: 'filename',
    defaultColumns: ['filename', 'owner', 'mimeType', 'filesize', 'createdAt'],
    description: 'Files that are not for everybody. They open only by links that end after ten minutes.',
  },
  access: allow({ create: staffRoles, read: readers, update: readers, delete: readers }),
  defaultSort: '-createdAt',
  disableDuplicate: true,
  forceSelect: { filename: true, sha256: true },
  custom: { publicCache: false },
  endpoints: [linkEndpoint(readers), contentEndpoint, closedEndpoint],
  hooks: {
    ...files,
    beforeOperation: [checkUpload],
    beforeValidate: [noteFingerprint],
    // There is no address but a signed one.
    afterRead: [({ doc }) => ({ ...doc, url: null, thumbnailURL: null })],
  },
  // Two people may have files of the same name.
  upload: {
    disableLocalStorage: true,
    filenameCompoundIndex: ['filename', 'createdAt'],
    mimeTypes,
    crop: false,
    focalPoint: false,
    pasteURL: false,
    bulkUpload: false,
  },
  fields: [
    idField(),
    fileSizeField,
    {
      name: 'owner',
      type: 'relationship',
      relationTo: 'users',
      index: true,
      access: serverOnly,
      admin: { readOnly: true, description: 'Whoever uploaded it.' },
    },
    { name: 'sha256', type: 'text', access: serverOnly, label: 'Fingerprint', admin: { readOnly: true } },
  ],
}
