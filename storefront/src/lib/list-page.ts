/** Where to go instead of a page that a list does not have, or has no more: to its last one. */
export const insteadOf = ({ page, pages }: { page: number; pages: number }, href: (page: number) => string): string | undefined =>
  page > Math.max(pages, 1) ? href(Math.max(pages, 1)) : undefined
