import type { CollectionSlug, Payload } from 'payload'
import { type Locale, localeCodes } from '../locales.ts'

/** A text in the languages in which there is one. */
export type Texts = Partial<Record<Locale, string>>

/** What the index holds of a document; what visitors see of it is read from the database. */
export type Entry = {
  /** The name by which it is known. */
  title: Texts
  /** Names that it is looked for by, such as its brand and its shelf. */
  words?: Texts
  /** The rest of what can be read of it. */
  text?: Texts
  /** Values by which what is found can be narrowed. */
  facets?: Record<string, string | undefined>
}

/**
 * A collection whose documents can be found, as data: a plugin puts it into `config.custom.searchables`. Only what everybody may read gets into
 * the index.
 */
export type Searchable = {
  collection: CollectionSlug
  /** The fields that `toEntry` looks at. */
  fields: Record<string, true>
  /** Collections whose texts `toEntry` copies, with the field of the document that points at them. */
  follows?: Partial<Record<CollectionSlug, string>>
  /** The fields that a result shows. */
  shown: Record<string, true>
  /** What the index holds of a document, which comes with all its languages and with the documents of `follows` in the place of their ids. */
  toEntry: (doc: Record<string, unknown>) => Entry
}

/** What can be found, of all plugins that are switched on. */
export const searchablesOf = (payload: Pick<Payload, 'config'>): Searchable[] =>
  (payload.config.custom?.searchables as Searchable[] | undefined) ?? []

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const hasLanguages = (value: Record<string, unknown>) => {
  const keys = Object.keys(value)
  return keys.length > 0 && keys.every((key) => (localeCodes as readonly string[]).includes(key))
}

// What people read in a document; everything else in it is for machines.
const readable = new Set([
  'title',
  'heading',
  'eyebrow',
  'text',
  'body',
  'intro',
  'excerpt',
  'summary',
  'question',
  'answer',
  'description',
  'label',
  'name',
])

/** All that can be read of a value in a language: a text, a rich text, blocks, or lists of them. */
function wordsIn(value: unknown, locale: Locale): string {
  if (typeof value === 'string') return value
  if (Array.isArray(value)) return value.map((each) => wordsIn(each, locale)).join(' ')
  if (!isObject(value)) return ''
  if (hasLanguages(value)) return wordsIn(value[locale], locale)
  if (isObject(value.root)) return wordsIn(value.root.children, locale)
  const parts = Object.entries(value).filter(
    ([key, part]) => readable.has(key) || key === 'children' || isObject(part) || Array.isArray(part),
  )
  return parts.map(([, part]) => wordsIn(part, locale)).join(' ')
}

/** What can be read of some values, in each language; what is not translated counts as English. */
export function texts(...values: unknown[]): Texts {
  const found: Texts = {}
  for (const locale of localeCodes) {
    const text = values
      .map((value) => (isObject(value) ? wordsIn(value, locale) : locale === 'en' ? wordsIn(value, locale) : ''))
      .join(' ')
      .trim()
    if (text) found[locale] = text
  }
  return found
}
