import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { checkKey, type Store } from './store.ts'

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** Keeps files in folders below `root`, one per area. */
export function folderStore(root: string): Store {
  const file = (key: string) => path.join(root, ...checkKey(key).split('/'))

  return {
    name: 'folder',
    put: async (key, bytes) => {
      const target = file(key)
      await mkdir(path.dirname(target), { recursive: true })
      const beside = path.join(path.dirname(target), `.${randomUUID()}`)
      const handle = await open(beside, 'w', 0o640)
      try {
        await handle.writeFile(bytes)
        // What was answered as stored outlives a power cut.
        await handle.sync()
      } finally {
        await handle.close()
      }
      await rename(beside, target)
    },
    stat: async (key) => {
      try {
        const { size, mtimeMs, ino } = await stat(file(key))
        return { size, etag: `"${size.toString(36)}-${Math.floor(mtimeMs).toString(36)}-${ino.toString(36)}"` }
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },
    read: (key, range) => Readable.toWeb(createReadStream(file(key), range)) as ReadableStream<Uint8Array>,
    remove: (key) => rm(file(key), { force: true }),
    list: async function* (area) {
      const names = await readdir(path.join(root, area)).catch((error) => {
        if (isMissing(error)) return []
        throw error
      })
      // What begins with a dot is being written, or was when a process died.
      for (const name of names) if (!name.startsWith('.')) yield `${area}/${name}`
    },
  }
}
