type Failure = { code?: unknown; errorLabels?: unknown; cause?: unknown }

// LockTimeout, WriteConflict, SnapshotUnavailable, NoSuchTransaction
const lostRaces = new Set<unknown>([24, 112, 246, 251])

/** Whether an error, or one that it was caused by, means that a race was lost and the same work may succeed when it is done again. */
export function isTransient(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false
  const { code, errorLabels, cause } = error as Failure
  if (lostRaces.has(code)) return true
  if (typeof code === 'string' && code.startsWith('SQLITE_BUSY')) return true
  if (Array.isArray(errorLabels) && errorLabels.includes('TransientTransactionError')) return true
  return cause !== error && isTransient(cause)
}
