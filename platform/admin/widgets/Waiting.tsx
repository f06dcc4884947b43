import type { CollectionSlug } from 'payload'
import type { Machine } from '../../states.ts'
import { LocalTime } from '../components/LocalTime.tsx'
import { formatCount, formatMoney } from '../format.ts'
import { documentLink, listLink } from '../links.ts'
import { tile } from './tile.tsx'

const shown = 6

type Props = {
  collection: CollectionSlug
  /** The move that they wait for. */
  verb: string
  /** The field that names a document, if it is not the collection's title. */
  title?: string
  /** The field with what it is worth. */
  amount?: string
}

/** The documents that wait for a move, the longest waiting first. */
export const Waiting = tile<Props>(async ({ collection, verb, title, amount, req }) => {
  const config = req.payload.collections[collection]?.config
  const machine = config?.custom?.machine as Machine | undefined
  const states = machine?.moves[verb]?.from ?? []
  const name = title ?? config?.admin.useAsTitle ?? 'id'
  const { docs, totalDocs } = await req.payload.find({
    collection,
    depth: 0,
    limit: shown,
    overrideAccess: false,
    req,
    sort: 'updatedAt',
    where: { status: { in: [...states] } },
  })
  if (docs.length === 0) return <p className="tile__empty">Nothing waits. Well done.</p>
  return (
    <>
      <ol className="waiting">
        {(docs as unknown as Record<string, unknown>[]).map((document) => (
          <li key={String(document.id)}>
            <a href={documentLink(collection, String(document.id))}>{String(document[name])}</a>
            {amount && typeof document[amount] === 'number' && (
              <span className="money">{formatMoney(document[amount], document.currency)}</span>
            )}
            <small>
              since <LocalTime at={String(document.updatedAt)} />
            </small>
          </li>
        ))}
      </ol>
      <a className="tile__more" href={listLink(collection, 'status', states)}>
        {totalDocs > docs.length ? `All ${formatCount(totalDocs)}` : 'As a list'}
      </a>
    </>
  )
})
