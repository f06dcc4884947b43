'use client'

import { Button } from '@payloadcms/ui'
import { type FormEvent, useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'
import { bodyOf, type Input } from '../inputs.ts'
import type { Step } from '../steps.ts'

const Field = ({ id, kind, label, max, maxLength, min, name, required }: Input & { id: string }) => (
  <div className="ask__input">
    <label htmlFor={id}>{required ? label : `${label} (optional)`}</label>
    {kind === 'number' ? (
      <input id={id} inputMode="numeric" max={max} min={min} name={name} required={required} step={1} type="number" />
    ) : (
      <textarea id={id} maxLength={maxLength} name={name} required={required} rows={3} />
    )}
  </div>
)

type Props = { busy: boolean; onCancel: () => void; onConfirm: (body: Record<string, string | number>) => void; step: Step }

/** Asks whether a step is meant, and for the values that it needs. */
export function AskDialog({ busy, onCancel, onConfirm, step }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => dialog.current?.showModal(), [])

  const confirm = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    // React hands the event on to the form of the page, which would save the document.
    event.stopPropagation()
    onConfirm(bodyOf(step.inputs, new FormData(event.currentTarget)))
  }

  return createPortal(
    <dialog aria-labelledby={`${id}-title`} className="ask" onClose={onCancel} ref={dialog}>
      <form onSubmit={confirm}>
        <h2 id={`${id}-title`}>{step.label}</h2>
        {step.notice && <p>{step.notice}</p>}
        {step.inputs.map((input) => (
          <Field {...input} id={`${id}-${input.name}`} key={input.name} />
        ))}
        <div className="ask__buttons">
          <Button buttonStyle={step.look === 'danger' ? 'error' : 'primary'} disabled={busy} margin={false} type="submit">
            {step.label}
          </Button>
          <Button buttonStyle="secondary" margin={false} onClick={() => dialog.current?.close()} type="button">
            Not now
          </Button>
        </div>
      </form>
    </dialog>,
    // The page around is a form, and a form cannot stand in another.
    document.body,
  )
}
