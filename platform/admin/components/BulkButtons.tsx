'use client'

import { Button, toast, useListQuery, useSelection } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import { type BulkStep, moveMany } from '../bulk.ts'
import { RefusalNote } from './RefusalNote.tsx'
import type { Refusal } from './send.ts'

/** Makes a move for the chosen rows of a list, or for all that the list stands for. */
export function BulkButtons({ steps }: { steps: BulkStep[] }) {
  const router = useRouter()
  const { count, selectAll, selectedIDs, toggleAll } = useSelection()
  const { query } = useListQuery()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  if (count === 0 && !refusal) return null

  const press = async (step: BulkStep) => {
    setBusy(true)
    const everything = String(selectAll) === 'allAvailable'
    const { done, refused, refusal } = await moveMany(step, everything ? { where: query.where ?? {} } : { ids: selectedIDs.map(String) })
    setBusy(false)
    setRefusal(refusal)
    if (done > 0) toast.success(`${step.label}: ${done} done${refused > 0 ? `, ${refused} could not` : ''}`)
    else if (!refusal) toast.info(`${step.label}: nothing to do for what is chosen`)
    if (String(selectAll) !== 'none') toggleAll()
    router.refresh()
  }

  return (
    <div className="bulk-steps">
      {refusal && <RefusalNote {...refusal} />}
      {count > 0 &&
        steps.map((step) => (
          <Button buttonStyle="secondary" disabled={busy} key={step.action} margin={false} onClick={() => press(step)} size="medium">
            {step.label} ({count})
          </Button>
        ))}
    </div>
  )
}
