import type { UIFieldServerProps } from 'payload'
import { offeredActions } from '../steps.ts'
import { StepButtons } from './StepButtons.tsx'

/** The buttons of what the viewer may do with a document besides saving it. */
export async function Actions({ collectionSlug, id, req }: UIFieldServerProps) {
  if (id === undefined) return null
  const steps = await offeredActions(req, { collection: collectionSlug, id: String(id) })
  if (steps.length === 0) return null
  return (
    <section aria-label="Actions" className="field-type state-actions">
      <StepButtons steps={steps} />
    </section>
  )
}
