import type { Refusal } from './send.ts'

/** Why something was not done, with what to quote when asking about it. */
export const RefusalNote = ({ message, code, reference }: Refusal) => (
  <p className="refusal" role="alert">
    {message} <small>{[code, reference].filter(Boolean).join(' · ')}</small>
  </p>
)
