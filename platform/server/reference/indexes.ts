import type { SanitizedConfig } from 'payload'
import { type Described, described } from './fields.ts'
import { indexPurposes } from './index-purposes.ts'

/** An index that the configuration asks for on both databases, and the query that it is there for. */
export type Index = {
  collection: string
  fields: string[]
  unique: boolean
  equals: string[]
  sort: string | null
  purpose: string
  to: string[]
}

const single = (collection: string, { path, unique, to, many, type }: Described): Index => {
  const key = `${collection}: ${path}`
  const byTime = type === 'date' || path === 'createdAt' || path === 'updatedAt'
  const usual =
    path === 'createdAt'
      ? 'lists, newest first'
      : path === 'updatedAt'
        ? 'lists by the last change'
        : unique
          ? `finds the one with this ${path}, and keeps it the only one`
          : to.length > 0
            ? `what belongs to one of ${to.join(' or ')}, also when that is deleted`
            : byTime
              ? 'lists and jobs by time'
              : type === 'checkbox' || type.startsWith('select')
                ? `lists filtered by ${path}`
                : `finds those with this ${path}`
  const sorted = byTime && !many
  return {
    collection,
    fields: [path],
    unique,
    equals: sorted ? [] : [path],
    sort: sorted ? path : null,
    purpose: indexPurposes[key] ?? usual,
    to,
  }
}

const compound = (collection: string, fields: string[], unique: boolean): Index => {
  const key = `${collection}: ${fields.join(', ')}`
  const last = fields.at(-1) ?? ''
  const sorted = /(At|price|position|order|day|available|promptNumber)$/.test(last)
  return {
    collection,
    fields,
    unique,
    equals: sorted ? fields.slice(0, -1) : fields,
    sort: sorted ? last : null,
    purpose: indexPurposes[key] ?? '',
    to: [],
  }
}

/** Every index that the configuration asks for. */
export const indexesOf = (config: SanitizedConfig): Index[] =>
  config.collections
    .filter(({ slug }) => !slug.startsWith('payload-'))
    .flatMap(({ slug, fields, indexes, timestamps }) => {
      const all = described(fields)
      const times = timestamps === false ? [] : ['createdAt', 'updatedAt']
      const named = all.filter(({ index, unique, path }) => (index || unique) && !times.includes(path))
      const stamps = all.filter(({ path }) => times.includes(path))
      return [
        ...named.map((field) => single(slug, field)),
        ...stamps.map((field) => single(slug, field)),
        ...(indexes ?? []).map((index) => compound(slug, index.fields as string[], Boolean(index.unique))),
      ]
    })
