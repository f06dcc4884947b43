'use client'

import { Button, toast, useFormModified } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import type { OfferedMove } from '../moves.ts'
import { ReasonDialog } from './ReasonDialog.tsx'
import { type Refusal, send } from './send.ts'

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
              buttonStyle={move.to.tone === 'danger' ? 'error' : index === 0 ? 'primary' : 'secondary'}
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
