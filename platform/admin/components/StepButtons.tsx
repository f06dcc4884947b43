'use client'

import { Button, toast, useFormModified } from '@payloadcms/ui'
import { useRouter } from 'next/navigation.js'
import { useState } from 'react'
import type { Step } from '../steps.ts'
import { AskDialog } from './AskDialog.tsx'
import { RefusalNote } from './RefusalNote.tsx'
import { RevealDialog } from './RevealDialog.tsx'
import { ask, type Refusal } from './send.ts'

/** One key for each try, so that sending it again after a broken connection does it once. */
const newKey = () => Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join('-')

const styles = { primary: 'primary', secondary: 'secondary', danger: 'error' } as const

/** The buttons of what the viewer may do with a document; asks first where that is wanted, and says what went wrong. */
export function StepButtons({ steps }: { steps: Step[] }) {
  const router = useRouter()
  const modified = useFormModified()
  const [asking, setAsking] = useState<{ step: Step; key: string }>()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const [secret, setSecret] = useState<string>()

  const take = async (step: Step, body: Record<string, unknown>, key: string) => {
    setBusy(true)
    const { answer, refusal: refused } = await ask<Record<string, unknown>>(step.action, body, key)
    setBusy(false)
    setRefusal(refused)
    // What was typed stays, to be put right, unless the step itself is not there any more.
    const again = refused && step.inputs.length > 0 && refused.code !== 'ILLEGAL_TRANSITION'
    setAsking(again ? { step, key: refused.code ? newKey() : key } : undefined)
    if (!refused) toast.success(step.done)
    if (answer && step.reveals) setSecret(String(answer[step.reveals]))
    // Also after a refusal: most often somebody else was faster, and the page shows an old state.
    router.refresh()
  }

  const press = (step: Step) => {
    setRefusal(undefined)
    if (step.inputs.length > 0 || step.notice) setAsking({ step, key: newKey() })
    else void take(step, {}, newKey())
  }

  return (
    <>
      {refusal && !asking && <RefusalNote {...refusal} />}
      {steps.length > 0 && (
        <div className="steps">
          {steps.map((step) => (
            <Button
              buttonStyle={styles[step.look]}
              disabled={busy || modified}
              extraButtonProps={{ 'data-step': step.name }}
              key={step.name}
              margin={false}
              onClick={() => press(step)}
              size="medium"
            >
              {step.label}
            </Button>
          ))}
        </div>
      )}
      {modified && steps.length > 0 && <p className="field-description">Save your changes first, then take the next step.</p>}
      {secret !== undefined && <RevealDialog onClose={() => setSecret(undefined)} secret={secret} />}
      {asking && (
        <AskDialog
          busy={busy}
          onCancel={() => {
            setAsking(undefined)
            setRefusal(undefined)
          }}
          onConfirm={(body) => take(asking.step, body, asking.key)}
          refusal={refusal}
          step={asking.step}
        />
      )}
    </>
  )
}
