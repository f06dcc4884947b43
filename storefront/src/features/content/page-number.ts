/** The page of a list that an address asks for; the first one when it says nothing of the kind. */
export const pageNumber = (query: URLSearchParams): number => {
  const page = Number(query.get('page') ?? '1')
  return Number.isSafeInteger(page) && page >= 1 && page <= 10_000 ? page : 1
}

/** What sets the address of such a page apart. */
export const pageQuery = (page: number): string => (page > 1 ? `?page=${page}` : '')
