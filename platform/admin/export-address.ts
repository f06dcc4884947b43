import { stringify } from 'qs-esm'

type List = {
  format: string
  /** What the list is asked for now. */
  query: { where?: unknown; sort?: unknown; search?: unknown }
  /** The columns that are shown, in their order. */
  shown: readonly string[]
  /** The columns that there are to take away. */
  names: readonly string[]
  locale: string
  drafts: boolean
}

/** The address of a list as a file, as it is on the screen. */
export function exportAddress(action: string, { format, query, shown, names, locale, drafts }: List): string {
  const columns = names.length > 0 ? shown.filter((name) => names.includes(name)) : []
  const { where, sort, search } = query
  return `${action}${stringify(
    {
      format,
      columns: columns.length > 0 ? columns.join(',') : undefined,
      where,
      sort: Array.isArray(sort) ? sort.join(',') : sort || undefined,
      search: search || undefined,
      locale,
      'fallback-locale': 'none',
      draft: drafts || undefined,
    },
    { addQueryPrefix: true },
  )}`
}
