type Components = { views?: { edit?: object } }

const forDevelopers = ({ req: { user } }: { req: { user?: unknown } }): boolean =>
  Boolean((user as { roles?: readonly string[] } | null)?.roles?.some((role) => role === 'admin' || role === 'developer'))

/** Shows what a document looks like to programs to those alone who write them. */
export const apiTab = <Given extends Components>(components: Given | undefined): Given =>
  ({
    ...components,
    views: { ...components?.views, edit: { api: { tab: { condition: forDevelopers } }, ...components?.views?.edit } },
  }) as unknown as Given
