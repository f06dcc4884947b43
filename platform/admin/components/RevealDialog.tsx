'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef } from 'react'
import { createPortal } from 'react-dom'

/** Shows a secret that nobody can read again. */
export function RevealDialog({ onClose, secret }: { onClose: () => void; secret: string }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => dialog.current?.showModal(), [])
  return createPortal(
    <dialog aria-labelledby={`${id}-title`} className="ask" onClose={onClose} ref={dialog}>
      <h2 id={`${id}-title`}>Keep this now</h2>
      <p>It is shown this once; nobody can read it again.</p>
      <input aria-labelledby={`${id}-title`} onFocus={({ currentTarget }) => currentTarget.select()} readOnly value={secret} />
      <div className="ask__buttons">
        <Button buttonStyle="primary" margin={false} onClick={() => dialog.current?.close()} type="button">
          I have it
        </Button>
      </div>
    </dialog>,
    document.body,
  )
}
