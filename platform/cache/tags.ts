import type { FlattenedField, Payload, SanitizedConfig } from 'payload'

/** The tag under which a global's writes are counted. */
export const globalTag = (slug: string): string => `global:${slug}`

/** What an adapter's method is called with, as far as it says what is read or written. */
export type Access = {
  collection?: string
  global?: string
  globalSlug?: string
  collectionSlug?: string
  slug?: string
  where?: unknown
  sort?: unknown
  joins?: unknown
}

const targets = (field: FlattenedField): string[] => {
  const own = 'relationTo' in field && field.relationTo ? [field.relationTo].flat() : []
  const joined = field.type === 'join' ? [field.collection].flat() : []
  const inner = 'flattenedFields' in field ? field.flattenedFields.flatMap(targets) : []
  const blocks =
    'blocks' in field ? field.blocks.flatMap((block) => (typeof block === 'string' ? [] : block.flattenedFields.flatMap(targets))) : []
  return [...own, ...joined, ...inner, ...blocks]
}

/** Which collections each collection and global points at, and which point at it. */
export type Relations = { to: Map<string, Set<string>>; from: Map<string, Set<string>> }

/** Reads the relations between collections from the configuration. */
export function relationsOf(config: SanitizedConfig): Relations {
  const to = new Map<string, Set<string>>()
  for (const { slug, flattenedFields } of config.collections) to.set(slug, new Set(flattenedFields.flatMap(targets)))
  for (const { slug, flattenedFields } of config.globals) to.set(globalTag(slug), new Set(flattenedFields.flatMap(targets)))
  const from = new Map<string, Set<string>>()
  for (const [tag, pointed] of to) for (const target of pointed) from.set(target, (from.get(target) ?? new Set()).add(tag))
  return { to, from }
}

/** How many steps the longest path in a condition or an order takes. */
function depthOf(value: unknown): number {
  if (typeof value === 'string') return value.split('.').length - 1
  if (Array.isArray(value)) return Math.max(0, ...value.map(depthOf))
  if (!value || typeof value !== 'object') return 0
  return Math.max(
    0,
    ...Object.entries(value).map(([path, inner]) => (path === 'and' || path === 'or' ? depthOf(inner) : path.split('.').length - 1)),
  )
}

function within(relations: Relations, start: string, steps: number): Set<string> {
  const reached = new Set([start])
  let edge = [start]
  for (let step = 0; step < steps && edge.length > 0; step++) {
    edge = edge.flatMap((tag) => [...(relations.to.get(tag) ?? [])]).filter((tag) => !reached.has(tag))
    for (const tag of edge) reached.add(tag)
  }
  return reached
}

const ownTag = ({ collection, global, globalSlug, collectionSlug, slug }: Access, ofGlobal: boolean): string =>
  ofGlobal ? globalTag(globalSlug ?? global ?? slug ?? '') : (collection ?? collectionSlug ?? slug ?? 'payload-jobs')

/**
 * What a read depends on. One call of the adapter reads more than the collection it names: joins, and conditions and orders over relations,
 * reach as many collections further as their paths have steps.
 */
export const tagsRead = (relations: Relations, method: string, access: Access): Set<string> => {
  const joins = access.joins === false ? 0 : 1
  return within(relations, ownTag(access, /Global/.test(method)), Math.max(joins, depthOf(access.where), depthOf(access.sort)))
}

/** What a write changes: a deletion also empties the fields of others that pointed at the document. */
export const tagsWritten = (relations: Relations, method: string, access: Access): Set<string> => {
  const tag = ownTag(access, /Global/.test(method))
  return new Set(/^delete/.test(method) ? [tag, ...(relations.from.get(tag) ?? [])] : [tag])
}

/** How long answers that depend on a collection may be kept, in seconds; undefined: while nothing changes; 0: not at all. */
export function secondsOf(payload: Payload, tag: string): number | undefined {
  const custom = tag.startsWith('global:')
    ? payload.globals.config.find(({ slug }) => globalTag(slug) === tag)?.custom
    : payload.collections[tag as 'users']?.config.custom
  const rule = custom?.publicCache as false | { seconds: number } | undefined
  return rule === false ? 0 : rule?.seconds
}
