import { formatNumber, tags } from '../lib/dates.ts'
import type { Locale } from '../lib/paths.ts'
import en from './en.json' with { type: 'json' }
import nd from './nd.json' with { type: 'json' }
import sn from './sn.json' with { type: 'json' }
import sw from './sw.json' with { type: 'json' }

/** The texts of a language; English is the source of the keys. */
export type Dictionary = Record<keyof typeof en, string>

/** The texts of every language. */
export const dictionaries: Record<Locale, Dictionary> = { en, sw, sn, nd }

type Written = keyof typeof en
type Counted<Key> = Key extends `${infer Base}.one` ? Base : never

/** A text by its key, or the base of a pair `….one`, `….other` of which `count` selects one. */
export type Key = Written | Counted<Written>

type Values = Record<string, string | number>

/** Gives a text in one language, with `{names}` filled in. */
export type Translate = (key: Key, values?: Values) => string

const fill = (text: string, values: Values, locale: Locale) =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = values[name]
    if (value === undefined) return whole
    return typeof value === 'number' ? formatNumber(value, locale) : value
  })

/** The texts of a language as a function; a key with plural forms is chosen by `count`. */
export function translator(locale: Locale): Translate {
  const dictionary: Record<string, string> = dictionaries[locale]
  const plural = new Intl.PluralRules(tags[locale])
  return (key, values = {}) => {
    const form = typeof values.count === 'number' ? `${key}.${plural.select(values.count)}` : key
    return fill(dictionary[form] ?? dictionary[key] ?? key, values, locale)
  }
}

/** The text of a key that is only known at run time, such as an error code; undefined when there is none. */
export const translateIfKnown = (t: Translate, key: string, values?: Values): string | undefined =>
  Object.hasOwn(en, key) ? t(key as Written, values) : undefined

/** The names of the languages, each in itself. */
export const languageNames: Record<Locale, string> = { en: 'English', sw: 'Kiswahili', sn: 'chiShona', nd: 'isiNdebele' }
