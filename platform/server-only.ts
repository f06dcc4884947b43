import type { FieldAccess } from 'payload'

/** For fields that only the server writes. Stands alone, so that what the browser shares with the server may use it. */
export const serverOnly = { create: () => false, update: () => false } satisfies { create: FieldAccess; update: FieldAccess }

/** For fields that are chosen when a document is made and stay. */
export const fixedOnceMade = { update: () => false } satisfies { update: FieldAccess }

/** What is noted of an uploaded file when it is taken in; nobody writes it besides. */
export const fileFacts: readonly string[] = ['filename', 'mimeType', 'filesize', 'width', 'height', 'url', 'thumbnailURL', 'sizes']
