import type { CollectionConfig, PayloadRequest } from 'payload'
import { afterCommit } from '../transaction.ts'
import { storeOf } from './open.ts'

type Sizes = Record<string, { filename?: string | null } | null | undefined>

/** A document of an upload collection, as far as its files are concerned. */
export type Holder = { id: string; filename?: string | null; sizes?: Sizes | null }

/** The keys of the files that a document holds: its own, and one per size by the size's name. */
export type KeysOf = (doc: Holder & Record<string, unknown>) => { own?: string; sizes?: Record<string, string> }

type Incoming = { file?: { data?: Uint8Array }; payloadUploadSizes?: Record<string, Uint8Array | undefined> }

const allKeys = ({ own, sizes = {} }: ReturnType<KeysOf>) => [...(own ? [own] : []), ...Object.values(sizes)]

/** Forgets files once what no longer names them is committed; one that cannot be removed is no reason to fail. */
const forget = (req: PayloadRequest, keys: readonly string[]) =>
  afterCommit(req, () => {
    const store = storeOf(req.payload)
    for (const key of keys) store.remove(key).catch((error) => req.payload.logger.warn({ err: error, key }, 'A file could not be removed.'))
  })

/** The hooks that keep the files of an upload collection in the platform's store instead of beside Payload. */
export function storedBy(keysOf: KeysOf): Pick<Required<NonNullable<CollectionConfig['hooks']>>, 'afterChange' | 'afterDelete'> {
  return {
    afterChange: [
      async ({ doc, previousDoc, operation, req }) => {
        const [keys, before] = [keysOf(doc), operation === 'update' ? keysOf(previousDoc) : {}]
        if (!keys.own || keys.own === before.own) return doc
        const { file, payloadUploadSizes = {} } = req as unknown as Incoming
        const store = storeOf(req.payload)
        if (file?.data) await store.put(keys.own, file.data)
        for (const [size, key] of Object.entries(keys.sizes ?? {})) {
          const bytes = payloadUploadSizes[size]
          if (bytes) await store.put(key, bytes)
        }
        const kept = allKeys(keys)
        forget(
          req,
          allKeys(before).filter((key) => !kept.includes(key)),
        )
        return doc
      },
    ],
    afterDelete: [
      async ({ doc, req }) => {
        forget(req, allKeys(keysOf(doc)))
      },
    ],
  }
}
