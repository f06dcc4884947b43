import { own } from '../access.ts'
import { states } from '../states.ts'

/** The life of an API key: it is good until somebody revokes it, or until its time is over. */
export const keyStates = states({
  initial: 'active',
  states: {
    active: { label: 'Active', tone: 'success' },
    revoked: { label: 'Revoked', tone: 'neutral' },
  },
  moves: {
    revoke: { from: ['active'], to: 'revoked', label: 'Revoke', grants: ['developer', own('owner')], reason: 'optional' },
  },
})
