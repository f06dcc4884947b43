/** The groups of the navigation, in the order in which staff look for them. Groups of other plugins stand before the last three. */
const first = ['Orders', 'Catalogue', 'Stock', 'Shop', 'Money', 'Payments']
const last = ['Content', 'People', 'System']

const rank = (group: unknown): number => {
  const name = String(group)
  if (first.includes(name)) return first.indexOf(name)
  return first.length + (last.includes(name) ? 1 + last.indexOf(name) : 0)
}

/** Orders collections or globals by the group that they stand in; within a group they keep their order. */
export const byGroup = <Entity extends { admin?: { group?: unknown } }>(entities: readonly Entity[] = []): Entity[] =>
  entities.toSorted((a, b) => rank(a.admin?.group) - rank(b.admin?.group))
