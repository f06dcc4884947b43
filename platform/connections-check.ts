import { unreadableConnections } from './connections.ts'
import type { LiveCheck } from './live-check.ts'

/** Finds secrets that were entered under another key than the present one; they count as empty. */
export const secretsCheck: LiveCheck = {
  name: 'entered secrets',
  whileRunning: true,
  run: async (payload) => {
    const fields = await unreadableConnections(payload)
    if (fields.length === 0) return []
    return [
      {
        severity: 'error',
        what: `Secrets that were entered cannot be read with the present PAYLOAD_SECRET and count as empty: ${fields.join(', ')}.`,
        remedy: 'An admin enters them again among the connections, or PAYLOAD_SECRET is set back.',
      },
    ]
  },
}
