import type { CollectionSlug, Where } from 'payload'
import { LocalTime } from '../components/LocalTime.tsx'
import { formatCount, formatMoney } from '../format.ts'
import { documentLink, listLink } from '../links.ts'
import { machineOf } from '../steps.ts'
import { tile } from './tile.tsx'

const shown = 6

type Props = {
  collection: CollectionSlug
  /** The move that they wait for … */
  verb?: string
  /** … or the field and its values that tell them from the others. */
  field?: string
  values?: readonly string[]
  /** What names a document, as paths such as `variant.sku`; the collection's title if nothing is said. */
  title?: string | readonly string[]
  /** The field with what it is worth. */
  amount?: string
  /** The field with how many there are, and the word after it. */
  count?: string
  unit?: string
  /** The field with what there is to say about it. */
  detail?: string
  /** The field that says what comes first; the longest waiting unless told. */
  sort?: string
  /** Which of them count at all. */
  where?: Where
  /** What is said when there are none. */
  empty?: string
}

const valueAt = (document: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Record<string, unknown> | null | undefined)?.[key], document)

const textAt = (document: unknown, paths: readonly string[]) =>
  paths
    .map((path) => valueAt(document, path))
    .filter((value) => typeof value === 'string' && value !== '')
    .join(' · ')

type Document = Record<string, unknown> & { id: string; updatedAt: string }

/** One document: its name as a link, what it is worth, since when it waits. */
function Entry({
  amount,
  collection,
  count,
  detail,
  document,
  names,
  unit,
  verb,
}: Props & { document: Document; names: readonly string[] }) {
  const worth = amount && valueAt(document, amount)
  const many = count && valueAt(document, count)
  return (
    <li>
      <a href={documentLink(collection, document.id)}>{textAt(document, names) || document.id}</a>
      {typeof worth === 'number' && <span className="money">{formatMoney(worth, document.currency)}</span>}
      {verb && (
        <small>
          since <LocalTime at={document.updatedAt} />
        </small>
      )}
      {typeof many === 'number' && <strong className="waiting__count">{[formatCount(many), unit].filter(Boolean).join(' ')}</strong>}
      {detail && <p>{textAt(document, [detail]).slice(0, 160)}</p>}
    </li>
  )
}

/** The documents that somebody has to see to, the longest waiting first. */
export const Waiting = tile<Props>(async (props) => {
  const { collection, empty = 'Nothing waits.', field = 'status', req, sort = 'updatedAt', title, verb, where } = props
  const values = props.values ?? machineOf(req.payload, collection)?.moves[verb ?? '']?.from ?? []
  const names = [title ?? req.payload.collections[collection].config.admin.useAsTitle ?? 'id'].flat()
  const { docs, totalDocs } = await req.payload.find({
    collection,
    depth: Math.max(...names.map((name) => name.split('.').length - 1)),
    limit: shown,
    overrideAccess: false,
    req,
    sort,
    where: { and: [{ [field]: values.length === 1 ? { equals: values[0] } : { in: [...values] } }, ...(where ? [where] : [])] },
  })
  if (docs.length === 0) return <p className="tile__empty">{empty}</p>
  return (
    <>
      <ol className="waiting">
        {(docs as unknown as Document[]).map((document) => (
          <Entry {...props} document={document} key={document.id} names={names} />
        ))}
      </ol>
      <a className="tile__more" href={listLink(collection, field, values)}>
        {totalDocs > docs.length ? `All ${formatCount(totalDocs)}` : 'As a list'}
      </a>
    </>
  )
})
