import type { CollectionSlug, Where } from 'payload'
import { StateBadge } from '../components/StateBadge.tsx'
import { formatCount } from '../format.ts'
import { listLink } from '../links.ts'
import { lookOf, machineOf } from '../steps.ts'
import { tile } from './tile.tsx'

/** How many documents of a collection are in each state, with links to them. Each count is answered by the index of the state. */
export const StateCounts = tile<{ collection: CollectionSlug; where?: Where }>(async ({ collection, req, where }) => {
  const machine = machineOf(req.payload, collection)
  if (!machine) return null
  const counted = await Promise.all(
    Object.keys(machine.states).map(async (state) => {
      const { totalDocs } = await req.payload.count({
        collection,
        overrideAccess: false,
        req,
        where: { and: [{ status: { equals: state } }, ...(where ? [where] : [])] },
      })
      return { state, count: totalDocs }
    }),
  )
  const present = counted.filter(({ count }) => count > 0)
  if (present.length === 0) return <p className="tile__empty">There are none yet.</p>
  const most = Math.max(...present.map(({ count }) => count))
  return (
    <ul className="counts">
      {present.map(({ state, count }) => (
        <li key={state}>
          <a href={listLink(collection, 'status', [state])}>
            <StateBadge {...lookOf(machine, state)} />
            <span aria-hidden="true" className={`counts__bar state--${lookOf(machine, state).tone}`}>
              <span style={{ width: `${(100 * count) / most}%` }} />
            </span>
            <span className="counts__number">{formatCount(count)}</span>
          </a>
        </li>
      ))}
    </ul>
  )
})
