import type { SanitizedConfig, SelectType } from 'payload'
import { getSelectMode } from 'payload/shared'
import { type Access, type Relations, stepsIn, within } from './tags.ts'

/** What a read says about joins: nothing of all, or per path nothing or how. */
export type JoinQuery = false | Record<string, false | { where?: unknown; sort?: unknown } | undefined>

/** A field that shows documents of other collections which point here. */
export type Join = { path: string; targets: string[] /** How many steps its own condition and order take. */; steps: number }

/** The joins of every collection. */
export function joinsOf({ collections }: Pick<SanitizedConfig, 'collections'>): Map<string, Join[]> {
  const orderOf = new Map(collections.map(({ slug, defaultSort }) => [slug as string, defaultSort]))
  return new Map(
    collections.map(({ slug, joins, polymorphicJoins }) => [
      slug as string,
      [...Object.values(joins).flat(), ...polymorphicJoins].map(({ joinPath, field }) => {
        const targets = [field.collection].flat() as string[]
        const orders = [field.defaultSort, ...targets.map((target) => orderOf.get(target))]
        return { path: joinPath, targets, steps: Math.max(stepsIn(field.where), ...orders.map(stepsIn)) }
      }),
    ]),
  )
}

const isSelected = (select: Access['select'], path: string): boolean => {
  if (!select || Object.keys(select).length === 0) return true
  const [first = ''] = path.split('.')
  return getSelectMode(select as SelectType) === 'exclude' ? select[first] !== false : Boolean(select[first])
}

/** The tags that a read depends on through the joins which it really makes. */
export function tagsJoined(relations: Relations, tag: string, { joins: asked, select }: Access): string[] {
  if (asked === false) return []
  return (relations.joins.get(tag) ?? []).flatMap(({ path, targets, steps }) => {
    const query = asked?.[path]
    if (query === false || !isSelected(select, path)) return []
    const further = Math.max(steps, stepsIn(query?.where), stepsIn(query?.sort))
    return targets.flatMap((target) => [...within(relations, target, further)])
  })
}
