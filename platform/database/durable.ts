import { type FileHandle, open } from 'node:fs/promises'

/** Makes sure that what was written to a file is on the disk. */
export type Durable = {
  /** Resolves when everything that was written before is on the disk; callers at the same time share one trip. */
  reached: () => Promise<void>
  close: () => Promise<void>
}

/** Takes what is written to `file` to the disk, beside the event loop; the file is opened when first needed. */
export function durable(file: string): Durable {
  let opened: Promise<FileHandle> | undefined
  let underWay: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined

  const trip = async () => {
    opened ??= open(file, 'r+').catch((error) => {
      opened = undefined
      throw error
    })
    await (await opened).datasync()
  }
  return {
    reached: () => {
      // A trip that is under way may have left before the last write.
      next ??= underWay
        .catch(() => undefined)
        .then(() => {
          underWay = trip()
          next = undefined
          return underWay
        })
      return next
    },
    close: async () => {
      await next?.catch(() => undefined)
      await underWay.catch(() => undefined)
      await opened?.then((handle) => handle.close()).catch(() => undefined)
      opened = undefined
    },
  }
}
