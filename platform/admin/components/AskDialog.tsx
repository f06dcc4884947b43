'use client'

import { bodyOf, type Input } from '../inputs.ts'
import type { Step } from '../steps.ts'
import { AskFrame } from './AskFrame.tsx'
import { RefusalNote } from './RefusalNote.tsx'
import type { Refusal } from './send.ts'

function Control({ id, kind, max, maxLength, min, name, options = [], required }: Input & { id: string }) {
  if (kind === 'number')
    return <input id={id} inputMode="numeric" max={max} min={min} name={name} required={required} step={1} type="number" />
  if (kind === 'text') return <textarea id={id} maxLength={maxLength} name={name} required={required} rows={3} />
  return (
    <select defaultValue="" id={id} name={name} required={required}>
      <option value="">Choose …</option>
      {options.map(({ label, value }) => (
        <option key={value} value={value}>
          {label}
        </option>
      ))}
    </select>
  )
}

const Field = (input: Input & { id: string }) => (
  <div className="ask__input">
    <label htmlFor={input.id}>{input.required ? input.label : `${input.label} (optional)`}</label>
    <Control {...input} />
  </div>
)

type Props = {
  busy: boolean
  onCancel: () => void
  onConfirm: (body: Record<string, string | number>) => void
  /** Why the last try was refused. */
  refusal?: Refusal
  step: Step
}

/** Asks whether a step is meant, and for the values that it needs. */
export const AskDialog = ({ busy, onCancel, onConfirm, refusal, step }: Props) => (
  <AskFrame
    busy={busy}
    confirm={step.label}
    danger={step.look === 'danger'}
    onClose={onCancel}
    onSubmit={(values) => onConfirm(bodyOf(step.inputs, values))}
    title={step.label}
  >
    {(id) => (
      <>
        {step.notice && <p>{step.notice}</p>}
        {step.inputs.map((input) => (
          <Field {...input} id={`${id}-${input.name}`} key={input.name} />
        ))}
        {refusal && <RefusalNote {...refusal} />}
      </>
    )}
  </AskFrame>
)
