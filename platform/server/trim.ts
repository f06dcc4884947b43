import { performance } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

type Collect = (options: { type: 'major'; flavor: 'last-resort' }) => void

/** How often a process looks whether it is idle, in milliseconds. */
const every = 30_000
/** Up to what share of its time a process is busy that counts as idle. */
const idle = 0.01
/** From how many bytes on it is worth it. */
const worthwhile = 48 * 1024 * 1024

const collector = (): Collect => {
  setFlagsFromString('--expose-gc')
  return runInNewContext('gc') as Collect
}

/** Gives back the memory that the start left over, and later what a rush left over, whenever the process has nothing to do: V8 by itself keeps it for the next rush. It takes about a tenth of a second. */
export function trimMemory(): void {
  const collect = collector()
  let kept = 0
  const trim = () => {
    collect({ type: 'major', flavor: 'last-resort' })
    kept = process.memoryUsage.rss()
  }
  trim()
  let before = performance.eventLoopUtilization()
  setInterval(() => {
    const now = performance.eventLoopUtilization()
    const { utilization } = performance.eventLoopUtilization(now, before)
    before = now
    if (utilization < idle && process.memoryUsage.rss() - kept > worthwhile) trim()
  }, every).unref()
}
