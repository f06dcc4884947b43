import { Readable } from 'node:stream'
import type { Db } from 'mongodb'
import { checkKey, type Range, type Store } from './store.ts'

/** Keeps files in the database, so that every process sees them and no disk is needed. */
export function gridfsStore(db: Db): Store {
  // The driver is loaded by whoever uses it only: on SQLite nobody does.
  const opened = import('mongodb').then(({ GridFSBucket }) => new GridFSBucket(db, { bucketName: 'storage' }))

  const revisions = async (filename: string) => (await opened).find({ filename }).sort({ uploadDate: -1, _id: -1 })

  /** Deletes all revisions, or all but the newest; another process may have been faster. */
  const remove = async (filename: string, keep = 0) => {
    const found = await (await revisions(filename)).toArray()
    for (const { _id } of found.slice(keep)) await (await opened).delete(_id).catch(() => undefined)
  }

  const newest = async (filename: string) => (await (await revisions(filename)).limit(1).toArray())[0]

  async function* chunks(key: string, range: Range | undefined): AsyncGenerator<Uint8Array> {
    const file = await newest(key)
    if (!file) throw new Error(`There is no ${key}.`)
    yield* (await opened).openDownloadStream(file._id, range && { start: range.start, end: range.end + 1 })
  }

  return {
    name: 'gridfs',
    put: async (key, bytes) => {
      const stream = (await opened).openUploadStream(checkKey(key))
      await new Promise<void>((resolve, reject) => {
        stream.once('finish', () => resolve()).once('error', reject)
        stream.end(bytes)
      })
      // Whoever writes last leaves the newest only, and all agree which that is.
      await remove(key, 1)
    },
    stat: async (key) => {
      const file = await newest(checkKey(key))
      return file && { size: file.length, etag: `"${file._id.toHexString()}"` }
    },
    read: (key, range) => Readable.toWeb(Readable.from(chunks(checkKey(key), range))) as ReadableStream<Uint8Array>,
    remove: (key) => remove(checkKey(key)),
    list: async function* (area) {
      const found = (await opened).find({ filename: { $gte: `${area}/`, $lt: `${area}0` } }).project<{ filename: string }>({ filename: 1 })
      for await (const { filename } of found) yield filename
    },
  }
}
