'use client'

import { useFormModified } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useRef, useState } from 'react'
import { useHints } from './use-hints.ts'

/** Shows a document anew when somebody else moves it; not while the viewer is typing, who is only told. */
export function Follow({ collection, id }: { collection: string; id: string }) {
  const router = useRouter()
  const modified = useRef(false)
  modified.current = useFormModified()
  const [changed, setChanged] = useState(false)

  useHints(collection, id, (begins) => {
    // The page has just been made, and a line that was broken for a moment means no step of anybody.
    if (begins === 'first' || (begins && modified.current)) return
    if (modified.current) setChanged(true)
    else router.refresh()
  })

  return changed ? (
    <p className="refusal" role="status">
      Somebody else took a step meanwhile. Save your changes, then reload the page.
    </p>
  ) : null
}
