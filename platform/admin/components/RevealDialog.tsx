'use client'

import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { createPortal } from 'react-dom'

/** Shows a secret that nobody can read again. */
export function RevealDialog({ onClose, secret }: { onClose: () => void; secret: string }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  const [copied, setCopied] = useState(false)
  useEffect(() => dialog.current?.showModal(), [])

  const copy = async () => {
    field.current?.select()
    try {
      await navigator.clipboard.writeText(secret)
      setCopied(true)
    } catch {
      // Without https, or without leave, the browser keeps its clipboard; what is selected can be copied by hand.
      setCopied(false)
    }
  }

  return createPortal(
    <dialog aria-labelledby={`${id}-title`} className="ask" onClose={onClose} ref={dialog}>
      <h2 id={`${id}-title`}>Keep this now</h2>
      <p>It is shown this once; nobody can read it again.</p>
      <div className="ask__secret">
        <input
          aria-labelledby={`${id}-title`}
          onFocus={({ currentTarget }) => currentTarget.select()}
          readOnly
          ref={field}
          value={secret}
        />
        <Button buttonStyle="secondary" margin={false} onClick={copy} type="button">
          {copied ? 'Copied' : 'Copy'}
        </Button>
      </div>
      <p aria-live="polite" className="ask__said">
        {copied && 'It is on the clipboard.'}
      </p>
      <div className="ask__buttons">
        <Button buttonStyle="primary" margin={false} onClick={() => dialog.current?.close()} type="button">
          I have it
        </Button>
      </div>
    </dialog>,
    document.body,
  )
}
