/** Chooses one of the two languages in which sample texts are written. */
export type Say = <Value>(english: Value, swahili: Value) => Value

/** English words. */
export const inEnglish: Say = (english) => english

/** Swahili words. */
export const inSwahili: Say = (_, swahili) => swahili

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The same rows in another language: each keeps the id that it was given in the first, or it would be taken for a new one. */
export function withIdsOf<Value>(stored: unknown, translated: Value): Value {
  if (Array.isArray(translated))
    return translated.map((item, at) => withIdsOf(Array.isArray(stored) ? stored[at] : undefined, item)) as Value
  if (!isObject(translated) || 'root' in translated) return translated
  const from = isObject(stored) ? stored : {}
  const entries = Object.entries(translated).map(([name, value]) => [name, withIdsOf(from[name], value)])
  return { ...Object.fromEntries(entries), ...(typeof from.id === 'string' && { id: from.id }) } as Value
}
