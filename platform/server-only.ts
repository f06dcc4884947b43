import type { FieldAccess } from 'payload'

/** For fields that only the server writes. Stands alone, so that what the browser shares with the server may use it. */
export const serverOnly = { create: () => false, update: () => false } satisfies { create: FieldAccess; update: FieldAccess }
