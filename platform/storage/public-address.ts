import { environment } from '../environment.ts'

/** Where everybody may fetch public files: the CDN if there is one. */
const base = environment.assetUrl ?? environment.publicUrl

/** The address of a public file; it differs for every upload, so that whoever fetched it may keep it for good. */
export const publicAddress = (collection: string, filename: string, createdAt: string | undefined): string =>
  `${base}/api/${collection}/file/${encodeURIComponent(filename)}${createdAt ? `?v=${Date.parse(createdAt).toString(36)}` : ''}`
