import type { SelectFieldServerProps } from 'payload'
import { lookOf, machineOf, offeredMoves } from '../steps.ts'
import { Follow } from './Follow.tsx'
import { StateBadge } from './StateBadge.tsx'
import { StepButtons } from './StepButtons.tsx'

/** The present state of a document and a button for every move that the viewer may make now. */
export async function StateActions({ collectionSlug, data, id, payload, req }: SelectFieldServerProps) {
  const machine = machineOf(payload, collectionSlug)
  if (!machine || id === undefined) return null
  const status = (data as { status?: string }).status ?? machine.initial
  const steps = await offeredMoves(req, machine, { collection: collectionSlug, id: String(id), status })
  return (
    <section aria-label="Status" className="field-type state-actions">
      <span className="field-label">Status</span>
      <StateBadge {...lookOf(machine, status)} />
      <Follow collection={collectionSlug} id={String(id)} />
      <StepButtons steps={steps} />
    </section>
  )
}
