'use client'

import { useState } from 'react'

/** Copies a text; says its name and what became of it in words, also to who cannot see the sign. */
export function CopyButton({ text }: { text: string }) {
  const [said, setSaid] = useState('Copy')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setSaid('Copied')
    } catch {
      // Without https, or without leave, the browser keeps its clipboard.
      setSaid('Select it and copy by hand')
    }
  }
  return (
    <button aria-live="polite" className="copy" onBlur={() => setSaid('Copy')} onClick={() => void copy()} type="button">
      {said}
    </button>
  )
}
