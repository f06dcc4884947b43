type Failure = { name?: unknown; code?: unknown; cause?: unknown }

const names = new Set<unknown>([
  'MongoServerSelectionError',
  'MongooseServerSelectionError',
  'MongoNetworkError',
  'MongoNetworkTimeoutError',
  'MongoPoolClearedError',
  'MongoNotConnectedError',
])

// ShutdownInProgress, PrimarySteppedDown, NotWritablePrimary, InterruptedAtShutdown, InterruptedDueToReplStateChange
const codes = new Set<unknown>([91, 189, 10107, 11600, 11602])

/** Whether an error, or one that it was caused by, means that the database cannot be asked at the moment. */
export function isUnreachable(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { name, code, cause } = error as Failure
  return names.has(name) || codes.has(code) || (cause !== error && isUnreachable(cause))
}

/** Hands errors on, but tells only once a minute that the database cannot be asked: whoever looks every second would fill the log. */
export function quietly(tell: (error: unknown) => void, absent: () => void): (error: unknown) => void {
  let silentUntil = 0
  return (error) => {
    if (!isUnreachable(error)) return tell(error)
    const now = performance.now()
    if (now < silentUntil) return
    silentUntil = now + 60_000
    absent()
  }
}
