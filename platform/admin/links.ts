/** A document's page in the admin. */
export const documentLink = (collection: string, id: string): string => `/admin/collections/${collection}/${encodeURIComponent(id)}`

const filter = (field: string, operator: 'equals' | 'in') => `where[or][0][and][0][${field}][${operator}]`

/** The value that a list's address asks `field` to equal, if that is its first filter. */
export function filteredBy(field: string, search: Record<string, string | string[] | undefined>): string | undefined {
  const value = search[filter(field, 'equals')]
  return typeof value === 'string' ? value : undefined
}

/** A list in the admin, filtered by the values that a field may have. */
export function listLink(collection: string, field?: string, values: readonly string[] = []): string {
  const [only] = values
  const query = new URLSearchParams()
  if (field && values.length === 1 && only !== undefined) query.set(filter(field, 'equals'), only)
  if (field && values.length > 1) query.set(filter(field, 'in'), values.join(','))
  const text = query.toString()
  return `/admin/collections/${collection}${text && `?${text}`}`
}
