import { states } from '../states.ts'

/** The life of a message: it waits, until it is delivered or given up; staff may have it tried again. */
export const outboxStates = states({
  initial: 'pending',
  states: {
    pending: { label: 'Waiting', tone: 'info' },
    delivered: { label: 'Delivered', tone: 'success' },
    dead: { label: 'Given up', tone: 'danger' },
  },
  moves: {
    deliver: { from: ['pending'], to: 'delivered', label: 'Deliver' },
    give_up: { from: ['pending'], to: 'dead', label: 'Give up' },
    retry: { from: ['dead'], to: 'pending', label: 'Try again', grants: ['developer'], reason: 'optional', bulk: true },
  },
})
