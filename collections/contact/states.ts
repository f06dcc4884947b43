import { states } from '../../platform/states.ts'

/** From arriving to having been answered; what is spam stays apart. */
export const contactStates = states({
  initial: 'new',
  states: {
    new: { label: 'New', tone: 'warning' },
    answered: { label: 'Answered', tone: 'success' },
    spam: { label: 'Spam', tone: 'neutral' },
  },
  moves: {
    answer: { from: ['new'], to: 'answered', label: 'Answered', grants: ['support', 'sales', 'marketing'], reason: 'optional' },
    reopen: { from: ['answered'], to: 'new', label: 'Open again', grants: ['support', 'sales', 'marketing'] },
    mark_spam: { from: ['new'], to: 'spam', label: 'Spam', grants: ['support', 'sales', 'marketing'] },
    not_spam: { from: ['spam'], to: 'new', label: 'Not spam', grants: ['support', 'sales', 'marketing'] },
  },
})
