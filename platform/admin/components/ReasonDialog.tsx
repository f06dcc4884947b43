'use client'

import { Button } from '@payloadcms/ui'
import { type FormEvent, useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'
import type { OfferedMove } from '../moves.ts'

type Props = { busy: boolean; move: OfferedMove; onCancel: () => void; onConfirm: (reason?: string) => void }

/** Asks whether a move is meant, and why. */
export function ReasonDialog({ busy, move, onCancel, onConfirm }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => dialog.current?.showModal(), [])

  const confirm = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    // React hands the event on to the form of the page, which would save the document.
    event.stopPropagation()
    const reason = String(new FormData(event.currentTarget).get('reason') ?? '').trim()
    onConfirm(reason || undefined)
  }

  return createPortal(
    <dialog aria-labelledby={`${id}-title`} className="reason" onClose={onCancel} ref={dialog}>
      <form onSubmit={confirm}>
        <h2 id={`${id}-title`}>{move.label}?</h2>
        <p>
          The next state is <strong>{move.to.label}</strong>.
        </p>
        {move.reason && (
          <>
            <label htmlFor={`${id}-reason`}>{move.reason === 'required' ? 'Reason' : 'Reason (optional)'}</label>
            <textarea id={`${id}-reason`} maxLength={500} name="reason" required={move.reason === 'required'} rows={3} />
          </>
        )}
        <div className="reason__buttons">
          <Button buttonStyle={move.to.tone === 'danger' ? 'error' : 'primary'} disabled={busy} margin={false} type="submit">
            {move.label}
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
