import { Worker } from 'node:worker_threads'

// By name, so that the bundler of the admin does not follow it.
const script = './checkpoint-thread.ts'

/** After so many commits the log has grown by a few megabytes. */
const many = 200

/** Brings commits from the log of a database into its file. */
export type Checkpoints = {
  /** Counts a commit. */
  committed: () => void
  close: () => void
}

/** Brings the commits of `file` home in a thread, begun when first needed: each time waits for the disk twice, and would hold up everybody meanwhile. */
export function checkpoints(file: string): Checkpoints {
  let commits = 0
  let resting = true
  let thread: Worker | undefined

  const begin = () => {
    const worker = new Worker(new URL(script, import.meta.url), { workerData: file })
    worker.unref()
    worker.on('message', () => {
      resting = true
    })
    // Without it SQLite does so by itself once the log is long.
    worker.on('error', () => {})
    return worker
  }

  return {
    committed: () => {
      commits++
      if (commits < many || !resting) return
      commits = 0
      resting = false
      thread ??= begin()
      thread.postMessage('begin')
    },
    close: () => thread?.postMessage('end'),
  }
}
