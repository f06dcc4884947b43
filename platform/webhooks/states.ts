import { states } from '../states.ts'

/** The life of a webhook: it is told, until staff pause it or it has failed for too long; what happens meanwhile waits only if it was told already. */
export const webhookStates = states({
  initial: 'active',
  states: {
    active: { label: 'Active', tone: 'success' },
    paused: { label: 'Paused', tone: 'warning' },
  },
  moves: {
    pause: { from: ['active'], to: 'paused', label: 'Pause', grants: ['developer'], reason: 'optional' },
    give_up: { from: ['active'], to: 'paused', label: 'Pause after failures' },
    resume: { from: ['paused'], to: 'active', label: 'Resume', grants: ['developer'], reason: 'optional' },
  },
})
