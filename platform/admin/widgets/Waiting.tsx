import type { CollectionSlug } from 'payload'
import { LocalTime } from '../components/LocalTime.tsx'
import { formatCount, formatMoney } from '../format.ts'
import { documentLink, listLink } from '../links.ts'
import { machineOf } from '../steps.ts'
import { tile } from './tile.tsx'

const shown = 6

type Props = {
  collection: CollectionSlug
  /** The states in which they wait, or the move that they wait for. */
  states?: readonly string[]
  verb?: string
  /** The field that names a document, if it is not the collection's title. */
  title?: string
  /** The field with what it is worth. */
  amount?: string
  /** The field with what there is to say about it. */
  detail?: string
  /** What is said when there are none. */
  empty?: string
}

/** The documents that wait for somebody, the longest waiting first. */
export const Waiting = tile<Props>(async ({ amount, collection, detail, empty = 'Nothing waits.', req, states, title, verb }) => {
  const { config } = req.payload.collections[collection]
  const waiting = states ?? machineOf(req.payload, collection)?.moves[verb ?? '']?.from ?? []
  const name = title ?? config.admin.useAsTitle ?? 'id'
  const { docs, totalDocs } = await req.payload.find({
    collection,
    depth: 0,
    limit: shown,
    overrideAccess: false,
    req,
    sort: 'updatedAt',
    where: { status: { in: [...waiting] } },
  })
  if (docs.length === 0) return <p className="tile__empty">{empty}</p>
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
            {detail && typeof document[detail] === 'string' && <p>{document[detail].slice(0, 160)}</p>}
          </li>
        ))}
      </ol>
      <a className="tile__more" href={listLink(collection, 'status', waiting)}>
        {totalDocs > docs.length ? `All ${formatCount(totalDocs)}` : 'As a list'}
      </a>
    </>
  )
})
