import type { Locale } from './paths.ts'

/** The fields of a document that are shown in English because nobody has translated them, by the object that holds them. */
const untranslated = new WeakMap<object, Set<string>>()

/** What to say in the `lang` attribute of a field's element: English where it stands in for a translation, nothing where it is in the page's language. */
export const langOf = (holder: object | null | undefined, field: string): 'en' | undefined =>
  holder && untranslated.get(holder)?.has(field) ? 'en' : undefined

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

const isMissing = (value: unknown) => value === undefined || value === null || value === ''

/** A rich text is translated as a whole. */
const isWhole = (value: unknown) => !isObject(value) || 'root' in value

/** The translation of a document with English in the place of what it lacks; `langOf` tells where. */
export function withEnglish<Value>(own: Value, english: Value): Value {
  if (Array.isArray(own) && Array.isArray(english)) return own.map((item, at) => withEnglish(item, english[at])) as Value
  if (!isObject(own) || !isObject(english) || isWhole(own)) return own
  const missing = Object.keys(english).filter((name) => isMissing(own[name]) && !isMissing(english[name]))
  const merged = Object.fromEntries(
    [...new Set([...Object.keys(own), ...missing])].map((name) => [
      name,
      missing.includes(name) ? english[name] : withEnglish(own[name], english[name]),
    ]),
  )
  if (missing.length > 0) untranslated.set(merged, new Set(missing))
  return merged as Value
}

/** Reads documents in a language, with English marked where it stands in; `read` asks for one language without any fallback. */
export async function inLanguage<Value>(locale: Locale, read: (locale: Locale) => Promise<Value>): Promise<Value> {
  if (locale === 'en') return read('en')
  const [own, english] = await Promise.all([read(locale), read('en')])
  return withEnglish(own, english)
}
