import { states } from '../states.ts'

/** The life of a mail: it waits, until the mail server took it or refused it for good; staff may have it tried again while what it says is still kept. */
export const mailStates = states({
  initial: 'waiting',
  states: {
    waiting: { label: 'Waiting', tone: 'info' },
    sent: { label: 'Sent', tone: 'success' },
    failed: { label: 'Failed', tone: 'danger' },
  },
  moves: {
    send: { from: ['waiting', 'failed'], to: 'sent', label: 'Send' },
    fail: { from: ['waiting'], to: 'failed', label: 'Give up' },
    retry: {
      from: ['failed'],
      to: 'waiting',
      label: 'Try again',
      grants: ['support', 'developer'],
      reason: 'optional',
      bulk: true,
      where: { body: { exists: true } },
    },
  },
})
