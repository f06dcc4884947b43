import type { UIFieldServerProps } from 'payload'
import { formatCount } from '../format.ts'
import { documentLink, listLink } from '../links.ts'
import { offeredActions } from '../steps.ts'
import { LocalTime } from './LocalTime.tsx'
import { StateBadge } from './StateBadge.tsx'
import { StepButtons } from './StepButtons.tsx'

/** How many tries are shown; the others are in their list. */
const newest = 10

type Delivery = {
  id: string
  createdAt: string
  event: string
  status: 'delivered' | 'failed'
  responseCode?: number | null
  ms: number
  attempt: number
  error?: string | null
}

const looks = { delivered: { label: 'Delivered', tone: 'success' }, failed: { label: 'Failed', tone: 'danger' } } as const

/** What a webhook was told last and how it went, each with a button that tells it again. */
export async function Deliveries({ id, req }: UIFieldServerProps) {
  if (id === undefined) return null
  const { docs, totalDocs } = await req.payload.find({
    collection: 'webhook-deliveries',
    req,
    overrideAccess: false,
    depth: 0,
    limit: newest,
    sort: '-createdAt',
    where: { webhook: { equals: String(id) } },
  })
  const deliveries = docs as unknown as Delivery[]
  const steps = await Promise.all(deliveries.map((each) => offeredActions(req, { collection: 'webhook-deliveries', id: each.id })))
  return (
    <section aria-label="Deliveries" className="field-type rows deliveries">
      <h3>Deliveries</h3>
      {deliveries.length === 0 ? (
        <p className="field-description">It was told nothing yet.</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col">When</th>
              <th scope="col">Event</th>
              <th scope="col">Outcome</th>
              <th data-as="count" scope="col">
                Response
              </th>
              <th data-as="count" scope="col">
                Try
              </th>
              <th scope="col">
                <span className="visually-hidden">Again</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {deliveries.map(({ attempt, createdAt, error, event, id: delivery, ms, responseCode, status }, n) => (
              <tr key={delivery}>
                <td data-label="When">
                  <a href={documentLink('webhook-deliveries', delivery)}>
                    <LocalTime at={createdAt} />
                  </a>
                </td>
                <td data-label="Event">{event}</td>
                <td data-label="Outcome">
                  <StateBadge {...looks[status]} />
                  {error && <small className="deliveries__error">{error}</small>}
                </td>
                <td data-as="count" data-label="Response">
                  {responseCode ?? '–'} · {formatCount(ms)} ms
                </td>
                <td data-as="count" data-label="Try">
                  {attempt}
                </td>
                <td>
                  <StepButtons steps={steps[n] ?? []} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {totalDocs > newest && (
        <a className="tile__more" href={listLink('webhook-deliveries', 'webhook', [String(id)])}>
          All {formatCount(totalDocs)} deliveries
        </a>
      )}
    </section>
  )
}
