let waiting = 0
const resting = new Set<() => void>()

/** Counts `work` as something that somebody waits for in this process. */
export async function inForeground<Result>(work: () => Promise<Result>): Promise<Result> {
  waiting += 1
  try {
    return await work()
  } finally {
    waiting -= 1
    if (waiting === 0) for (const wake of resting) wake()
  }
}

/** Lets whoever waits for an answer go first: resolves when nobody does, and after `atMost` milliseconds in any case. */
export function afterForeground(atMost: number): Promise<void> | undefined {
  if (waiting === 0) return undefined
  return new Promise((resolve) => {
    const wake = () => {
      clearTimeout(timer)
      resting.delete(wake)
      resolve()
    }
    const timer = setTimeout(wake, atMost)
    resting.add(wake)
  })
}
