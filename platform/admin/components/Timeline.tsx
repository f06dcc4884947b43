import type { UIFieldServerProps } from 'payload'
import type { Machine } from '../../states.ts'
import { lookOf } from '../moves.ts'
import { LocalTime } from './LocalTime.tsx'
import { StateBadge } from './StateBadge.tsx'

const shownSteps = 50

type Step = { id: string; createdAt: string; from?: string | null; to: string; reason?: string | null; byName?: string | null }

/** The history of a document: every state it was in, since when, who brought it there and why. The newest comes first. */
export async function Timeline({ collectionSlug, id, payload, req }: UIFieldServerProps) {
  const machine = payload.collections[collectionSlug]?.config.custom?.machine as Machine | undefined
  if (!machine || id === undefined) return null
  // Whoever may read the document may read its history.
  const { docs, totalDocs } = await payload.find({
    collection: 'transitions',
    req,
    depth: 0,
    limit: shownSteps,
    sort: '-createdAt',
    where: { and: [{ collection: { equals: collectionSlug } }, { document: { equals: String(id) } }] },
  })
  const steps = docs as unknown as Step[]
  return (
    <section aria-label="History" className="field-type history">
      <span className="field-label">History</span>
      {steps.length === 0 && <p className="field-description">Nothing has happened yet.</p>}
      <ol className="history__steps">
        {steps.map((step) => (
          <li key={step.id}>
            <StateBadge {...lookOf(machine, step.to)} />
            <p>
              <LocalTime at={step.createdAt} /> · {step.byName ?? 'the platform'}
            </p>
            {step.reason && <blockquote>{step.reason}</blockquote>}
          </li>
        ))}
      </ol>
      {totalDocs > steps.length && <p className="field-description">And {totalDocs - steps.length} earlier steps.</p>}
    </section>
  )
}
