'use client'

import { Button } from '@payloadcms/ui'
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'

type Props = {
  title: string
  /** What the button that goes ahead says. */
  confirm: string
  danger?: boolean
  wide?: boolean
  busy: boolean
  onClose: () => void
  onSubmit: (values: FormData) => void
  /** What is asked; the id tells the inputs of this dialog from others. */
  children: (id: string) => ReactNode
}

/** A form in a dialog above the page: what is asked, a button that goes ahead and one that leaves everything as it is. */
export function AskFrame({ busy, children, confirm, danger, onClose, onSubmit, title, wide }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => dialog.current?.showModal(), [])

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    // React hands the event on to the form of the page, which would save the document.
    event.stopPropagation()
    onSubmit(new FormData(event.currentTarget))
  }

  return createPortal(
    <dialog aria-labelledby={`${id}-title`} className={wide ? 'ask ask--wide' : 'ask'} onClose={onClose} ref={dialog}>
      <form onSubmit={submit}>
        <h2 id={`${id}-title`}>{title}</h2>
        {children(id)}
        <div className="ask__buttons">
          <Button buttonStyle={danger ? 'error' : 'primary'} disabled={busy} margin={false} type="submit">
            {confirm}
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
