import type { Payload } from 'payload'
import { type Meter, meter } from '../usage/meter.ts'
import { writeUsage } from '../usage/write.ts'

/** How often each process writes what it counted, in milliseconds. */
const every = 10_000

/** What API keys do in this process, written every few seconds and once more at the end. Not a job: a job runs in one process, and each has counted for itself. */
export function meteredUse(payload: Payload): { use: Meter; write: () => Promise<void>; stop: () => Promise<void> } {
  const use = meter()
  let writing = Promise.resolve()
  const write = () => {
    writing = writing.then(async () => void (await writeUsage(payload, use)))
    return writing
  }
  const timer = setInterval(() => void write(), every).unref()
  return {
    use,
    write,
    stop: () => {
      clearInterval(timer)
      return write()
    },
  }
}
