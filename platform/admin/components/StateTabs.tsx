import type { ListViewServerProps } from 'payload'
import type { Machine } from '../../states.ts'
import { isTrial } from '../../test-data.ts'
import { filteredBy, listLink } from '../links.ts'
import { StateBadge } from './StateBadge.tsx'
import { TestBadge } from './TestBadge.tsx'

/** In live mode the way to what was made for trying out and back; in sandbox mode, where nothing is real, a word about that. */
function TestTab({ slug, chosen }: { slug: string; chosen: string | undefined }) {
  if (isTrial)
    return (
      <span className="state-tabs__note">
        <TestBadge label="Test data" />
      </span>
    )
  return (
    <a aria-current={chosen === 'true' ? 'page' : undefined} href={listLink(slug, 'test', ['true'])}>
      <TestBadge label="Test data" />
    </a>
  )
}

/** Links above a list: all documents, those in one state, those for trying out. */
export function StateTabs({ collectionConfig, searchParams }: ListViewServerProps) {
  const machine = collectionConfig.custom?.machine as Machine | undefined
  // A list in a drawer has no address of its own, and a link would leave the page that it serves.
  if (!machine || !searchParams) return null
  const chosen = filteredBy('status', searchParams)
  const tried = filteredBy('test', searchParams)
  const { slug } = collectionConfig
  return (
    <nav aria-label="By status" className="state-tabs">
      <a aria-current={chosen === undefined && tried === undefined ? 'page' : undefined} href={listLink(slug)}>
        <span className="state state--neutral">All</span>
      </a>
      {Object.entries(machine.states).map(([state, look]) => (
        <a aria-current={chosen === state ? 'page' : undefined} href={listLink(slug, 'status', [state])} key={state}>
          <StateBadge {...look} />
        </a>
      ))}
      {collectionConfig.custom?.testData && <TestTab chosen={tried} slug={slug} />}
    </nav>
  )
}
