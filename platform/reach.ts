import { buildVersionCollectionFields, type FlattenedField, type PayloadRequest, type SanitizedCollectionConfig } from 'payload'
import type { InputError } from './errors.ts'
import { localeCodes } from './locales.ts'
import { isPlainObject } from './value-shapes.ts'

type Path = readonly string[]

/** A field that a path passes, and what of the path comes behind it. */
type Passed = { field: FlattenedField; rest: Path }

/** What a question leans on: the name under which it was asked, and the fields that paths begin at. */
type Lean = { at: string; path: Path; fields: readonly FlattenedField[] }

const isLocale = (word: string | undefined) => (localeCodes as readonly (string | undefined)[]).includes(word)

const words = (path: string): Path => path.replaceAll('__', '.').split('.')

const targets = (field: FlattenedField): string[] => {
  if (field.type === 'join') return [field.collection].flat()
  return 'relationTo' in field ? [field.relationTo].flat() : []
}

const fieldsOf = ({ payload }: PayloadRequest, slug: string): readonly FlattenedField[] =>
  payload.collections[slug as 'users']?.config.flattenedFields ?? []

function below(req: PayloadRequest, field: FlattenedField): readonly FlattenedField[] {
  if (field.type === 'blocks')
    return [...field.blocks, ...(field.blockReferences ?? [])].flatMap((block) =>
      typeof block === 'string'
        ? (req.payload.blocks[block as never] as { flattenedFields: FlattenedField[] }).flattenedFields
        : block.flattenedFields,
    )
  if ('flattenedFields' in field) return field.flattenedFields
  return targets(field).flatMap((slug) => fieldsOf(req, slug))
}

/** Every field that a path may mean on its way: blocks of several kinds can have one of the same name. */
const along = (req: PayloadRequest, fields: readonly FlattenedField[], [name, ...after]: Path): Passed[] =>
  fields
    .filter((field) => field.name === name)
    .flatMap((field) => {
      // Some fields only stand for one further away.
      if ('virtual' in field && typeof field.virtual === 'string') return along(req, fields, [...words(field.virtual), ...after])
      const rest = 'localized' in field && field.localized && isLocale(after[0]) ? after.slice(1) : after
      return [{ field, rest }, ...along(req, below(req, field), rest)]
    })

/** The paths of a condition, also of conditions within conditions. */
function pathsIn(where: unknown, before: Path = []): Path[] {
  if (!isPlainObject(where)) return []
  return Object.entries(where).flatMap(([name, condition]) => {
    if (['and', 'or'].includes(name.toLowerCase())) return [condition].flat().flatMap((each) => pathsIn(each, before))
    const path = [...before, ...words(name)]
    return [path, ...Object.values(isPlainObject(condition) ? condition : {}).flatMap((value) => pathsIn(value, path))]
  })
}

const leans = (fields: readonly FlattenedField[], at: string, { where, sort }: { where?: unknown; sort?: unknown }): Lean[] => [
  ...pathsIn(where).map((path) => ({ at: `${at}where.${path.join('.')}`, path, fields })),
  ...[sort]
    .flat()
    .filter((each) => typeof each === 'string')
    .map((each) => ({ at: `${at}sort`, path: words(each.trim().replace(/^-/, '')), fields })),
]

/**
 * Questions that would tell more than reading does: how many documents a condition finds, and in which order, says what is in them.
 * A path may pass what the caller may read, and cross into another collection only where the caller may read all of it;
 * the id of a related document stands in the document itself.
 */
export async function outOfReach(
  req: PayloadRequest,
  collection: SanitizedCollectionConfig,
  asked: { where?: unknown; sort?: unknown; joins?: unknown },
): Promise<InputError[]> {
  if (!asked.where && !asked.sort && !asked.joins) return []
  const readable = new Map<string, Promise<boolean>>()
  const readsAll = (slug: string): Promise<boolean> => {
    const answer =
      readable.get(slug) ??
      Promise.resolve(req.payload.collections[slug as 'users'].config.access.read({ req })).then((may) => may === true)
    readable.set(slug, answer)
    return answer
  }
  const within = async ({ field, rest }: Passed): Promise<boolean> => {
    if ('access' in field && field.access?.read && !(await field.access.read({ req }))) return false
    const led = targets(field)
    if (led.length === 0) return true
    if (field.type !== 'join' && 'relationTo' in field) {
      if (rest.length === 0 || (rest.length === 1 && rest[0] === 'id')) return true
      if (Array.isArray(field.relationTo)) return rest.length === 1 && (rest[0] === 'value' || rest[0] === 'relationTo')
    }
    return (await Promise.all(led.map(readsAll))).every(Boolean)
  }
  const fields = [
    ...collection.flattenedFields,
    ...(collection.versions ? buildVersionCollectionFields(req.payload.config, collection, true) : []),
  ]
  const joined = Object.entries(isPlainObject(asked.joins) ? asked.joins : {}).flatMap(([name, inner]) => {
    const last = along(req, fields, words(name)).findLast(({ rest }) => rest.length === 0)
    return last && isPlainObject(inner) ? leans(below(req, last.field), `joins.${name}.`, inner) : []
  })
  const all = [...leans(fields, '', asked), ...joined]
  const wrong = await Promise.all(
    all.map(async ({ path, fields }) => !(await Promise.all(along(req, fields, path).map(within))).every(Boolean)),
  )
  return all.filter((_, at) => wrong[at]).map(({ at }) => ({ path: at, code: 'UNKNOWN_PATH', message: 'This path cannot be queried.' }))
}
