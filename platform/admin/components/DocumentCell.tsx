import type { CollectionSlug, DefaultServerCellComponentProps } from 'payload'
import { documentLink } from '../links.ts'

/** The way to the document that a row tells about, called by its kind: `Order`. */
export function DocumentCell({ cellData, payload, rowData }: DefaultServerCellComponentProps) {
  const { subject } = rowData as { subject?: string | null }
  const collection = subject ? payload.collections[subject as CollectionSlug]?.config : undefined
  if (!collection || typeof cellData !== 'string' || !cellData) return '–'
  const { singular } = collection.labels
  return (
    <a href={documentLink(collection.slug, cellData)} title={cellData}>
      {typeof singular === 'string' ? singular : collection.slug} …{cellData.slice(-6)}
    </a>
  )
}
