import type { ListViewServerProps } from 'payload'
import type { Machine } from '../../states.ts'
import { filteredBy, listLink } from '../links.ts'
import { StateBadge } from './StateBadge.tsx'

/** Links above a list: all documents, or those in one state. */
export function StateTabs({ collectionConfig, searchParams }: ListViewServerProps) {
  const machine = collectionConfig.custom?.machine as Machine | undefined
  // A list in a drawer has no address of its own, and a link would leave the page that it serves.
  if (!machine || !searchParams) return null
  const chosen = filteredBy('status', searchParams)
  const { slug } = collectionConfig
  return (
    <nav aria-label="By status" className="state-tabs">
      <a aria-current={chosen === undefined ? 'page' : undefined} href={listLink(slug)}>
        <span className="state state--neutral">All</span>
      </a>
      {Object.entries(machine.states).map(([state, look]) => (
        <a aria-current={chosen === state ? 'page' : undefined} href={listLink(slug, 'status', [state])} key={state}>
          <StateBadge {...look} />
        </a>
      ))}
    </nav>
  )
}
