const pairs = (name: string, value: unknown): string[] => {
  if (value === undefined) return []
  if (value instanceof Date) return pairs(name, value.toISOString())
  if (Array.isArray(value))
    return value.length > 0 ? value.flatMap((each, at) => pairs(`${name}[${at}]`, each)) : [`${encodeURIComponent(name)}[]=`]
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).flatMap(([inner, each]) => pairs(name ? `${name}[${inner}]` : inner, each))
  return [`${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`]
}

/** Writes values into the query of an address as the API reads them: `{ where: { slug: { equals: 'phone' } } }` becomes `where[slug][equals]=phone`. */
export const queryText = (values: object): string => pairs('', values).join('&')
