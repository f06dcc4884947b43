import type { CollectionSlug, DefaultServerCellComponentProps } from 'payload'

/** The name of a collection or global in a list, in the words of the menu instead of as its slug. */
export function SubjectCell({ cellData, payload }: DefaultServerCellComponentProps) {
  if (typeof cellData !== 'string' || !cellData) return '–'
  const label = payload.collections[cellData as CollectionSlug]?.config.labels.plural
  return typeof label === 'string' ? label : cellData
}
