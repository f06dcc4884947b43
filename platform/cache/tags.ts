import type { FlattenedBlock, FlattenedField, Payload, SanitizedConfig } from 'payload'
import { type Join, type JoinQuery, joinsOf, tagsJoined } from './joins.ts'

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
  /** The path whose distinct values are asked for. */
  field?: unknown
  joins?: JoinQuery
  select?: Record<string, unknown>
}

/** Which collections each collection and global points at, which point at it, which it shows by joins, and what orders it when nobody says. */
export type Relations = {
  to: Map<string, Set<string>>
  from: Map<string, Set<string>>
  joins: Map<string, Join[]>
  orders: Map<string, unknown>
}

/** Reads the relations between collections from the configuration. */
export function relationsOf(config: Pick<SanitizedConfig, 'collections' | 'globals' | 'blocks'>): Relations {
  const shared = new Map((config.blocks ?? []).map((block) => [block.slug as string, block as unknown as FlattenedBlock]))

  const targets = (field: FlattenedField): string[] => {
    const own = 'relationTo' in field && field.relationTo ? [field.relationTo].flat() : []
    const joined = field.type === 'join' ? [field.collection].flat() : []
    const inner = 'flattenedFields' in field ? field.flattenedFields.flatMap(targets) : []
    const blocks = field.type === 'blocks' ? (field.blockReferences ?? field.blocks) : []
    // A block that is named instead of given stands in the configuration.
    const within = blocks.flatMap(
      (block) => (typeof block === 'string' ? shared.get(block) : (block as FlattenedBlock))?.flattenedFields ?? [],
    )
    return [...own, ...joined, ...inner, ...within.flatMap(targets)]
  }

  const to = new Map<string, Set<string>>()
  for (const { slug, flattenedFields } of config.collections) to.set(slug, new Set(flattenedFields.flatMap(targets)))
  for (const { slug, flattenedFields } of config.globals) to.set(globalTag(slug), new Set(flattenedFields.flatMap(targets)))
  const from = new Map<string, Set<string>>()
  for (const [tag, pointed] of to) for (const target of pointed) from.set(target, (from.get(target) ?? new Set()).add(tag))
  const orders = new Map(config.collections.map(({ slug, defaultSort }) => [slug as string, defaultSort as unknown]))
  return { to, from, joins: joinsOf(config), orders }
}

/** The adapters take two underlines for a point, as GraphQL writes its paths. */
const stepsOf = (path: string) => path.split(/\.|__/).length - 1

/** How many steps the longest path in a condition or an order takes. */
export function stepsIn(value: unknown): number {
  if (typeof value === 'string') return stepsOf(value)
  if (Array.isArray(value)) return Math.max(0, ...value.map(stepsIn))
  if (!value || typeof value !== 'object') return 0
  const parts = Object.entries(value)
  return Math.max(0, ...parts.map(([path, inner]) => (/^(and|or)$/i.test(path) ? stepsIn(inner) : stepsOf(path) + stepsBehind(inner))))
}

/** What a path is compared with may be a condition of its own, on the documents that it leads to. */
function stepsBehind(operators: unknown): number {
  if (!operators || typeof operators !== 'object') return 0
  const conditions = Object.values(operators).filter((value) => value && typeof value === 'object' && !Array.isArray(value))
  return Math.max(0, ...conditions.map((condition) => 1 + stepsIn(condition)))
}

/** The tags that can be reached from `start` in so many steps over relations. */
export function within({ to }: Pick<Relations, 'to'>, start: string, steps: number): Set<string> {
  const reached = new Set([start])
  let edge = [start]
  for (let step = 0; step < steps && edge.length > 0; step++) {
    edge = edge.flatMap((tag) => [...(to.get(tag) ?? [])]).filter((tag) => !reached.has(tag))
    for (const tag of edge) reached.add(tag)
  }
  return reached
}

const ownTag = ({ collection, global, globalSlug, collectionSlug, slug }: Access, ofGlobal: boolean): string => {
  const named = globalSlug ?? global ?? (ofGlobal ? slug : undefined)
  return named === undefined ? (collection ?? collectionSlug ?? slug ?? 'payload-jobs') : globalTag(named)
}

/**
 * What a read depends on. One call of the adapter reads more than the collection it names: the collections that it joins, and in conditions and
 * orders over relations as many collections further as their paths have steps.
 */
export function tagsRead(relations: Relations, method: string, access: Access): Set<string> {
  const tag = ownTag(access, /Global/.test(method))
  const steps = Math.max(stepsIn(access.where), stepsIn(access.sort ?? relations.orders.get(tag)), stepsIn(access.field))
  return new Set([...within(relations, tag, steps), ...tagsJoined(relations, tag, access)])
}

/** What a write changes: a deletion also empties the fields of others that pointed at the document. */
export function tagsWritten(relations: Relations, method: string, access: Access): Set<string> {
  const tag = ownTag(access, /Global/.test(method))
  return new Set(/^delete/.test(method) ? [tag, ...(relations.from.get(tag) ?? [])] : [tag])
}

/** Whether a visitor may read it at all. */
function isPublic(payload: Payload, read: unknown): boolean {
  try {
    return (read as Read)({ req: { user: null, headers: new Headers(), payload, context: {} } }) !== false
  } catch {
    // It asks for more than there is of a visitor.
    return true
  }
}

type Read = (args: { req: object }) => unknown

/**
 * How long answers that depend on a collection may be kept, in seconds; undefined: while nothing changes; 0: not at all. What no visitor may read
 * is not kept, so that nobody has to hear of each change of it.
 */
export function secondsOf(payload: Payload, tag: string): number | undefined {
  // Payload keeps its own affairs in these.
  if (tag.startsWith('payload-')) return 0
  const config = tag.startsWith('global:')
    ? payload.globals.config.find(({ slug }) => globalTag(slug) === tag)
    : payload.collections[tag as 'users']?.config
  const rule = config?.custom?.publicCache as false | { seconds: number } | undefined
  if (rule === false) return 0
  return rule?.seconds ?? (config && !isPublic(payload, config.access.read) ? 0 : undefined)
}
