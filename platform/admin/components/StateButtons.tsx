'use client'

import { Button, toast, useFormModified } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import type { OfferedMove } from '../moves.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { type Refusal, send } from './send.ts'

/** The step that leads on stands out; one that ends in nothing does not, even when it is the only one. */
const styleOf = ({ to }: OfferedMove, index: number) => {
  if (to.tone === 'danger') return 'error'
  return index === 0 && to.tone !== 'neutral' ? 'primary' : 'secondary'
}

/** The buttons of the moves that the viewer may make; asks why where that is wanted, and says what went wrong. */
export function StateButtons({ moves }: { moves: OfferedMove[] }) {
  const router = useRouter()
  const modified = useFormModified()
  const [asking, setAsking] = useState<OfferedMove>()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()

  const make = async (move: OfferedMove, reason?: string) => {
    setBusy(true)
    const refused = await send(move.action, reason ? { reason } : {})
    setBusy(false)
    setRefusal(refused)
    setAsking(undefined)
    if (!refused) toast.success(`Now: ${move.to.label}`)
    // Also after a refusal: most often somebody else was faster, and the page shows an old state.
    router.refresh()
  }

  return (
    <>
      {refusal && (
        <p className="refusal" role="alert">
          {refusal.message} <small>{[refusal.code, refusal.reference].filter(Boolean).join(' · ')}</small>
        </p>
      )}
      {moves.length > 0 && (
        <div className="state-actions__buttons">
          {moves.map((move, index) => (
            <Button
              buttonStyle={styleOf(move, index)}
              disabled={busy || modified}
              extraButtonProps={{ 'data-verb': move.verb }}
              key={move.verb}
              margin={false}
              onClick={() => (move.reason || move.to.tone === 'danger' ? setAsking(move) : make(move))}
              size="medium"
            >
              {move.label}
            </Button>
          ))}
        </div>
      )}
      {modified && moves.length > 0 && <p className="field-description">Save your changes first, then take the next step.</p>}
      {asking && (
        <ReasonDialog busy={busy} move={asking} onCancel={() => setAsking(undefined)} onConfirm={(reason) => make(asking, reason)} />
      )}
    </>
  )
}
