/** A document's page in the admin. */
export const documentLink = (collection: string, id: string): string => `/admin/collections/${collection}/${encodeURIComponent(id)}`

/** A list in the admin, filtered by the values that a field may have. */
export function listLink(collection: string, field?: string, values: readonly string[] = []): string {
  const [only] = values
  const query = new URLSearchParams()
  if (field && values.length === 1 && only !== undefined) query.set(`where[or][0][and][0][${field}][equals]`, only)
  if (field && values.length > 1) query.set(`where[or][0][and][0][${field}][in]`, values.join(','))
  const text = query.toString()
  return `/admin/collections/${collection}${text && `?${text}`}`
}
