/** Something that is done soon after it is asked for. */
export type Nudged = { nudge: () => void; stop: () => Promise<void> }

/** Does `work` shortly after it is asked for: once for many askings, never twice at once, and again when asked meanwhile. */
export function soon(work: () => Promise<unknown>, onError: (error: unknown) => void, pause = 20): Nudged {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let again = false
  let stopped = false

  const run = async () => {
    timer = undefined
    again = false
    await work().catch(onError)
    running = undefined
    if (again) nudge()
  }
  const nudge = () => {
    if (stopped) return
    if (running) {
      again = true
      return
    }
    timer ??= setTimeout(() => {
      running = run()
    }, pause)
  }
  return {
    nudge,
    stop: async () => {
      stopped = true
      clearTimeout(timer)
      await running
    },
  }
}
