import type { SelectFieldServerProps } from 'payload'
import type { Machine } from '../../states.ts'
import { lookOf, offeredMoves } from '../moves.ts'
import { StateBadge } from './StateBadge.tsx'
import { StateButtons } from './StateButtons.tsx'

/** The present state of a document and a button for every move that the viewer may make now. */
export async function StateActions({ collectionSlug, data, id, payload, req }: SelectFieldServerProps) {
  const machine = payload.collections[collectionSlug]?.config.custom?.machine as Machine | undefined
  if (!machine || id === undefined) return null
  const status = (data as { status?: string }).status ?? machine.initial
  const moves = await offeredMoves(req, machine, { collection: collectionSlug, id: String(id), status })
  return (
    <section aria-label="Status" className="field-type state-actions">
      <span className="field-label">Status</span>
      <StateBadge {...lookOf(machine, status)} />
      <StateButtons moves={moves} />
    </section>
  )
}
