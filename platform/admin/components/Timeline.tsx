import type { UIFieldServerProps } from 'payload'
import type { Machine } from '../../states.ts'
import { lookOf, machineOf } from '../steps.ts'
import { LocalTime } from './LocalTime.tsx'
import { StateBadge } from './StateBadge.tsx'

/** How many steps are read, and how many of them are shown at once. */
const most = 50
const newest = 3

type Step = { id: string; createdAt: string; from?: string | null; to: string; reason?: string | null; byName?: string | null }

const Steps = ({ machine, steps }: { machine: Machine; steps: Step[] }) => (
  <ol className="history__steps">
    {steps.map(({ byName, createdAt, id, reason, to }) => (
      <li key={id}>
        <StateBadge {...lookOf(machine, to)} />
        <p>
          <LocalTime at={createdAt} /> · {byName ?? 'the platform'}
        </p>
        {reason && <blockquote>{reason}</blockquote>}
      </li>
    ))}
  </ol>
)

/** The history of a document: every state it was in, since when, who brought it there and why. The newest comes first. */
export async function Timeline({ collectionSlug, id, payload, req }: UIFieldServerProps) {
  const machine = machineOf(payload, collectionSlug)
  if (!machine || id === undefined) return null
  // Whoever may read the document may read its history.
  const { docs, totalDocs } = await payload.find({
    collection: 'transitions',
    req,
    depth: 0,
    limit: most,
    // Steps of one moment have ids in their order.
    sort: ['-createdAt', '-id'],
    where: { and: [{ subject: { equals: collectionSlug } }, { document: { equals: String(id) } }] },
  })
  const steps = docs as unknown as Step[]
  return (
    <section aria-label="History" className="field-type history">
      <span className="field-label">History</span>
      {steps.length === 0 && <p className="field-description">No steps are noted.</p>}
      <Steps machine={machine} steps={steps.slice(0, newest)} />
      {steps.length > newest && (
        <details>
          <summary>Earlier steps ({totalDocs - newest})</summary>
          <Steps machine={machine} steps={steps.slice(newest)} />
          {totalDocs > most && <p className="field-description">The others are in the list of transitions.</p>}
        </details>
      )}
    </section>
  )
}
